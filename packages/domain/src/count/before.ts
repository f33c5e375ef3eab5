import { isSmall, THRESHOLD } from '../disclosure/index.ts';
import type { GivenNumbers } from './given-table.ts';
import { PLACE_DIMENSION, type Question, RULES } from './question.ts';
import {
  type Condition,
  hasPeriod,
  holding,
  isWithin,
  type Part,
  type Statement,
  statementKey,
  statementOf,
} from './statement.ts';

/** A number, and what it is of. */
interface Said {
  readonly of: Statement;
  readonly count: number;
  /** Nothing that it counts stands in another part of the same table. */
  readonly isApart: boolean;
}

/** Every number that a figure which was given says. */
function saidBy(given: GivenNumbers): Said[] {
  const { question, tables, all, overlaps } = given;
  const [first, ...rest] = question.by;
  const said: Said[] = [];
  // What stands in several places is no number of anything in a sum.
  const hasSums = !overlaps || question.basis === 'one';
  const say = (count: number | null, rows: Parameters<typeof statementOf>[1]): void => {
    if (count !== null) said.push({ of: statementOf(question, rows), count, isApart: hasSums });
  };
  say(all.low, []);
  // What may fall into two times is none of a sum.
  for (const [part, count] of besides(given))
    if (count !== null)
      said.push({ of: statementOf(question, [], part), count, isApart: part !== 'perhaps' });
  for (const { of, rows, columns, cells, rowSums, columnSums } of tables) {
    const above = of === null || first === undefined ? [] : [{ side: first, name: of }];
    const [down, across] = of === null ? question.by : rest;
    if (down === undefined) continue;
    for (const [row, name] of rows.entries()) {
      const here = [...above, { side: down, name }];
      if (across !== undefined && hasSums) say(rowSums[row] ?? null, here);
      for (const [column, named] of columns.entries())
        say(
          cells[row]?.[column] ?? null,
          across === undefined ? here : [...here, { side: across, name: named }],
        );
    }
    if (across !== undefined && hasSums)
      for (const [column, name] of columns.entries())
        say(columnSums[column] ?? null, [...above, { side: across, name }]);
  }
  return said;
}

/** What a figure says beside what it counts. */
const besides = ({ all, perhaps, undated, withheld }: GivenNumbers): [Part, number | null][] => [
  ['beyond', all.high === null || all.low === null ? null : all.high - all.low],
  ['perhaps', perhaps],
  ['undated', undated],
  ['withheld', withheld],
];

/**
 * Whether what parts leave of a whole tells of single people. Where something may stand in two parts, they are often more than the
 * whole, and that says nothing; where not, the whole is older than they are, and the difference is what came since.
 */
const isTold = (left: number, parts: readonly Said[]): boolean =>
  isSmall(parts.every(({ isApart }) => isApart) ? Math.abs(left) : left);

/**
 * Everything that was said before, of which nothing new may be taken to reckon a small number: neither by taking one number from
 * another that it is a part of, nor all known parts of one (by time, by place, by one field) from the whole. Figures by different
 * units are not held against each other, nor parts by two things at once.
 */
export class SaidBefore {
  readonly #byCount = new Map<number, Said[]>();
  readonly #all: Said[] = [];
  readonly #known = new Set<string>();

  /** @param given the oldest first */
  constructor(given: readonly GivenNumbers[]) {
    for (const each of given) for (const said of saidBy(each)) this.#add(said);
  }

