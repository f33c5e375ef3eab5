import { VOICE_ORDER } from '@dayaq/domain';
import { formatCsv } from '@dayaq/domain/csv';
import type { Translator } from '@dayaq/locale';
import { codeLabel } from '../fields/labels.ts';
import type { LeavingSheet } from './embargo.ts';
import type { SheetItem, SheetReading } from './plan-sheet.ts';

/** Everything of an item that is a fact, in the order in which the paper has it. */
const factsOf = ({ text, annex, asked, money }: SheetItem) => [...text, ...annex, ...asked, ...money];

const said = ({ who, ratingWords, day, words, source }: SheetReading): string =>
  [`${who}: ${ratingWords} (${day})`, words, source].filter(Boolean).join('. ');

/** A plan as a table: a row each commitment, a column for each thing that any of them says, and one for each voice. */
export function planCsv(sheet: LeavingSheet, translator: Translator): string {
  const { t } = translator;
  const { embargo } = sheet;
  const items = sheet.groups.flatMap((group) => group.items.map((item) => ({ group, item })));
  const names = [...new Set(items.flatMap(({ item }) => factsOf(item).map(({ name }) => name)))];
  const label = (voice: string): string => codeLabel(translator, 'voices', voice);
  const head = [
    t('plans.sheet.theme'),
    t('plans.sheet.number'),
    t('plans.sheet.commitment'),
    t('plans.sheet.count'),
    ...names,
    ...VOICE_ORDER.map(label),
    ...(embargo.length === 0 ? [] : [t('plans.sessions.column')]),
  ];
  const rows = items.map(({ group, item }) => {
    const facts = factsOf(item);
    return [
      group.name,
      item.number,
      item.name,
      item.stands || 1,
      ...names.map((name) => facts.find((fact) => fact.name === name)?.words ?? ''),
      ...VOICE_ORDER.map((voice) =>
        item.said
          .filter((each) => each.voice === voice)
          .map(said)
          .join('\n'),
      ),
      ...(embargo.length === 0 ? [] : [embargo.join('\n')]),
    ];
  });
  return formatCsv([head, ...rows]);
}
