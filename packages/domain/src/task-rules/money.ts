import type { TaskRule } from './rule.ts';

/** Costs: decided, paid, accounted for. */
export const MONEY: readonly TaskRule[] = [
  {
    rule: 'cost-decide',
    kind: 'cost',
    from: 'askedAt',
    due: { workDays: 1 },
    unless: [{ field: 'ownMoney', in: ['gift'] }],
    empty: ['decision'],
    evenClosed: true,
  },
  {
    rule: 'cost-pay',
    kind: 'cost',
    from: 'decidedAt',
    due: { workDays: 2 },
    when: [{ field: 'decision', in: ['approved'] }],
    unless: [
      { field: 'spentFrom', in: ['advance'] },
      { field: 'ownMoney', in: ['gift'] },
    ],
    empty: ['paidAt'],
    evenClosed: true,
  },
  {
    rule: 'cost-receipt',
    kind: 'cost',
    from: 'spentOn',
    due: { workDays: 5 },
    when: [{ field: 'spentFrom', in: ['own', 'advance'] }],
    unless: [
      { field: 'ownMoney', in: ['gift'] },
      { field: 'decision', in: ['refused'] },
    ],
    empty: ['receipt', 'noReceiptWhy'],
    evenClosed: true,
  },
  {
    rule: 'cost-receipt',
    kind: 'cost',
    from: 'paidAt',
    due: { workDays: 5 },
    empty: ['receipt', 'noReceiptWhy'],
    evenClosed: true,
  },
];
