import { isName, type Question, type QuestionType } from './model.ts';

/** How a condition compares an answer: the way to say most of them without writing an expression. */
export const COMPARISONS = ['is', 'is-not', 'contains', 'more', 'less'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A condition of one comparison. */
export interface Picked {
  /** Of the question whose answer it is. */
  readonly name: string;
  readonly how: Comparison;
  /** A choice's name, a number, a day (YYYY-MM-DD), or words. */
  readonly value: string;
}

/** Which comparisons an answer of that type allows. */
export function comparisonsOf(type: QuestionType): readonly Comparison[] {
  switch (type) {
    case 'integer':
    case 'decimal':
    case 'date':
      return ['is', 'is-not', 'more', 'less'];
    case 'many':
      return ['contains'];
    case 'one':
      return ['is', 'is-not'];
    default:
      return ['is', 'is-not', 'contains', 'more', 'less'];
  }
}

const SIGNS = { is: '=', 'is-not': '!=', more: '>', less: '<' } as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^-?\d{1,15}(\.\d{1,10})?$/;

/** The expression of a picked condition. Null where its value cannot be written: no number where one is wanted, or both kinds of quotation marks. */
export function writePicked({ name, how, value }: Picked, { type }: Pick<Question, 'type'>): string | null {
  const isNumber = type === 'integer' || type === 'decimal';
  if (value.trim() === '' || (isNumber && !NUMBER.test(value)) || (type === 'date' && !DAY.test(value)))
    return null;
  const text = value.includes("'") ? (value.includes('"') ? null : `"${value}"`) : `'${value}'`;
  if (text === null) return null;
  if (how === 'contains') return `${type === 'many' ? 'selected' : 'contains'}(\${${name}}, ${text})`;
  // Whatever is reckoned is compared as a number where it is one.
  const right =
    isNumber || (type === 'calculate' && NUMBER.test(value))
      ? value
      : type === 'date'
        ? `date(${text})`
        : text;
  return `\${${name}} ${SIGNS[how]} ${right}`;
}

const COMPARED =
  /^\s*\$\{\s*([^}]{1,64}?)\s*\}\s*(=|!=|>|<)\s*(?:(-?\d{1,15}(?:\.\d{1,10})?)|'([^']*)'|"([^"]*)"|date\(\s*(?:'([\d-]{10})'|"([\d-]{10})")\s*\))\s*$/u;
const CONTAINED =
  /^\s*(selected|contains)\(\s*\$\{\s*([^}]{1,64}?)\s*\}\s*,\s*(?:'([^']*)'|"([^"]*)")\s*\)\s*$/u;

/** A condition as it can be picked; null where it says more than that, which is shown as it is written and kept. */
export function readPicked(text: string, typeOf: (name: string) => QuestionType | undefined): Picked | null {
  const contained = CONTAINED.exec(text);
  const compared = contained === null ? COMPARED.exec(text) : null;
  const name = contained?.[2] ?? compared?.[1] ?? '';
  const type = isName(name) ? typeOf(name) : undefined;
  if (type === undefined) return null;
  const how: Comparison | undefined =
    contained === null
      ? (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).find((each) => SIGNS[each] === compared?.[2])
      : 'contains';
  const value =
    contained?.[3] ?? contained?.[4] ?? compared?.slice(3).find((each) => each !== undefined) ?? '';
  if (how === undefined || !comparisonsOf(type).includes(how)) return null;
  // What would be written otherwise means something else.
  const written = writePicked({ name, how, value }, { type });
  return written !== null && bare(written) === bare(text) ? { name, how, value } : null;
}

/** Without what makes no difference: blanks between parts, and which quotation marks stand around a value. */
const bare = (text: string): string =>
  (text.match(/'[^']*'|"[^"]*"|[^'"\s]+/g) ?? [])
    .map((part) => (/^['"]/.test(part) ? JSON.stringify(part.slice(1, -1)) : part))
    .join('');

/** The least and the most that a number may be; either may be left open. */
export interface Bounds {
  readonly least: string;
  readonly most: string;
}

/** The constraint that bounds a number; empty where nothing bounds it, null where one of them is no number. */
export function writeBounds({ least, most }: Bounds): string | null {
  if ([least, most].some((each) => each !== '' && !NUMBER.test(each))) return null;
  return [least === '' ? '' : `. >= ${least}`, most === '' ? '' : `. <= ${most}`]
    .filter((each) => each !== '')
    .join(' and ');
}

const BOUNDS =
  /^(?:\.\s*>=\s*(-?\d{1,15}(?:\.\d{1,10})?))?(\s*and\s*)?(?:\.\s*<=\s*(-?\d{1,15}(?:\.\d{1,10})?))?$/;

/** A constraint as least and most; null where it says something else. */
export function readBounds(text: string): Bounds | null {
  const found = BOUNDS.exec(text.trim());
  if (found === null) return null;
  const [, least = '', and, most = ''] = found;
  return (and !== undefined) === (least !== '' && most !== '') ? { least, most } : null;
}
