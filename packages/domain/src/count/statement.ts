import { codeList, codeOf } from '../code-lists/index.ts';
import { dayNumber } from '../day.ts';
import { areasIn, areaWithAncestors } from '../packs/index.ts';
import { NOT_KNOWN, NOT_SAID, SEVERAL } from './declared.ts';
import { type Dimension, DIMENSIONS, PLACE_DIMENSION, type Question } from './question.ts';

/** That something is so: a field has a code, it was in an area. */
export interface Condition {
  readonly by: string;
  /** A code; with `EXACT` behind it: it and none below it. */
  readonly value: string;
  /** That and no other: where each is counted once. */
  readonly alone: boolean;
}

/**
 * Which of those that a figure speaks of a number is of: those that it counts, those whom it may count beyond them where only a range
 * is known, and those whom it does not count: their date is not known closely enough, or not at all, or they did not agree.
 */
export type Part = 'counted' | 'beyond' | 'perhaps' | 'undated' | 'withheld';

/** What one number of a figure is of, whichever table it stands in. */
export interface Statement {
  readonly part: Part;
  /** What is counted, and by which day and place. */
  readonly unit: Question['unit'];
  readonly dated: Question['dated'];
  readonly placed: Question['placed'];
  /** Days as `dayNumber` has them; infinite where the time has no end. */
  readonly from: number;
  readonly to: number;
  readonly conditions: readonly Condition[];
}

const EXACT = '!';
const TIME = 'time';
const MONTH = /^\d{4}-\d{2}$/;
const YEAR = /^\d{4}$/;
const SPECIAL: readonly string[] = [NOT_SAID, SEVERAL, NOT_KNOWN];

/** Values that hold this one, innermost first: `EXACT` stands for no code of its own. */
export function holding(by: string, value: string): string[] {
  if (SPECIAL.includes(value)) return [];
  const code = value.endsWith(EXACT) ? value.slice(0, -1) : value;
  const own = value === code ? [] : [code];
  if (by === PLACE_DIMENSION) return [...own, ...areaWithAncestors(code).slice(1)];
  const list = DIMENSIONS.get(by)?.field.list ?? null;
  const parent = list === null ? undefined : codeOf(list, code)?.parent;
  return parent === undefined ? own : [...own, parent];
}

/** What a number is of: the question's own conditions, and what the rows in which it stands are called. */
export function statementOf(
  question: Question,
  rows: readonly { readonly side: Dimension; readonly name: string }[],
  part: Part = 'counted',
): Statement {
  const { unit, dated, placed, basis, area, only } = question;
  // What has no day is the same of every time.
  const isTimeless = part === 'undated';
  let from = question.from === null || isTimeless ? Number.NEGATIVE_INFINITY : dayNumber(question.from);
  let to = question.to === null || isTimeless ? Number.POSITIVE_INFINITY : dayNumber(question.to);
  const conditions: Condition[] = [];
  if (only !== null) conditions.push({ by: only.by, value: only.code, alone: false });
  if (area !== null) conditions.push({ by: PLACE_DIMENSION, value: area, alone: false });
  for (const { side, name } of rows) {
    if (MONTH.test(name) || (YEAR.test(name) && side.by === 'year')) {
      const [year = 0, month] = name.split('-').map(Number);
      from = Math.max(from, firstOf(year, month ?? 1));
      to = Math.min(to, (month === undefined ? firstOf(year + 1, 1) : firstOf(year, month + 1)) - 1);
      continue;
    }
    const isTime = side.by === 'month' || side.by === 'year';
    const isFine = side.fine === true || (side.by === PLACE_DIMENSION && area !== null);
    conditions.push({
      by: isTime ? TIME : side.by,
      value: isFine && isDivided(side.by, name) ? `${name}${EXACT}` : name,
      alone: basis === 'one',
    });
  }
  return { part, unit, dated, placed, from, to, conditions: needed(conditions) };
}

/** Whether something stands below a code, which a finer table has in rows of its own. */
function isDivided(by: string, code: string): boolean {
  if (by === PLACE_DIMENSION) return areasIn(code).length > 0;
  const list = DIMENSIONS.get(by)?.field.list ?? null;
  return codeList(list ?? '')?.codes.some(({ parent }) => parent === code) === true;
}

/** The first day of a month; the thirteenth is the next year's first. */
const firstOf = (year: number, month: number): number =>
  month > 12
    ? firstOf(year + 1, month - 12)
    : dayNumber(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);

const keyOf = ({ by, value, alone }: Condition): string => JSON.stringify([by, value, alone]);
/** Without those that another one says already, always in the same order. */
function needed(conditions: readonly Condition[]): Condition[] {
  const each = [...new Map(conditions.map((one) => [keyOf(one), one]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);
  return each.filter((one) => !each.some((other) => other !== one && implies(other, one)));
}

export const hasPeriod = ({ from, to }: Statement): boolean => Number.isFinite(from) || Number.isFinite(to);
const isPlaced = ({ conditions }: Statement): boolean => conditions.some(({ by }) => by === PLACE_DIMENSION);

/** The same people, cases or acts are meant. */
export const statementKey = (statement: Statement): string =>
  JSON.stringify([
    statement.part,
    statement.unit,
    hasPeriod(statement) ? statement.dated : null,
    isPlaced(statement) ? statement.placed : null,
    statement.from,
    statement.to,
    statement.conditions.map(keyOf),
  ]);

/** Whether whatever the first is of is among what the second is of, by what both say. */
export function isWithin(inner: Statement, outer: Statement): boolean {
  if (inner.part !== outer.part || inner.unit !== outer.unit) return false;
  if (hasPeriod(outer)) {
    if (!hasPeriod(inner) || inner.dated !== outer.dated) return false;
    if (inner.from < outer.from || inner.to > outer.to) return false;
  }
  if (isPlaced(outer) && (!isPlaced(inner) || inner.placed !== outer.placed)) return false;
  return outer.conditions.every((asked) => inner.conditions.some((said) => implies(said, asked)));
}

function implies(said: Condition, asked: Condition): boolean {
  if (said.by !== asked.by || (asked.alone && !said.alone)) return false;
  return said.value === asked.value || holding(said.by, said.value).includes(asked.value);
}
