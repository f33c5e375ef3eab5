import type { TaskRule } from './rule.ts';

/** Matters that an authority has to answer within a time that the country's pack knows. */
const AUTHORITY_ANSWERS = ['complaint', 'request', 'appeal'];

/** What authorities owe and what times run, promises, and documents. */
export const MATTERS: readonly TaskRule[] = [
  {
    rule: 'matter-deadline',
    kind: 'matter',
    from: 'deadline',
    due: { days: 0 },
    ahead: 3,
    empty: ['answered', 'answer', 'closed'],
  },
  {
    rule: 'matter-overdue',
    kind: 'matter',
    from: 'deadline',
    due: { workDays: 1 },
    // The time that runs against a fine is ours.
    unless: [{ field: 'type', in: ['administrative-fine'] }],
    empty: ['answered', 'answer', 'closed'],
    owed: true,
  },
  {
    rule: 'matter-overdue',
    kind: 'matter',
    from: 'filed',
    due: { deadline: 'complaint-answer' },
    when: [{ field: 'type', in: ['complaint', 'request', 'appeal'] }],
    empty: ['deadline', 'answered', 'answer', 'closed'],
    owed: true,
  },
  {
    // No rule of the country is known here: somebody asks, and chooses the day.
    rule: 'matter-choose-day',
    kind: 'matter',
    from: 'filed',
    due: { days: 1 },
    unless: [{ field: 'type', in: [...AUTHORITY_ANSWERS, 'administrative-fine', 'advocacy'] }],
    empty: ['deadline', 'hearing', 'orderUntil', 'answered', 'answer', 'closed', 'result'],
  },
  {
    // A fine whose day nobody wrote down: its time runs all the same.
    rule: 'matter-choose-day',
    kind: 'matter',
    from: 'created',
    due: { days: 0 },
    when: [{ field: 'type', in: ['administrative-fine'] }],
    empty: ['filed', 'deadline', 'appealUntil', 'hearing', 'answered', 'answer', 'closed', 'result'],
  },
  {
    rule: 'matter-appeal',
    kind: 'matter',
    from: 'appealUntil',
    due: { days: 0 },
    ahead: 5,
    empty: ['closed'],
    evenClosed: true,
  },
  {
    // The time that runs against a fine is ours, from the day on which it was imposed.
    rule: 'matter-appeal',
    kind: 'matter',
    from: 'filed',
    due: { deadline: 'fine-appeal' },
    ahead: 5,
    when: [{ field: 'type', in: ['administrative-fine'] }],
    empty: ['deadline', 'appealUntil', 'answered', 'answer', 'closed', 'result'],
  },
  {
    rule: 'matter-appeal',
    kind: 'matter',
    from: 'answered',
    due: { deadline: 'court-appeal' },
    when: [
      { field: 'type', in: ['lawsuit', 'protection-order'] },
      { field: 'answer', in: ['granted-partly', 'refused', 'formal'] },
    ],
    empty: ['appealUntil', 'closed'],
  },
  {
    rule: 'matter-appeal',
    kind: 'matter',
    from: 'answered',
    due: { deadline: 'administrative-appeal' },
    when: [
      { field: 'type', in: ['complaint', 'request', 'appeal'] },
      { field: 'answer', in: ['granted-partly', 'refused', 'formal'] },
    ],
    empty: ['appealUntil', 'closed'],
  },
  {
    rule: 'matter-hearing',
    kind: 'matter',
    from: 'hearing',
    due: { days: 0 },
    ahead: 3,
    empty: ['closed', 'result'],
  },
  {
    rule: 'order-ends',
    kind: 'matter',
    from: 'orderUntil',
    due: { days: 0 },
    ahead: 14,
    when: [{ field: 'answer', in: ['granted', 'granted-partly'] }],
    evenClosed: true,
  },
  {
    rule: 'promise-due',
    kind: 'contact',
    from: 'promisedBy',
    due: { days: 0 },
    unless: [{ field: 'kept', in: ['none', 'kept', 'kept-partly', 'broken'] }],
    owed: true,
  },
  {
    rule: 'document-expected',
    kind: 'document-need',
    from: 'expected',
    due: { days: 0 },
    when: [{ field: 'state', in: ['in-progress', 'missing', 'unknown'] }],
  },
  {
    rule: 'document-expires',
    kind: 'document-need',
    from: 'validUntil',
    due: { days: 0 },
    ahead: 14,
    when: [{ field: 'state', in: ['has'] }],
  },
];
