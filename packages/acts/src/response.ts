import { addDays, groupOf } from '@dayaq/domain';
import { clientIn } from './client.ts';
import type { Beginning, Standing, Writing } from './plan.ts';

/** Days from today that a new plan begins with; the worker changes them. */
const SOON = 3;

/** Something that we did, of today and by us. */
export function writeDeed({ live, me, today }: Standing): Writing {
  return {
    does: 'write',
    title: 'cases.add.response',
    kind: 'response',
    record: null,
    only: groupOf('response', 'deed'),
    preset: { owner: me, done: { day: today }, forWhom: clientIn(live), byWhom: 'us' },
  };
}

/** What the plan of something begins with. */
export interface PlanStart {
  /** Code of the list `wants`. */
  need?: string;
  /** Code of the list `response-types`. */
  type?: string;
}

/** Something planned, ours and soon; what need it is for goes along. */
export function planDeed({ me, today, live }: Standing, { need, type }: PlanStart = {}): Writing {
  return {
    does: 'write',
    title: 'plan.plan',
    kind: 'response',
    record: null,
    purpose: `plan ${need ?? ''} ${type ?? ''}`,
    only: groupOf('response', 'plan'),
    preset: {
      owner: me,
      planned: { day: addDays(today, SOON) },
      forWhom: clientIn(live),
      byWhom: 'us',
      ...(type === undefined ? {} : { type }),
    },
    ...(need === undefined ? {} : { with: { need } }),
  };
}

export const RESPONSE_BEGINS: readonly Beginning[] = [
  { text: 'cases.add.response', icon: 'edit', on: [{ tab: '', place: 'first' }], plan: writeDeed },
  { text: 'plan.plan', icon: 'plus', on: [{ tab: 'plan', place: 'first' }], plan: (of) => planDeed(of) },
];
