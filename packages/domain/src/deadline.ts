import { addDays, addMonths } from './day.ts';
import type { CountryPack, DeadlineRule } from './packs/pack.ts';
import { addWorkDays, isEstimated, type Reckoned, workDayFrom } from './work-days.ts';

export interface Deadline extends Reckoned {
  rule: DeadlineRule;
}

/** The rule of a country, or undefined where it has none of that name (a deadline typed by hand). */
export function deadlineRule(rule: string, pack: CountryPack): DeadlineRule | undefined {
  return pack.deadlines.find((known) => known.rule === rule);
}

/**
 * When a time that began on a day ends. A time that ends on a day off: theirs ends on the next working day; ours is
 * shown on the last working day before it, because a paper handed in early is never late.
 * @param begun YYYY-MM-DD, not counted
 */
export function deadlineOf(begun: string, rule: DeadlineRule, pack: CountryPack): Deadline {
  const { calendar } = pack;
  if (rule.unit === 'work-days') return { rule, ...addWorkDays(begun, rule.count, calendar) };
  const end = rule.unit === 'days' ? addDays(begun, rule.count) : addMonths(begun, rule.count);
  const day = rule.whose === 'theirs' ? workDayFrom(end, calendar) : lastWorkDay(begun, end, pack);
  return { rule, day, estimated: isEstimated(end, day < end ? end : day, calendar) };
}

function lastWorkDay(begun: string, end: string, pack: CountryPack): string {
  let at = end;
  while (at > begun && workDayFrom(at, pack.calendar) !== at) at = addDays(at, -1);
  return at;
}
