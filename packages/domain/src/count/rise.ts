import type { Count } from './count.ts';
import { notWhole } from './whole.ts';

/** Two numbers of things that happen each by itself, held against each other: is one so much larger that chance seldom makes it so? */
export interface Rise {
  /** In the last month. */
  readonly count: number;
  /** In the months before, together, and how many those are. */
  readonly before: number;
  readonly months: number;
  /** How often so many, or more, would come by chance if nothing had changed: 0 to 1. */
  readonly chance: number;
}

/** A rise is said where chance makes one like it in fewer than one of forty months. */
export const SAID_BELOW = 0.025;

/**
 * The exact test of two Poisson counts: given their sum, how many fall into the last month is binomial with 1 in months + 1 if nothing
 * changed (Przyborowski and Wilenski 1940).
 * @param months how many months `before` counts, at least 1
 */
export function rise(count: number, before: number, months: number): Rise {
  const all = count + before;
  const share = 1 / (months + 1);
  let chance = 0;
  for (let i = count; i <= all; i += 1)
    chance += Math.exp(logChoose(all, i) + i * Math.log(share) + (all - i) * Math.log1p(-share));
  return { count, before, months, chance: Math.min(1, chance) };
}

/** A month is held against so many before it, or as many as there are. */
const COMPARED = 12;
/** Fewer months before tell too little. */
const LEAST = 3;

/**
 * Whether the last month of a series is more than those before it let expect; null where that cannot be said.
 * @param months of whole months that are over, one after the other
 */
export function risesIn(months: readonly number[]): Rise | null {
  const count = months.at(-1);
  const earlier = months.slice(0, -1).slice(-COMPARED);
  if (count === undefined || earlier.length < LEAST) return null;
  const found = rise(
    count,
    earlier.reduce((sum, each) => sum + each, 0),
    earlier.length,
  );
  return found.chance < SAID_BELOW ? found : null;
}

/**
 * Whether the last month of a figure by month that is over is more than those before it let expect, and which it is. Only whole months
 * are held against each other; null where it cannot be said, and of any other figure.
 * @param today YYYY-MM-DD
 */
export function risesOf({ question, sides, cells }: Count, today: string): (Rise & { month: string }) | null {
  const [dimension] = question.by;
  if (question.by.length !== 1 || dimension?.by !== 'month') return null;
  const names = sides[0] ?? [];
  const whole = [...names.keys()].filter((at) => {
    const name = names[at] ?? '';
    return MONTH.test(name) && notWhole(question, dimension, name, today) === null;
  });
  const month = names[whole.at(-1) ?? -1];
  const found = risesIn(whole.map((at) => cells[at] ?? 0));
  return found === null || month === undefined ? null : { ...found, month };
}

const MONTH = /^\d{4}-\d{2}$/;

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

const factorials: number[] = [0];
function logFactorial(n: number): number {
  for (let i = factorials.length; i <= n; i += 1)
    factorials.push((factorials[i - 1] as number) + Math.log(i));
  return factorials[n] as number;
}
