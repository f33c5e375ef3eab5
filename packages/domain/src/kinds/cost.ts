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
  reference,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** Money spent for somebody: asked for by one of us, approved by another, paid, shown by a receipt. */
export const COST = defineKind({
  kind: 'cost',
  level: 'part',
  title: ['purpose', 'words'],
  due: ['amount', 'purposeOther', 'askedBy', 'askedAt', 'decidedBy', 'paidAt'],
  listed: true,
  fields: [
    ...withOther(ordinary('purpose', code('cost-purposes'), { ...counted, share: false, required: true })),
    sensitive('words', line(200), internal),
    ordinary('forWhom', reference('person'), internal),
    ordinary('amount', MONEY, { ...internal, required: true }),
    // The same amount in the currency of the donor's report, as the worker knows it: there is no rate here.
    ordinary('secondAmount', MONEY, internal),
    ordinary('fund', link('space', 'fund'), internal),
    ordinary('askedBy', MEMBER, { ...internal, signed: true }),
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
