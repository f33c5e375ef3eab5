import {
  code,
  counted,
  internal,
  line,
  link,
  lines,
  MEMBER,
  MOMENT,
  MONEY,
  ordinary,
  OUR_DAY,
  reference,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** Whose money it was, and whether they want it back, is for who asked or spent it to say. */
const THEIRS = { onlyBy: ['askedBy', 'spentBy'], signed: true } as const;
const SPENT = { field: 'spentFrom', in: ['own', 'advance'] } as const;

/**
 * Money spent for somebody: asked for by one of us, approved by another, paid, shown by a receipt. Or spent before anybody
 * was asked, from one's own pocket or from an advance: that is never in the way, and paying it back is approved by another.
 */
export const COST = defineKind({
  kind: 'cost',
  level: 'part',
  title: ['purpose', 'words'],
  due: ['amount', 'purposeOther', 'spentFrom', 'spentOn', 'askedBy', 'askedAt', 'decidedBy', 'paidAt'],
  listed: true,
  groups: { spent: ['spentFrom', 'spentOn', 'ownMoney', 'spentBy'] },
  fields: [
    ...withOther(ordinary('purpose', code('cost-purposes'), { ...counted, share: false, required: true })),
    sensitive('words', line(200), internal),
    ordinary('forWhom', reference('person'), internal),
    // Whoever wrote it has asked for it, and does not decide about it.
    ordinary('amount', MONEY, { ...internal, required: true, signed: true }),
    // The same amount in the currency of the donor's report, as the worker knows it: there is no rate here.
    ordinary('secondAmount', MONEY, internal),
    // Nothing said: the organisation pays it once it is approved.
    ordinary('spentFrom', code('money-sources'), { ...internal, ...THEIRS }),
    ordinary('spentOn', OUR_DAY, { ...internal, when: SPENT }),
    ordinary('spentBy', MEMBER, { ...internal, ...THEIRS, when: SPENT }),
    ordinary('ownMoney', code('own-money'), {
      ...internal,
      ...THEIRS,
      when: { field: 'spentFrom', in: ['own'] },
    }),
    ordinary('advance', link('space', 'advance'), {
      ...internal,
      ...THEIRS,
      when: { field: 'spentFrom', in: ['advance'] },
    }),
    ordinary('fund', link('space', 'fund'), internal),
    ordinary('line', link('space', 'budget-line'), internal),
    ordinary('askedBy', MEMBER, { ...internal, ...THEIRS }),
    ordinary('askedAt', MOMENT, internal),
    ordinary('decision', code('cost-decisions'), { ...internal, signed: true }),
    ordinary('decidedBy', MEMBER, internal),
    ordinary('decidedAt', MOMENT, internal),
    // What was approved, signed by who approved it: an amount that is changed afterwards waits for a decision again.
    ordinary('approvedAmount', MONEY, { ...internal, signed: true }),
    sensitive('refusedWhy', lines(1000), { ...internal, when: { field: 'decision', in: ['refused'] } }),
    ordinary('paidBy', MEMBER, internal),
    ordinary('paidAt', MOMENT, internal),
    ordinary('receipt', reference('file'), internal),
    sensitive('noReceiptWhy', lines(1000), internal),
    ordinary('refunded', MONEY, internal),
    ordinary('refundedBy', MEMBER, internal),
    ordinary('refundedAt', MOMENT, internal),
    sensitive('note', lines(2000), internal),
  ],
});
