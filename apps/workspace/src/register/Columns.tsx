import {
  type Asked,
  type ColumnUse,
  type Mapping,
  NAMED_BY,
  type Subject,
  SUBJECTS,
  targetField,
  targetName,
  valuesOf,
  type Words,
} from '@dayaq/register';
import { codeList } from '@dayaq/domain';
import { useMemo } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { codeLabel, kindLabel } from '../fields/labels.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Choice, ChoiceGroup } from '../look/Choice.tsx';
import { Notice } from '../look/Notice.tsx';
import { ColumnRow } from './ColumnRow.tsx';
import type { Opened } from './opened.ts';
import { Otherwise } from './Otherwise.tsx';
import { targetLabel } from './target-label.ts';
import { whichDay } from './which-day.ts';

interface Props {
  room: Room;
  words: Words;
  year: number;
  opened: Opened;
  onMapping: (mapping: Mapping) => void;
  onAbout: (about: Subject) => void;
  /** Reads the file again, otherwise. */
  onAsked: (asked: Asked) => void;
  onCheck: () => void;
}

/** What each column is: proposed, and looked at by whoever brings the register. */
export function Columns({ room, words, year, opened, onMapping, onAbout, onAsked, onCheck }: Props) {
  const { table, mapping, proposal } = opened;
  const values = useMemo(() => table.columns.map(({ at }) => valuesOf(table, at)), [table]);
  const put = (at: number, use: ColumnUse): void =>
    onMapping({ ...mapping, uses: mapping.uses.map((each, i) => (i === at ? use : each)) });
  const twice = sameField(mapping, room);
  const repeats = useMemo(() => repeatedNumbers(mapping, values), [mapping, values]);
  const isOfCases = mapping.about === 'case';
  const hasStatus = mapping.uses.some(
    (use) => use.as === 'field' && targetName(use.target) === 'case.status',
  );
  const isDayOpen = mapping.uses.some(
    (use, at) =>
      use.as === 'field' &&
      targetField(use.target)?.type.is === 'date' &&
      use.order === null &&
      whichDay(values[at]?.keys() ?? [], year) !== null,
  );
  const lacking =
    twice !== null
      ? t('register.sameField', { field: twice })
      : isDayOpen
        ? t('register.orderFirst')
        : isOfCases && mapping.status === null && !hasStatus
          ? t('register.statusFirst')
          : null;
  return (
    <div class="stack stack-loose">
      <div class="stack stack-tight">
        <p class="strong">{opened.file}</p>
        <p>{t('register.found', { rows: table.rows.length, columns: table.columns.length })}</p>
        {table.hiddenRows > 0 && <p>{t('register.hiddenRows', { count: table.hiddenRows })}</p>}
        {table.leftOut.length > 0 && <p>{t('register.leftOut', { count: table.leftOut.length })}</p>}
      </div>
      <Otherwise chosen={opened} onAsked={onAsked} />
      <ChoiceGroup legend={t('register.tells')} chips>
        {(Object.keys(SUBJECTS) as Subject[]).map((about) => (
          <Choice
            key={about}
            type="radio"
            name="about"
            label={kindLabel(room.translator, about)}
            checked={mapping.about === about}
            onChange={() => onAbout(about)}
          />
        ))}
      </ChoiceGroup>
      {opened.kept !== 'none' && (
        <Notice tone={opened.kept === 'these' ? 'o' : 'w'}>
          <p>{t(opened.kept === 'these' ? 'register.kept' : 'register.keptOther')}</p>
        </Notice>
      )}
      <section class="stack" aria-label={t('register.columns')}>
        <h2>{t('register.columns')}</h2>
        <p class="muted">{t('register.columnsHint')}</p>
        <ul class="rows">
          {table.columns.map((column, at) => (
            <ColumnRow
              key={column.at}
              room={room}
              words={words}
              year={year}
              about={mapping.about}
              column={column}
              values={values[at] ?? new Map()}
              use={mapping.uses[at] ?? { as: 'out' }}
              proposed={proposal.columns[at] ?? { sureness: 'none', out: null, examples: [] }}
              onUse={(use) => put(at, use)}
            />
          ))}
        </ul>
      </section>
      {isOfCases && repeats > 0 && (
        <Choice
          type="checkbox"
          label={t('register.gathers')}
          hint={t('register.gathersHint', { count: repeats })}
          checked={mapping.gathers}
          onChange={(gathers) => onMapping({ ...mapping, gathers })}
        />
      )}
      {isOfCases && (
        <ChoiceGroup legend={t('register.status')} hint={t('register.statusHint')} chips>
          {(codeList('statuses')?.codes ?? []).map(({ code }) => (
            <Choice
              key={code}
              type="radio"
              name="status"
              label={codeLabel(room.translator, 'statuses', code)}
              checked={mapping.status === code}
              onChange={() => onMapping({ ...mapping, status: code })}
            />
          ))}
        </ChoiceGroup>
      )}
      <div class="buttons">
        <Button disabled={lacking !== null} why={lacking ?? undefined} onClick={onCheck}>
          {t('register.check')}
        </Button>
      </div>
    </div>
  );
}

/** In how many rows a number stands that stands in an earlier one. */
function repeatedNumbers({ uses, about }: Mapping, values: readonly ReadonlyMap<string, number>[]): number {
  const at = uses.findIndex((use) => use.as === 'field' && targetName(use.target) === NAMED_BY[about]);
  return [...(values[at]?.values() ?? [])].reduce((sum, count) => sum + count - 1, 0);
}

/** The name of a field that two columns are chosen for; null where none is. */
function sameField({ uses }: Mapping, { translator }: Room): string | null {
  const seen = new Set<string>();
  for (const use of uses) {
    if (use.as !== 'field') continue;
    const name = targetName(use.target);
    if (seen.has(name)) return targetLabel(translator, use.target);
    seen.add(name);
  }
  return null;
}
