import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';
import type { Field } from './kind.ts';
import { fieldOf, kindOf } from './kinds/index.ts';
import type { PlainRecord } from './plain-record.ts';
import { isEmpty } from './validate.ts';

/** As much of a record as says what stands in it. */
export type Doubted = Pick<PlainRecord, 'fields' | 'versions'>;

/** All that stands of a field: one value, or where two did not know of each other, each of them, what was taken out too. */
export const standing = ({ fields, versions }: Doubted, name: string): readonly unknown[] =>
  versions?.[name] ?? [fields[name]];

/** The answers of the list `answer`, from what allows the least to what allows the most, and from what is feared most. */
const ALLOWING = ['no', 'prefers-not', 'unknown', 'yes'];
const FEARING = ['yes', 'unknown', 'prefers-not', 'no'];

type Careful = Exclude<NonNullable<Field['joins']>, 'all'>;
/** How a field says which of two answers is the careful one; undefined where none is. */
const carefulBy = ({ joins }: Field): Careful | undefined => (joins === 'all' ? undefined : joins);
/** Whether one knows of two versions of a field what may be acted on. */
export const isCareful = (kind: string, name: string): boolean => {
  const field = fieldOf(kind, name);
  return field !== undefined && carefulBy(field) !== undefined;
};

/** Of these the least is one of those that were said; of other things it is what none takes back. */
const HAS_LEAST: readonly Field['type']['is'][] = ['number', 'date'];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const numbers = (all: readonly unknown[]): number[] => all.filter((each) => typeof each === 'number');

/**
 * Of several answers to one question the careful one, by `Field.joins`: undefined where none of them may be acted on.
 * @param all what was answered, none of it empty
 */
export function carefulAnswer(
  { type, joins }: { type: Field['type']; joins: Careful },
  all: readonly unknown[],
): unknown {
  if (typeof joins === 'object') return joins.findLast((code) => all.includes(code)) ?? all[0];
  switch (type.is) {
    case 'codes':
    case 'links': {
      const sets = all.map((each): readonly unknown[] => (Array.isArray(each) ? each : []));
      const each = [...new Set(sets.flat())];
      return joins === 'most' ? each : each.filter((code) => sets.every((set) => set.includes(code)));
    }
    case 'answer':
      return (joins === 'least' ? ALLOWING : FEARING).find((answer) => all.includes(answer));
    case 'number': {
      const told = numbers(all);
      if (told.length === 0) return undefined;
      return joins === 'most' ? Math.max(...told) : Math.min(...told);
    }
    case 'date': {
      const told = all.filter(isFuzzyDate).toSorted((a, b) => (fuzzyRange(a).to < fuzzyRange(b).to ? -1 : 1));
      return joins === 'most' ? told.at(-1) : told[0];
    }
    default: {
      const told = all.filter((value, at) => all.findIndex((each) => same(each, value)) === at);
      if (told.length === 1) return told[0];
      return joins === 'most' ? told.filter((words) => typeof words === 'string').join('\n') : undefined;
    }
  }
}

/**
 * What a record says as one may act on it: where versions that did not know of each other stand, of each field that says how
 * (`Field.joins`) what forbids or fears, and only what all of them allow. Of other fields the version that the merge chose.
 */
export function carefulReading(record: Doubted & Pick<PlainRecord, 'kind'>): PlainRecord['fields'] {
  const { kind, fields, versions } = record;
  if (versions === undefined) return fields;
  const read = { ...fields };
  for (const field of kindOf(kind)?.fields ?? []) {
    const { name } = field;
    const joins = carefulBy(field);
    const all = versions[name];
    if (all === undefined || joins === undefined) continue;
    const said = all.filter((value) => !isEmpty(value));
    // What one version takes back is allowed by that version no more.
    const isTakenBack = joins === 'least' && said.length < all.length && !HAS_LEAST.includes(field.type.is);
    const answer =
      said.length === 0 || isTakenBack ? undefined : carefulAnswer({ type: field.type, joins }, said);
    if (answer === undefined) delete read[name];
    else read[name] = answer;
  }
  return read;
}
