import { DANGER_RULES, type OpenTask } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';

/**
 * The one thing of a case that comes next: what is dangerous first, then what is due soonest, of two alike one's own.
 * Null where nothing is to be done.
 */
export function nextStep(tasks: readonly OpenTask[], me: Id): OpenTask | null {
  return [...tasks].sort((a, b) => bySoonest(a, b, me))[0] ?? null;
}

function bySoonest(a: OpenTask, b: OpenTask, me: Id): number {
  const [left, right] = [a, b].map((task) => (DANGER_RULES.includes(task.rule) ? 0 : 1));
  if (left !== right) return (left ?? 0) - (right ?? 0);
  if (a.due !== b.due) return (a.due || NEVER) < (b.due || NEVER) ? -1 : 1;
  return Number(b.owner === me) - Number(a.owner === me);
}

const NEVER = '9999-12-31';

/** What doing a task takes: the part of the case in which the thing itself stands, or a form. */
export type Deed =
  | { does: 'take' | 'answer-danger' | 'carry-out' | 'write' }
  /** Part of the case, as in its address. */
  | { does: 'open'; part: string };

/** Rules whose deed is done in another part of the case, by the part. */
const DONE_IN: Readonly<Record<string, string>> = {
  'risk-review': 'safety',
  'risk-reassess': 'safety',
  'referral-send': 'referrals',
  'referral-answer': 'referrals',
  'referral-follow-up': 'referrals',
  'referral-revoked': 'referrals',
  'matter-deadline': 'matters',
  'matter-overdue': 'matters',
  'matter-appeal': 'matters',
  'promise-due': 'matters',
  'document-expected': 'papers',
  'document-expires': 'papers',
  'cost-decide': 'costs',
  'cost-pay': 'costs',
  'cost-receipt': 'costs',
};

/** What opens when somebody sets about a task. */
export function deedOf(task: OpenTask, me: Id): Deed {
  if (DANGER_RULES.includes(task.rule)) {
    return { does: task.owner === me && task.taken !== null ? 'answer-danger' : 'take' };
  }
  if (task.rule === 'response-planned') return { does: 'carry-out' };
  const part = Object.hasOwn(DONE_IN, task.rule) ? DONE_IN[task.rule] : undefined;
  return part === undefined ? { does: 'write' } : { does: 'open', part };
}
