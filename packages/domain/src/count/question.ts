import { isDay } from '../fuzzy-date.ts';
import { COUNT_UNITS, type CountUnit } from '../kind.ts';
import { areaOf } from '../packs/index.ts';
import { codeOf } from '../code-lists/index.ts';
import { COUNTED, type CountedField, PERSONS } from './declared.ts';

/** By what something is counted: a field (`person.populations`), or the time or place that the question goes by. */
export interface Dimension {
  readonly by: string;
  /** The second level of a list, districts instead of regions. */
  readonly fine?: true;
}

/** Which day counts, and which place: those of what was done, or those of its case. */
export const RULES = ['act', 'case'] as const;
export type Rule = (typeof RULES)[number];
export const BASES = ['every', 'one'] as const;
export const WHO = ['agreed', 'all'] as const;

/** What is asked of everything that this device may read. */
export interface Question {
  readonly unit: CountUnit;
  /** At most three. */
  readonly by: readonly Dimension[];
  /** `every`: in each group that it belongs to. `one`: once, as what it is counted as. */
  readonly basis: (typeof BASES)[number];
  /** Those who agreed to be in statistics, or everybody: that is for our own work, and never leaves. */
  readonly who: (typeof WHO)[number];
  readonly dated: Rule;
  /** First and last day, YYYY-MM-DD; null: from the first on, to the last. */
  readonly from: string | null;
  readonly to: string | null;
  readonly placed: Rule;
  /** Code of an area; null: everywhere. */
  readonly area: string | null;
  /** Only what has this code, or one below it. */
  readonly only: { readonly by: string; readonly code: string } | null;
}

export const MOST_DIMENSIONS = 3;
/** Dimensions that no field is. */
export const TIMES = ['month', 'year'] as const;
export const PLACE_DIMENSION = 'place';

export const PLAIN_QUESTION: Question = {
  unit: 'cases',
  by: [],
  basis: 'every',
  who: 'agreed',
  dated: 'case',
  from: null,
  to: null,
  placed: 'case',
  area: null,
  only: null,
};

/** A field that things are counted by. */
export interface CountedBy {
  readonly kind: string;
  readonly field: CountedField;
  /** Of the kind's fields. */
  readonly index: number;
}

const ONE_OF = new Set(Object.values(PERSONS.counts.one ?? {}).map((name) => `${PERSONS.kind}.${name}`));
const byName = new Map(
  COUNTED.flatMap(({ kind, fields, counts }) =>
    fields.flatMap((field, index): [string, CountedBy][] => {
      const name = `${kind}.${field.name}`;
      // Where it is, and as what somebody is counted, are asked for by the question's own rules.
      return field.name === counts.place || ONE_OF.has(name) ? [] : [[name, { kind, field, index }]];
    }),
  ),
);

/** Every field that things are counted by, by its name in a question. */
export const DIMENSIONS: ReadonlyMap<string, CountedBy> = byName;

export const isDimension = (by: string): boolean =>
  by === PLACE_DIMENSION || TIMES.some((time) => time === by) || byName.has(by);

/** What a question asked for that this version does not have any more. */
export interface Lost {
  readonly lost: readonly string[];
}

const RECORD = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};

function oneOf<const T extends string>(values: readonly T[], value: unknown): T | null {
  return values.find((each) => each === value) ?? null;
}

const dayOf = (value: unknown): string | null => (isDay(value) && value.length === 10 ? value : null);

/**
 * A question as `writeQuestion` wrote it. What it lacks is as in `PLAIN_QUESTION`; what it names and this version does not know is
 * told, since without it another thing would be counted.
 */
export function readQuestion(text: string): { question: Question } & Lost {
  const lost: string[] = [];
  let read: unknown = null;
  try {
    read = JSON.parse(text);
  } catch {
    lost.push('text');
  }
  const said = RECORD(read);
  const chosen = <const T extends string>(name: keyof Question, values: readonly T[], plain: T): T => {
    if (said[name] === undefined) return plain;
    const value = oneOf(values, said[name]);
    if (value === null) lost.push(name);
    return value ?? plain;
  };
  const day = (name: 'from' | 'to'): string | null => {
    if (said[name] == null) return null;
    const value = dayOf(said[name]);
    if (value === null) lost.push(name);
    return value;
  };
  const by = (Array.isArray(said['by']) ? said['by'] : []).slice(0, MOST_DIMENSIONS).flatMap((each) => {
    const { by: name, fine } = RECORD(each);
    if (typeof name === 'string' && isDimension(name))
      return [{ by: name, ...(fine === true ? { fine: true as const } : {}) }];
    lost.push(typeof name === 'string' ? name.slice(0, 80) : 'by');
    return [];
  });
  const question: Question = {
    unit: chosen('unit', COUNT_UNITS, PLAIN_QUESTION.unit),
    by: by.filter(({ by: name }, at) => by.findIndex((other) => other.by === name) === at),
    basis: chosen('basis', BASES, PLAIN_QUESTION.basis),
    who: chosen('who', WHO, PLAIN_QUESTION.who),
    dated: chosen('dated', RULES, PLAIN_QUESTION.dated),
    from: day('from'),
    to: day('to'),
    placed: chosen('placed', RULES, PLAIN_QUESTION.placed),
    area: areaIn(said['area'], lost),
    only: onlyIn(said['only'], lost),
  };
  return { question, lost };
}

function areaIn(value: unknown, lost: string[]): string | null {
  if (value == null) return null;
  if (typeof value === 'string' && areaOf(value) !== undefined) return value;
  lost.push('area');
  return null;
}

function onlyIn(value: unknown, lost: string[]): Question['only'] {
  if (value == null) return null;
  const { by, code } = RECORD(value);
  const field = typeof by === 'string' ? byName.get(by)?.field : undefined;
  if (typeof by === 'string' && field?.list != null && typeof code === 'string')
    if (codeOf(field.list, code) !== undefined) return { by, code };
  lost.push(typeof by === 'string' ? by.slice(0, 80) : 'only');
  return null;
}

/** The same question is always the same text. */
export function writeQuestion(question: Question): string {
  const { unit, by, basis, who, dated, from, to, placed, area, only } = question;
  return JSON.stringify({ unit, by, basis, who, dated, from, to, placed, area, only });
}
