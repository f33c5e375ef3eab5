import { NOTHING } from './vocabulary/marks.ts';
import {
  CODE_NAMES,
  COLUMN_NAMES,
  IDENTITY_NAMES,
  NOTE_NAMES,
  ROW_NUMBER_NAMES,
} from './vocabulary/names.ts';
import type { Table } from './columns.ts';
import { isCurrencyColumn } from './currency.ts';
import { type DateOrder, readDate } from './dates.ts';
import { folded, valueKey } from './folded.ts';
import { type ColumnUse, columnKeys, type Mapping, type OutReason } from './mapping.ts';
import { personCodes } from './person-code.ts';
import { consentColumn } from './refused.ts';
import { type Subject, SUBJECTS, type Target, targetField, targetName, targetsOf } from './targets.ts';
import { type CodeChoice, piecesOf, type Words } from './values.ts';

/** How sure a proposal is: by its name (`sure`), by part of it or by its values (`guess`), or not at all. */
export type Sureness = 'sure' | 'guess' | 'none';

export interface Proposal {
  mapping: Mapping;
  /** One for each column. */
  columns: readonly { sureness: Sureness; out: OutReason | null; examples: readonly string[] }[];
}

/** Different values of a column that are looked at one by one; of more it is a text. */
export const MOST_VALUES = 200;
const EXAMPLES = 3;

/** What the columns of a sheet most likely are, and what its rows tell of: that of which more of its columns are known. */
export function propose(table: Table, words: Words, year: number, about?: Subject): Proposal {
  if (about !== undefined) return proposeFor(table, words, year, about);
  const all = (Object.keys(SUBJECTS) as Subject[]).map((each) => proposeFor(table, words, year, each));
  return all.reduce((best, each) => (known(each) > known(best) ? each : best));
}

/** How much is known of the columns: by their whole name twice as much as by a part of it. */
const known = ({ mapping, columns }: Proposal): number =>
  columns.reduce(
    (sum, { sureness }, at) => (mapping.uses[at]?.as === 'field' ? sum + (sureness === 'sure' ? 2 : 1) : sum),
    0,
  );

/**
 * What each column most likely is. It proposes and decides nothing: whoever brings the register looks at every column.
 * Only codes built from somebody's name and day of birth are left out whatever is chosen.
 */
function proposeFor(table: Table, words: Words, year: number, about: Subject): Proposal {
  const taken = new Set<string>();
  const names = namesOfTargets(words, about);
  const uses: ColumnUse[] = [];
  const columns: { sureness: Sureness; out: OutReason | null; examples: string[] }[] = [];
  const found = table.columns.map((column) => {
    const values = valuesOf(table, column.at);
    return { values, ...whichTarget(column.name, values, names) };
  });
  for (const [at, { values, target, sureness, out }] of found.entries()) {
    const examples = [...values.keys()].slice(0, EXAMPLES);
    // Two columns for one field: the surer one gets it, and the other comes along as words.
    const isSpoken =
      target !== null &&
      (taken.has(targetName(target)) ||
        (sureness === 'guess' &&
          found.some(
            (other, i) =>
              i > at &&
              other.sureness === 'sure' &&
              other.target !== null &&
              targetName(other.target) === targetName(target),
          )));
    if (out !== null) uses.push({ as: 'out' });
    else if (target === null || isSpoken) uses.push({ as: 'note' });
    else {
      taken.add(targetName(target));
      uses.push(useFor(target, values, words, year));
    }
    columns.push({ sureness: isSpoken ? 'none' : sureness, out, examples });
  }
  const mapping = { columns: columnKeys(table.columns), about, gathers: false, uses, status: null };
  return { mapping, columns };
}

/** A column used for a target, its values read as far as they say it by themselves. */
export function useFor(
  target: Target,
  values: ReadonlyMap<string, number>,
  words: Words,
  year: number,
): ColumnUse {
  const type = targetField(target)?.type;
  const choices: Record<string, CodeChoice> = {};
  // What is only meant within longer words is proposed, so that it is looked at.
  if (type?.is === 'code' || type?.is === 'codes') {
    for (const value of differentValues(values, type.list, words)) {
      const within = words.codeOf(type.list, value) === null ? words.codeWithin(type.list, value) : null;
      if (within !== null) choices[valueKey(value)] = { code: within };
    }
  }
  return { as: 'field', target, order: type?.is === 'date' ? orderOf(values.keys(), year) : null, choices };
}

/** How often each value stands in a column; empty cells and dashes are none. */
export function valuesOf(table: Table, at: number): Map<string, number> {
  const values = new Map<string, number>();
  for (const { cells } of table.rows) {
    const cell = cells[at] ?? '';
    if (!NOTHING.has(cell.toLowerCase())) values.set(cell, (values.get(cell) ?? 0) + 1);
  }
  return values;
}

/** The single values of a column for codes, the most frequent first, at most `MOST_VALUES` of them. */
export function differentValues(values: ReadonlyMap<string, number>, list: string, words: Words): string[] {
  return countedValues(values, list, words).map(({ value }) => value);
}

