import { DANGER_RULES, type Hour, isAboutCare, isDoneThere, isUrgent, type OpenTask } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';
import { partOf } from '../../kind-places.ts';
import { careHours } from '../safety/care-words.ts';

/**
 * The one thing of a case that comes next: what is counted in hours first, then what is dangerous, then what is due soonest,
 * of two alike one's own.
 * Null where nothing is to be done.
 */
export function nextStep(tasks: readonly OpenTask[], me: Id, now: Hour): OpenTask | null {
  return [...tasks].sort((a, b) => bySoonest(a, b, me, now))[0] ?? null;
}

function bySoonest(a: OpenTask, b: OpenTask, me: Id, now: Hour): number {
  const apart = pressing(a, now) - pressing(b, now);
  if (apart !== 0) return apart;
  if (a.due !== b.due) return (a.due || NEVER) < (b.due || NEVER) ? -1 : 1;
  return Number(b.owner === me) - Number(a.owner === me);
}

function pressing(task: OpenTask, now: Hour): number {
  const { rule } = task;
  if (isUrgent(rule) && !(isAboutCare(rule) && careHours(task, now) === null)) return 0;
  return DANGER_RULES.includes(rule) || rule === REFUSED ? 1 : 2;
}

/** Whether the danger stands is asked where dangers are assessed. */
const REFUSED = 'protection-refused';

const NEVER = '9999-12-31';

/** What doing a task takes: the part of the case in which the thing itself stands, or a form. */
export type Deed =
  | { does: 'take' | 'answer-danger' | 'carry-out' | 'write' }
  /** Part of the case, as in its address. */
  | { does: 'open'; part: string };

/** What opens when somebody sets about a task. */
export function deedOf(task: OpenTask, me: Id): Deed {
  if (DANGER_RULES.includes(task.rule)) {
    return { does: task.owner === me && task.taken !== null ? 'answer-danger' : 'take' };
  }
  if (task.rule === REFUSED) return { does: 'open', part: 'safety' };
  if (task.rule === 'response-planned') return { does: 'carry-out' };
  // Of what ends when its record says so, the record is what opens.
  const part = isDoneThere(task.rule) ? partOf(task.kind) : undefined;
  return part === undefined ? { does: 'write' } : { does: 'open', part };
}
