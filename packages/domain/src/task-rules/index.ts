import { DANGER } from './danger.ts';
import { HELP } from './help.ts';
import { MATTERS } from './matters.ts';
import { MONEY } from './money.ts';
import { OUTSIDE } from './outside.ts';
import { TREATMENT } from './treatment.ts';
import type { TaskRule } from './rule.ts';

export type { TaskRule } from './rule.ts';

/** After the intake's own rule (`followUpAfterIntake`), every task that the program proposes comes from here. */
export const TASK_RULES_DATA: readonly TaskRule[] = [
  ...DANGER,
  ...TREATMENT,
  ...HELP,
  ...MATTERS,
  ...MONEY,
  ...OUTSIDE,
];

const AHEAD = new Map<string, number>();
for (const { rule, ahead = 0 } of TASK_RULES_DATA)
  if (ahead > 0) AHEAD.set(rule, Math.max(ahead, AHEAD.get(rule) ?? 0));

/** No task stands among what is to be done more days than these before it is due. */
export const MOST_AHEAD: number = Math.max(...AHEAD.values());

/** The days for which such a task stands among what is to be done before it is due. */
export function daysAhead(rule: string): number {
  return AHEAD.get(rule) ?? 0;
}

const rulesWith = (has: (rule: TaskRule) => boolean): ReadonlySet<string> =>
  new Set(TASK_RULES_DATA.filter(has).map(({ rule }) => rule));
const DONE_THERE = rulesWith(() => true);
const OWED = rulesWith(({ owed }) => owed === true);
const URGENT = rulesWith(({ urgent }) => urgent === true);

/** Such a task ends when its record says so (the cost is decided, the answer is written down): nobody ticks it off. */
export function isDoneThere(rule: string): boolean {
  return DONE_THERE.has(rule);
}

/** What such a task waits for is owed by somebody outside. */
export function isOwed(rule: string): boolean {
  return OWED.has(rule);
}

/** Such a task is counted in hours. */
export function isUrgent(rule: string): boolean {
  return URGENT.has(rule);
}

const UNTIL_SAFE = rulesWith(({ untilSafe }) => untilSafe === true);

/** Such a task ends when somebody is protected, and says what protected them. */
export function isUntilSafe(rule: string): boolean {
  return UNTIL_SAFE.has(rule);
}

/** Of kinds about which rules ask: which kinds of record, written by who knew of one, answer it. */
export const FOLLOWERS: ReadonlyMap<string, ReadonlySet<string>> = TASK_RULES_DATA.reduce(
  (followers, { kind, noneAfter = [], newerThan }) => {
    const all = newerThan === undefined ? noneAfter : [...noneAfter, newerThan];
    return all.length === 0
      ? followers
      : followers.set(kind, new Set([...(followers.get(kind) ?? []), ...all]));
  },
  new Map<string, ReadonlySet<string>>(),
);
