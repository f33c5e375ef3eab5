import type { TaskRule } from './rule.ts';

/** What we told those outside, or they us: recommendations, reports, complaints, letters. */
export const OUTSIDE: readonly TaskRule[] = [
  {
    rule: 'proposal-answer',
    kind: 'proposal',
    from: 'answerBy',
    due: { days: 0 },
    empty: ['fate'],
    owed: true,
  },
  {
    rule: 'submission-due',
    kind: 'session',
    from: 'submitBy',
    due: { days: 0 },
    ahead: 7,
    empty: ['submitted', 'outcome'],
  },
  {
    rule: 'embargo-ends',
    kind: 'session',
    from: 'embargo',
    due: { days: 1 },
    empty: ['published', 'outcome'],
  },
  { rule: 'complaint-answer', kind: 'complaint', from: 'due', due: { days: 0 }, empty: ['answered'] },
  {
    rule: 'letter-answer',
    kind: 'letter',
    from: 'answerBy',
    due: { days: 0 },
    ahead: 2,
    when: [{ field: 'state', in: ['open'] }],
  },
  // Whoever looks into it has let the day pass: it is everybody's who can open it.
  {
    rule: 'letter-late',
    kind: 'letter',
    from: 'answerBy',
    due: { days: 1 },
    when: [{ field: 'state', in: ['open'] }],
    filled: ['owner'],
  },
];
