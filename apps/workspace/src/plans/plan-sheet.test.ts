import { KINDS, type Kind } from '@dayaq/domain';
import { createTranslator, loadMessages, type Translator } from '@dayaq/locale';
import type { RecordView, Value } from '@dayaq/vault/client';
import { beforeAll, describe, expect, it } from 'vitest';
import { keysOf, chosenOf } from './meeting/choose.ts';
import { planCsv } from './plan-csv.ts';
import { planSheet } from './plan-sheet.ts';
import { frameworkIn } from './use-framework.ts';

let translator: Translator;
beforeAll(async () => {
  translator = createTranslator('en', await loadMessages('en'));
});

function record(id: string, kind: string, values: Record<string, Value>): RecordView {
  const stamp = { by: 'leyla', at: 1000 };
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, ...stamp, alternatives: [] }]),
  );
  return { id, kind, deleted: false, fields, created: stamp, updated: stamp };
}

/** A record of the kind with a mark in each of its texts. */
function marked(id: string, kind: string, values: Record<string, Value>): RecordView {
  const known: Kind = KINDS[kind as keyof typeof KINDS];
  const texts = known.fields.flatMap(({ name, type }) =>
    type.is === 'text' ? [[name, `mark of ${kind}.${name}`] as const] : [],
  );
  return record(id, kind, { ...Object.fromEntries(texts), ...values });
}

const date = { day: '2026-05-01' };
const RECORDS = [
  marked('plan', 'framework', { type: 'plan' }),
  marked('theme', 'theme', {}),
  marked('promised', 'commitment', { what: 'action', theme: 'theme' }),
  marked('ours', 'update', { commitment: 'promised', voice: 'ours', rating: 'partly', date }),
  marked('indicator', 'indicator', { commitment: 'promised', aspect: 'outcome' }),
  marked('sheet', 'indicator-sheet', {
    indicator: 'indicator',
    since: date,
    unit: 'persons',
    aim: 'more',
    baselineLeast: 3,
    baselineDate: { day: '2024' },
  }),
  marked('many', 'measurement', { sheet: 'sheet', date, least: 41 }),
  marked('few', 'measurement', { sheet: 'sheet', date: { day: '2026-06-01' }, least: 2 }),
  marked('hidden', 'funding', {
    commitment: 'promised',
    state: 'spent',
    amount: { minor: 700, currency: 'AZN' },
    donorHidden: true,
  }),
  marked('seat', 'seat', { side: 'community' }),
  marked('review', 'review', { type: 'annual', date }),
  marked('decision', 'decision', { review: 'review', what: 'agreed' }),
];

/** Every way out of a plan: all of print and meeting, and the table. */
function waysOut(): Record<'paper' | 'table' | 'meeting', string> {
  const framework = frameworkIn('plan', RECORDS);
  if (framework === null) throw new Error('there is no plan');
  const sheet = planSheet(framework, { translator, members: [], country: 'az', records: RECORDS });
  const items = sheet.groups.flatMap((group) => group.items);
  const all = new Set(items.flatMap((item) => [item.id, ...keysOf(item)]));
  return {
    paper: JSON.stringify(sheet),
    table: planCsv(sheet, translator),
    meeting: JSON.stringify(chosenOf(sheet, all)),
  };
}

describe('whichever way a plan goes out', () => {
  it('nothing goes that its kind never releases', () => {
    const never = Object.values<Kind>(KINDS).flatMap(({ kind, fields }) =>
      fields.flatMap(({ name, release }) => (release === 'never' ? [`mark of ${kind}.${name}`] : [])),
    );
    for (const [way, text] of Object.entries(waysOut()))
      for (const mark of never) expect(text, way).not.toContain(`${mark}"`);
  });

  it('no donor goes who is not to be named, nor where that could be read', () => {
    for (const text of Object.values(waysOut())) {
      expect(text).toContain('a donor who is not named');
      expect(text).not.toContain('mark of funding.donor');
      expect(text).not.toContain('mark of funding.source');
    }
  });

  it('no small number of people goes, nor what is said of it', () => {
    const { paper } = waysOut();
    expect(paper).toContain('"amount":"41"');
    expect(paper).not.toContain('"amount":"2"');
    expect(paper).toContain('"keptBack":1');
    // A baseline of three people is none outside.
    expect(paper).toContain('No baseline');
  });

  it('what is public goes: the text, what each says, the definition', () => {
    const { table, paper } = waysOut();
    expect(table).toContain('mark of commitment.text');
    expect(table).toContain('mark of update.words');
    expect(paper).toContain('mark of indicator-sheet.definition');
  });
});
