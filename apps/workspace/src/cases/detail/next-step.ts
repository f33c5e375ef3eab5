import { DANGER_RULES, isDoneThere, isUrgent, type OpenTask } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';
import { partOf } from '../../kind-places.ts';

/**
 * The one thing of a case that comes next: what is counted in hours first, then what is dangerous, then what is due soonest,
 * of two alike one's own.
 * Null where nothing is to be done.
 */
export function nextStep(tasks: readonly OpenTask[], me: Id): OpenTask | null {
  return [...tasks].sort((a, b) => bySoonest(a, b, me))[0] ?? null;
}

function bySoonest(a: OpenTask, b: OpenTask, me: Id): number {
  const apart = pressing(a) - pressing(b);
  if (apart !== 0) return apart;
  if (a.due !== b.due) return (a.due || NEVER) < (b.due || NEVER) ? -1 : 1;
  return Number(b.owner === me) - Number(a.owner === me);
}

function pressing({ rule }: OpenTask): number {
  if (isUrgent(rule)) return 0;
  return DANGER_RULES.includes(rule) ? 1 : 2;
}

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
  if (task.rule === 'response-planned') return { does: 'carry-out' };
  // Of what ends when its record says so, the record is what opens.
  const part = isDoneThere(task.rule) ? partOf(task.kind) : undefined;
  return part === undefined ? { does: 'write' } : { does: 'open', part };
}
