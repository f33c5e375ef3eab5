import { clientOf } from './client.ts';
import { standingValues } from './record-values.ts';
import type { DossierView, Id, RecordView, Value } from '@dayaq/vault/client';

/** What of two cases says whether they are one person's, by kind and field; of acts the days and what was done. */
const TELLING = [
  ['case', 'oldNumber'],
  ['person', 'alias'],
  ['person', 'safeContact'],
  ['person', 'genderIdentity'],
  ['person', 'sexRecorded'],
  ['person', 'ageBand'],
  ['person', 'birthYear'],
  ['person', 'minor'],
  ['case', 'area'],
  ['violation', 'place'],
  ['violation', 'date'],
  ['violation', 'type'],
  ['case', 'opened'],
] as const;

/** One end of a pair: a case, and which of its people is meant. */
export interface PairEnd {
  view: Pick<DossierView, 'id' | 'records'>;
  person: Id;
}

/** What stands of one field in one of the cases: the record and each value of it. */
export interface Told {
  record: RecordView;
  value: Value;
}

export interface PairFact {
  kind: (typeof TELLING)[number][0];
  field: (typeof TELLING)[number][1];
  /** Empty where the case says nothing of it. */
  one: Told[];
  other: Told[];
  /** Both say something, and nothing of it is the same. What only one of them says differs from nothing. */
  differs: boolean;
}

/** So many values are compared of a field that many records have, the first that were written down. */
const MOST = 20;

/**
 * What is needed to say whether two cases are one person's, beside each other; of what neither says there is no row. Of versions
 * that stand beside each other each is told.
 */
export function pairFacts(one: PairEnd, other: PairEnd): PairFact[] {
  return TELLING.flatMap(([kind, field]) => {
    const [left, right] = [toldIn(one, kind, field), toldIn(other, kind, field)];
    if (left.length === 0 && right.length === 0) return [];
    const words = new Set(left.map(saysSame));
    const differs = left.length > 0 && right.length > 0 && !right.some((told) => words.has(saysSame(told)));
    return [{ kind, field, one: left, other: right, differs }];
  });
}

function toldIn({ view, person }: PairEnd, kind: string, field: string): Told[] {
  const found = new Map<string, Told>();
  for (const record of recordsIn(view, kind, person))
    for (const value of standingValues(record, field)) {
      if (Array.isArray(value) && value.length === 0) continue;
      const told = { record, value };
      if (found.size < MOST && !found.has(saysSame(told))) found.set(saysSame(told), told);
    }
  return [...found.values()];
}

function recordsIn({ id, records }: PairEnd['view'], kind: string, person: Id): RecordView[] {
  const live = records.filter((record) => !record.deleted && record.kind === kind);
  if (kind === 'case') return live.filter((record) => record.id === id);
  if (kind !== 'person') return live;
  const meant = live.find((record) => record.id === person) ?? clientOf(records);
  return meant === undefined ? [] : [meant];
}

/** Of two values whether they say the same: of numbers their digits alone, of words what is left without case and spaces. */
function saysSame({ value }: Told): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const digits = value.replace(/\D/gu, '');
  return digits.length >= 7 ? digits.slice(-9) : value.trim().toLocaleLowerCase('und');
}
