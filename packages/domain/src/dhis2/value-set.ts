import { dayNumber, dayNumbered } from '../day.ts';
import type { Given } from '../count/give.ts';
import { NOT_KNOWN, NOT_SAID, SEVERAL } from '../count/declared.ts';
import { type Dimension, PLACE_DIMENSION, type Question } from '../count/question.ts';
import { notWhole } from '../count/whole.ts';
import { groupKey, type Mapping } from './mapping.ts';

/** One value as DHIS2 takes it (`POST /api/dataValueSets`). */
export interface DataValue {
  readonly dataElement: string;
  /** YYYY or YYYYMM. */
  readonly period: string;
  readonly orgUnit: string;
  readonly categoryOptionCombo?: string;
  readonly value: string;
}

/**
 * Why a number of a figure goes into no value. `kept-back`: the gate does not give it. `not-whole`: its month or year is not over, or
 * the question asks for a part of it, and there the value would stand for the whole. `twice`: two numbers would be the same value, and
 * the second would take the first's place.
 */
export type Unsent =
  | 'kept-back'
  | 'no-group'
  | 'no-data-element'
  | 'no-org-unit'
  | 'no-period'
  | 'not-whole'
  | 'twice';

/** A number of a figure, by the names of its rows, and the value that it becomes. */
export interface DryLine {
  readonly names: readonly string[];
  readonly value: DataValue | Unsent;
}

const NO_GROUP: readonly string[] = [NOT_SAID, SEVERAL, NOT_KNOWN];

/** The month or year that a question is about, as it would be called as a row of a table, where it is exactly one. */
function timeOf({ from, to }: Question): { by: string; name: string } | null {
  if (from === null || to === null) return null;
  if (from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31'))
    return { by: 'year', name: from.slice(0, 4) };
  const isMonth = from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && isLastOfMonth(to);
  return isMonth ? { by: 'month', name: from.slice(0, 7) } : null;
}
const isLastOfMonth = (day: string): boolean => dayNumbered(dayNumber(day) + 1).endsWith('-01');

/** Each number that a figure gives, by the names of the rows in which it stands; null: kept back. */
function* numbersOf({ question, tables, all }: Given): Generator<{ names: string[]; count: number | null }> {
  if (question.by.length === 0) yield { names: [], count: all.low };
  for (const { of, rows, columns, cells } of tables) {
    const above = of === null ? [] : [of];
    if (of !== null && rows.length === 0) yield { names: above, count: null };
    for (const [at, row] of rows.entries())
      for (const [across, column] of columns.entries())
        yield {
          names: [...above, row, ...(question.by.length > 1 ? [column] : [])],
          count: cells[at]?.[across] ?? null,
        };
  }
}

const isWhen = ({ by }: Dimension): boolean => by === 'month' || by === 'year';

function valueOf(
  { question, day }: Given,
  mapping: Mapping,
  names: readonly string[],
  count: number | null,
): DataValue | Unsent {
  if (count === null) return 'kept-back';
  if (names.some((name) => NO_GROUP.includes(name))) return 'no-group';
  let time = timeOf(question);
  let place = question.area;
  const group: Record<string, string> =
    question.only === null ? {} : { [question.only.by]: question.only.code };
  for (const [at, dimension] of question.by.entries()) {
    const name = names[at] ?? '';
    if (isWhen(dimension)) time = { by: dimension.by, name };
    else if (dimension.by === PLACE_DIMENSION) place = name;
    else group[dimension.by] = name;
  }
  if (time === null) return 'no-period';
  if (notWhole(question, time, time.name, day) !== null) return 'not-whole';
  const key = groupKey(question.unit, group);
  const element = mapping.dataElements.find((row) => groupKey(row.unit, row.group) === key);
  if (element === undefined) return 'no-data-element';
  const unit = mapping.orgUnits.find((row) => row.place === place);
  if (unit === undefined) return 'no-org-unit';
  const { dataElement, categoryOptionCombo } = element;
  return {
    dataElement,
    period: time.name.replace('-', ''),
    orgUnit: unit.orgUnit,
    ...(categoryOptionCombo === null ? {} : { categoryOptionCombo }),
    value: String(count),
  };
}

const placeOf = ({ dataElement, period, orgUnit, categoryOptionCombo = '' }: DataValue): string =>
  JSON.stringify([dataElement, period, orgUnit, categoryOptionCombo]);

/** What each number of a figure that the gate gave would become, and why the others become nothing. Nothing is sent by it. */
export function dryRun(given: Given, mapping: Mapping): DryLine[] {
  const lines = [...numbersOf(given)].map(({ names, count }) => ({
    names,
    value: valueOf(given, mapping, names, count),
  }));
  const often = new Map<string, number>();
  for (const { value } of lines)
    if (typeof value !== 'string') often.set(placeOf(value), (often.get(placeOf(value)) ?? 0) + 1);
  return lines.map((line) =>
    typeof line.value !== 'string' && (often.get(placeOf(line.value)) ?? 0) > 1
      ? { ...line, value: 'twice' as const }
      : line,
  );
}

export const valuesIn = (lines: readonly DryLine[]): DataValue[] =>
  lines.flatMap(({ value }) => (typeof value === 'string' ? [] : [value]));

/** The file as DHIS2 takes it: the values of a figure that the gate gave, and nothing that it kept back. */
export const writeValueSet = (given: Given, mapping: Mapping): string =>
  `${JSON.stringify({ dataValues: valuesIn(dryRun(given, mapping)) }, null, 2)}\n`;