  #add(said: Said): void {
    this.#all.push(said);
    this.#known.add(statementKey(said.of));
    const same = this.#byCount.get(said.count);
    if (same === undefined) this.#byCount.set(said.count, [said]);
    else same.push(said);
  }

  /** Whether a number less one that was said, or one that was said less it, is a small one. @param names null: all of a side */
  tellsBy(question: Question, names: readonly (string | null)[], count: number, part?: Part): boolean {
    return this.#tellsOf(named(question, names, part), count);
  }

  /** Whether a number of the same thing was said, on whatever day. */
  knows(question: Question, names: readonly (string | null)[], part?: Part): boolean {
    return this.#known.has(statementKey(named(question, names, part)));
  }

  #tellsOf(of: Statement, count: number): boolean {
    for (let by = 1; isSmall(by); by += 1)
      for (const other of [
        ...(this.#byCount.get(count - by) ?? []),
        ...(this.#byCount.get(count + by) ?? []),
      ])
        if (isWithin(of, other.of) || isWithin(other.of, of)) return true;
    return false;
  }

  /** Whether all that a figure says, put together with what was said, tells a small number. */
  tellsWith(given: GivenNumbers): boolean {
    const said = saidBy(given);
    if (said.some(({ of, count }) => this.#tellsOf(of, count))) return true;
    const lines = new Lines();
    for (const each of [...this.#all, ...said]) lines.add(each);
    return lines.tell(new Set(said));
  }
}

const named = (question: Question, names: readonly (string | null)[], part?: Part): Statement =>
  statementOf(
    question,
    names.flatMap((name, at) => {
      const side = question.by[at];
      return name === null || side === undefined ? [] : [{ side, name }];
    }),
    part,
  );

/** Numbers that differ in one thing alone, so that some are parts of others: by time, or by what one field says. */
class Lines {
  readonly #times = new Map<string, Map<string, Said>>();
  readonly #fields = new Map<string, { by: string; whole: string; said: Map<string, Said> }>();
  readonly #wholes = new Map<string, Said>();

  /** Of the same thing the later number stands. */
  add(said: Said): void {
    const { of } = said;
    const key = statementKey(of);
    // What is of all times is the whole of both, those of what was done and those of its case.
    for (const dated of hasPeriod(of) ? [of.dated] : RULES) {
      const line = statementKey({ ...of, dated, from: 0, to: 0 });
      this.#times.set(line, (this.#times.get(line) ?? new Map<string, Said>()).set(key, said));
    }
    // As one of the parts by each of its conditions, and as the whole of what could be divided by any.
    for (const [at, { by, alone }] of of.conditions.entries()) {
      if (of.conditions.some((other, n) => n !== at && other.by === by)) continue;
      const rest = of.conditions.filter((_, n) => n !== at);
      const whole = statementKey({ ...of, conditions: rest });
      const line = JSON.stringify([by, alone, by === PLACE_DIMENSION ? of.placed : null, whole]);
      const found = this.#fields.get(line) ?? { by, whole, said: new Map<string, Said>() };
      found.said.set(key, said);
      this.#fields.set(line, found);
    }
    this.#wholes.set(key, said);
  }

  /** Whether what is left of one of them, less its parts, is small, where some of these are new and some are not. */
  tell(fresh: ReadonlySet<Said>): boolean {
    const left: Steps = { steps: MOST_STEPS };
    const isMixed = (all: readonly Said[]): boolean =>
      all.some((each) => fresh.has(each)) && !all.every((each) => fresh.has(each));
    for (const line of this.#times.values()) {
      const all = [...line.values()];
      if (isMixed(all) && leftByTime(all, left)) return true;
    }
    for (const { by, whole: rest, said } of this.#fields.values()) {
      const whole = this.#wholes.get(rest) ?? null;
      const all = [...said.values()];
      if (isMixed(whole === null ? all : [whole, ...all]) && leftByField(by, whole, all)) return true;
    }
    return false;
  }
}

/** Sums that are looked at of one time: of more, those that come closest to the whole. */
const MOST_SUMS = 2000;
/** Sums of times that are looked at in all: whatever a colleague's program wrote down, looking comes to an end. */
const MOST_STEPS = 5_000_000;
interface Steps {
  steps: number;
}

/** Of each time what any of its parts, which do not lie over each other, leave of it. What is too much to look through may tell. */
function leftByTime(all: readonly Said[], left: Steps): boolean {
  const byEnd = [...all].sort((a, b) => a.of.to - b.of.to);
  return all.some((whole) => {
    left.steps -= byEnd.length;
    const parts = byEnd.filter(
      ({ of }) => of !== whole.of && of.from >= whole.of.from && of.to <= whole.of.to,
    );
    // By each part, what those up to it come to.
    const sums: (readonly number[])[] = [];
    for (const [at, { of, count }] of parts.entries()) {
      left.steps -= at + (sums[at - 1]?.length ?? 0);
      if (left.steps < 0) return true;
      const before = parts.findLastIndex((other, n) => n < at && other.of.to < of.from);
      const found = new Set(sums[at - 1] ?? [0]);
      for (const sum of sums[before] ?? [0]) found.add(sum + count);
      sums.push(
        [...found]
          .filter((sum) => sum < whole.count + THRESHOLD)
          .sort((a, b) => b - a)
          .slice(0, MOST_SUMS),
      );
    }
    return (sums.at(-1) ?? []).some((sum) => isTold(whole.count - sum, parts));
  });
}

const valueBy = (of: Statement, by: string): Condition['value'] =>
  of.conditions.find((each) => each.by === by)?.value ?? '';

/** Of each code what those below it leave of it, and of the whole what all codes leave. */
function leftByField(by: string, whole: Said | null, parts: readonly Said[]): boolean {
  const counts = new Map(parts.map(({ of, count }) => [valueBy(of, by), count]));
  const parents = new Map<string | null, string[]>();
  for (const value of counts.keys()) {
    const parent = holding(by, value).find((each) => counts.has(each)) ?? null;
    parents.set(parent, [...(parents.get(parent) ?? []), value]);
  }
  const most = (parent: string | null): number =>
    (parents.get(parent) ?? []).reduce(
      (sum, value) => sum + Math.max(counts.get(value) ?? 0, most(value)),
      0,
    );
  const isLeft = (count: number, parent: string | null): boolean =>
    parents.has(parent) && isTold(count - most(parent), parts);
  return (
    (whole !== null && isLeft(whole.count, null)) ||
    [...counts].some(([value, count]) => isLeft(count, value))
  );
}
