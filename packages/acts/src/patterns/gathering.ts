import type { Beginning } from '../plan.ts';

/** That acts of a case belong to a pattern which somebody made: a person found it, and it stands in the case. */
export const GATHERING_BEGINS: readonly Beginning[] = [
  {
    text: 'patterns.belongs',
    on: [{ tab: '', place: 'other' }],
    plan: () => ({
      does: 'write',
      title: 'patterns.belongs',
      kind: 'pattern-case',
      record: null,
      preset: {},
    }),
  },
];
