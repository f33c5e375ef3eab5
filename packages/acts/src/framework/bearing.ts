import type { Beginning } from '../plan.ts';

/** That a case bears on something that was promised: a person found it, and it stands in the case. */
export const BEARING_BEGINS: readonly Beginning[] = [
  {
    text: 'plans.bearing',
    on: [{ tab: '', place: 'other' }],
    plan: () => ({ does: 'write', title: 'plans.bearing', kind: 'bearing', record: null, preset: {} }),
  },
];
