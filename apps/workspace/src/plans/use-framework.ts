import { type FuzzyDate, isFuzzyDate, type Language, type Update } from '@dayaq/domain';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import type { Failure, Id, LinkRow, RecordView } from '@dayaq/vault/client';
import { titleFields } from '../fields/index.ts';
import { type IndicatorView, indicatorsOf } from './indicators.ts';
import { type Query, useQuery } from '../vault/session.ts';

/** What somebody said, as its record has it. */
export interface Said extends Update {
  record: RecordView;
}

/** One commitment, with what is said of it. */
export interface Commitment {
  record: RecordView;
  values: ReturnType<typeof valuesOf>;
  said: readonly Said[];
  indicators: readonly IndicatorView[];
  /** Lines of money, as they were written down. */
  funding: readonly RecordView[];
}

/** Commitments that stand together; without a theme those that name none that is here. */
export interface Group {
  theme: RecordView | null;
  commitments: readonly Commitment[];
}

/** A framework as its page shows it. */
export interface Framework {
  root: RecordView;
  groups: readonly Group[];
  records: readonly RecordView[];
  /** By commitment: by when proposals that it came from, and that this person may read, were to be answered and have not been. */
  unanswered: ReadonlyMap<Id, readonly FuzzyDate[]>;
}

/** Kinds of the records of a framework. */
const PARTS = [
  'framework',
  'theme',
  'commitment',
  'update',
  'indicator',
  'indicator-sheet',
  'indicator-target',
  'measurement',
  'seat',
  'review',
  'decision',
  'task',
  'funding',
  'session',
  'signing',
  'proposal',
  'consultation',
] as const;

/** Links to a plan that are looked through for proposals. */
const MOST_LINKS = 500;

export type Asked = { framework: Framework | null; failure: Failure | null };

export function useFramework(id: Id): Query<Asked> {
  return useQuery(
    async (vault) => {
      const answer = await vault.dossier(id);
      if (!answer.ok) return { framework: null, failure: answer.failure };
      const { from } = await vault.linked({ id, limit: MOST_LINKS });
      return { framework: frameworkIn(id, answer.value.records, from), failure: null };
    },
    [id],
    PARTS,
  );
}

/** Null where its head is not here, or was deleted. */
export function frameworkIn(
  id: Id,
  all: readonly RecordView[],
  from: readonly LinkRow[] = [],
): Framework | null {
  const records = all.filter(({ deleted }) => !deleted);
  const root = records.find((record) => record.id === id && record.kind === 'framework');
  if (root === undefined) return null;
  const of = (kind: string): RecordView[] => records.filter((record) => record.kind === kind);
  const said = of('update').map(saidIn);
  const commitments = of('commitment')
    .sort(byNumber)
    .map((record) => ({
      record,
      values: valuesOf(record),
      said: said.filter((each) => textIn(each.record, 'commitment') === record.id),
      indicators: indicatorsOf(record.id, records),
      funding: of('funding')
        .filter((each) => textIn(each, 'commitment') === record.id)
        .sort((a, b) => a.created.at - b.created.at),
    }));
  const themes = of('theme').sort(byNumber);
  const inTheme = (theme: RecordView | null): Commitment[] =>
    commitments.filter(({ record }) => {
      const named = textIn(record, 'theme');
      return theme === null ? !themes.some(({ id: each }) => each === named) : named === theme.id;
    });
  const groups = [...themes, null].map((theme) => ({ theme, commitments: inTheme(theme) }));
  return {
    root,
    groups: groups.filter((each) => each.theme !== null || each.commitments.length > 0),
    records,
    unanswered: unansweredIn(from),
  };
}

/** @param from what leads to its records */
function unansweredIn(from: readonly LinkRow[]): Framework['unanswered'] {
  const found = new Map<Id, FuzzyDate[]>();
  for (const { record, end } of from) {
    const { fate, answerBy } = end.fields ?? {};
    if (end.kind !== 'proposal' || (fate ?? null) !== null || !isFuzzyDate(answerBy)) continue;
    found.set(record, [...(found.get(record) ?? []), answerBy]);
  }
  return found;
}

function saidIn(record: RecordView): Said {
  const { date } = valuesOf(record);
  return {
    record,
    id: record.id,
    voice: textIn(record, 'voice'),
    who: textIn(record, 'who'),
    rating: textIn(record, 'rating'),
    date: isFuzzyDate(date) ? date : { day: '' },
  };
}

/** 1.2 before 1.10; what has no number stands in the order in which it was written. */
function byNumber(a: RecordView, b: RecordView): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const step = (left[i] ?? 0) - (right[i] ?? 0);
    if (step !== 0) return step;
  }
  return a.created.at - b.created.at;
}
const partsOf = (record: RecordView): number[] =>
  textIn(record, 'number')
    .split('.')
    .map(Number)
    .filter((part) => Number.isFinite(part));

/** What it is called in the reader's language, or as its document calls it. */
export function nameIn(record: RecordView, language: Language): string {
  const names = titleFields(record.kind, language).map((field) => textIn(record, field));
  return names.find((name) => name !== '') ?? '';
}