/** The same with how many cells have each. */
export function countedValues(
  values: ReadonlyMap<string, number>,
  list: string,
  words: Words,
): { value: string; count: number }[] {
  const counts = new Map<string, { value: string; count: number }>();
  for (const [cell, count] of values) {
    for (const value of piecesOf(cell, (part) => words.codeOf(list, part) !== null)) {
      const key = valueKey(value);
      const had = counts.get(key);
      if (had === undefined) counts.set(key, { value, count });
      else had.count += count;
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, MOST_VALUES);
}

/** Day first where some value can only be that, and none only the other; null where somebody must say. */
function orderOf(values: Iterable<string>, year: number): DateOrder | null {
  let either = false;
  const only = { 'day-first': false, 'month-first': false };
  for (const value of values) {
    const read = readDate(value, null, year);
    if (read.is === 'either') either = true;
    const [a = 0, b = 0] = value.split('/').map(Number);
    if (value.includes('/') && read.is === 'date') {
      if (a > 12 && a <= 31) only['day-first'] = true;
      else if (b > 12 && b <= 31) only['month-first'] = true;
    }
  }
  if (!either || only['day-first'] === only['month-first']) return null;
  return only['day-first'] ? 'day-first' : 'month-first';
}

type Names = ReadonlyMap<string, Target>;

const listed = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .split(',')
      .map((word) => folded(word))
      .filter((word) => word !== ''),
  );

/** Folded names of columns → what they are. Our own words for a field come after those that offices use. */
function namesOfTargets(words: Words, about: Subject): Names {
  const targets = targetsOf(about);
  const names = new Map<string, Target>();
  for (const target of targets)
    for (const name of listed(COLUMN_NAMES[targetName(target)] ?? ''))
      if (!names.has(name)) names.set(name, target);
  for (const target of targets)
    for (const name of words.namesOf(target.kind, target.field))
      if (name !== '' && !names.has(name)) names.set(name, target);
  return names;
}

interface Found {
  target: Target | null;
  sureness: Sureness;
  out: OutReason | null;
}

const OUT = (out: OutReason): Found => ({ target: null, sureness: 'sure', out });

function whichTarget(name: string, values: ReadonlyMap<string, number>, names: Names): Found {
  if (values.size === 0) return OUT('empty');
  // "(dd.mm.yyyy)" and the like say how to write, not what.
  const bare = name.replace(/\([^)]*\)/g, ' ').replace(/[:*]+/g, ' ');
  const said = folded(bare);
  if (isPersonCode(said, values)) return OUT('person-code');
  if (consentColumn(name) !== null) return OUT('consent');
  if (hasOneOf(said, listed(IDENTITY_NAMES))) return OUT('identity');
  if (isCurrencyColumn(name)) return OUT('currency');
  if (isRowNumber(said, bare, values)) return OUT('row-number');
  if (listed(NOTE_NAMES).has(said)) return { target: null, sureness: 'sure', out: null };
  const whole = names.get(said);
  if (whole !== undefined) return { target: whole, sureness: 'sure', out: null };
  // Below a group that says whose it is, a column's own name says what it is; "date" says it only with its group.
  const below = folded(bare.split(' – ').at(-1) ?? '');
  const own = bare.includes(' – ') && !ANY_DAY.has(below) ? names.get(below) : undefined;
  if (own !== undefined) return { target: own, sureness: 'guess', out: null };
  if (said === '' && /№|#/.test(name))
    return { target: names.get(folded('number')) ?? null, sureness: 'guess', out: null };
  // The longest known name among the words of a longer one.
  let best: Target | null = null;
  let length = 0;
  for (const [known, target] of names)
    if (known.length > 3 && known.length > length && ` ${said} `.includes(` ${known} `))
      [best, length] = [target, known.length];
  return { target: best, sureness: best === null ? 'none' : 'guess', out: null };
}

/** A day of whatever stands above. */
const ANY_DAY = listed('date, day, дата, день, tarix, gün, сана, рӯз');

const hasOneOf = (said: string, names: ReadonlySet<string>): boolean =>
  [...names].some((name) => ` ${said} `.includes(` ${name} `));

/** Whether a column's name says that codes of people stand in it. */
export const isNamedForCodes = (name: string): boolean => listed(CODE_NAMES).has(folded(name));

/** Most values are codes built from a person, or the name says so and at least some are. */
function isPersonCode(said: string, values: ReadonlyMap<string, number>): boolean {
  const isNamedSo = listed(CODE_NAMES).has(said);
  const isCode = personCodes(values.keys(), isNamedSo);
  const count = [...values.keys()].filter(isCode).length;
  return count > 0 && (count >= values.size / 2 || (isNamedSo && count >= values.size / 10));
}

/** 1, 2, 3 … in the order of the rows, under a name that says no more. */
function isRowNumber(said: string, bare: string, values: ReadonlyMap<string, number>): boolean {
  if (!listed(ROW_NUMBER_NAMES).has(said) && !/^\s*(№|#|n|no)?\s*\.?\s*(п\s*\/\s*п)?\s*$/iu.test(bare))
    return false;
  return (
    [...values.keys()].every((value, i) => /^\d+$/.test(value) && (i === 0 || Number(value) > 0)) &&
    values.has('1') &&
    values.has(String(values.size))
  );
}
