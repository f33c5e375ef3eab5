import { dayAt } from './day.ts';
import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';
import type { PlainRecord } from './plain-record.ts';
import type { Money } from './kind.ts';
import { isMoney } from './money.ts';
import { done, type Step, refused } from './step.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A cost as the merge leaves it; who signed it, where that is known, outweighs what its fields say of it. `holder`: account of
 * who holds the advance that it was spent from, `lineFund`: id of the fund of the budget line that it names, where that is known.
 */
export type CostRecord = Pick<PlainRecord, 'fields' | 'conflict' | 'writers'> & {
  holder?: string;
  lineFund?: string;
};

export type CostState =
  | 'draft'
  | 'asked'
  | 'approved'
  | 'refused'
  | 'paid'
  | 'receipted'
  | 'refunded'
  /** Spent by one of us from their own pocket, who does not want it back: nobody decides about it. */
  | 'given';

/** What may be done to a cost, by whom and when (milliseconds since 1970). */
export type CostAct = { by: string; at: number } & (
  | { act: 'ask' | 'approve' | 'pay' }
  /** Takes back one's own last step, decision or payment, before anything followed from it. */
  | { act: 'undo' }
  | { act: 'refuse'; why: string }
  /** Record id of the receipt's file; or, where asking for one was not possible, why. */
  | { act: 'receipt'; file: string }
  | { act: 'no-receipt'; why: string }
  /** What came back, in the cost's currency: all of it or a part. */
  | { act: 'refund'; amount: Money }
);

export type CostProblem =
  | 'no-amount'
  /** Nobody approves what they asked for themselves. */
  | 'own-cost'
  /** Its budget line belongs to another fund than it is paid from. */
  | 'line-of-other-fund'
  | 'not-asked'
  | 'already-asked'
  | 'already-decided'
  | 'not-approved'
  | 'already-paid'
  | 'not-paid'
  | 'already-refunded'
  | 'no-reason'
  | 'other-currency'
  | 'more-than-paid';

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isMoment = (value: unknown): value is number => typeof value === 'number';

/** Whoever asked for it, wrote how much it is or whose money it was, or holds that money does not decide about it. */
export const isOwnCost = (record: CostRecord, by: string): boolean => {
  const { fields, writers, holder } = record;
  const signers = ['amount', 'spentFrom', 'spentBy', 'advance'].map((name) => writers?.[name]);
  return [fields.askedBy, askerOf(record), spenderOf(record), holder, ...signers].includes(by);
};

/** Who asked: by the signature where it is known, since anybody could have written the name. */
const askerOf = ({ fields, writers }: CostRecord): unknown => writers?.['askedBy'] ?? fields.askedBy;

/** Who spent it, where it was spent before anybody decided: from their own pocket, or from an advance. */
export function spenderOf({ fields }: Pick<CostRecord, 'fields'>): string | null {
  if (!isSpent({ fields })) return null;
  return isText(fields.spentBy) ? fields.spentBy : isText(fields.askedBy) ? fields.askedBy : null;
}

/** Somebody has spent it already, whatever becomes of the request. */
export const isSpent = ({ fields }: Pick<CostRecord, 'fields'>): boolean =>
  fields.spentFrom === 'own' || fields.spentFrom === 'advance';

/** Only who spent their own money, or wrote so, can say that they want nothing back. */
function isGiven(record: CostRecord): boolean {
  const { fields, writers } = record;
  if (fields.spentFrom !== 'own' || fields.ownMoney !== 'gift') return false;
  const by = writers?.['ownMoney'];
  return by === undefined || by === spenderOf(record) || by === askerOf(record);
}

/**
 * The day a cost belongs to: when it was spent, else paid, decided, asked for, written down.
 * @param utcOffset minutes east of UTC where the organisation works: the reader's clock has no say
 * @returns YYYY-MM-DD
 */
export function costDay(
  { fields, created }: Pick<PlainRecord, 'fields' | 'created'>,
  utcOffset: number,
): string {
  if (isSpent({ fields }) && isFuzzyDate(fields.spentOn)) return fuzzyRange(fields.spentOn).to;
  const moments = [fields.paidAt, fields.decidedAt, fields.askedAt];
  return dayAt(moments.find(isMoment) ?? created.at, utcOffset);
}

/** Whether somebody else has approved exactly this amount, decision and amount both signed in their own name. */
function isApproved(record: CostRecord): boolean {
  const { fields, writers } = record;
  const { amount, approvedAmount, decision, decidedBy } = fields;
  if (decision !== 'approved' || !isText(decidedBy)) return false;
  if (isOwnCost(record, decidedBy)) return false;
  for (const field of ['decision', 'approvedAmount'])
    if ((writers?.[field] ?? decidedBy) !== decidedBy) return false;
  if (!isMoney(amount) || !isMoney(approvedAmount)) return false;
  return amount.minor === approvedAmount.minor && amount.currency === approvedAmount.currency;
}

/**
 * Where a cost stands. An approval by the person who asked counts for nothing, however it came into the record, nor
 * does one of another amount; two decisions that disagree unseen (a conflict) are no decision until somebody has chosen.
 */
export function costState(record: CostRecord): CostState {
  const { fields } = record;
  if (!isMoment(fields.askedAt) || !isText(fields.askedBy) || !isMoney(fields.amount)) return 'draft';
  const wasPaid = isMoment(fields.paidAt);
  if (!wasPaid && isGiven(record)) return 'given';
  if (!wasPaid && record.conflict === true) return 'asked';
  if (!wasPaid && fields.decision === 'refused') return 'refused';
  if (!isApproved(record)) return 'asked';
  // What was spent from an advance has left our hands: once it is approved nobody pays it again.
  if (!wasPaid && fields.spentFrom !== 'advance') return 'approved';
  if (isMoment(fields.refundedAt) && isMoney(fields.refunded)) return 'refunded';
  return isText(fields.receipt) || isText(fields.noReceiptWhy) ? 'receipted' : 'paid';
}

/** The fields that an act changes, or why it cannot be done. */
export function actOnCost(record: CostRecord, act: CostAct): Step<CostProblem> {
  const { fields } = record;
  const state = costState(record);
  const paid = state === 'paid' || state === 'receipted';
  switch (act.act) {
    case 'ask':
      if (state !== 'draft') return refused('already-asked');
      if (!isMoney(fields.amount) || fields.amount.minor === 0) return refused('no-amount');
      return done({ askedBy: act.by, askedAt: act.at });
    case 'approve':
      if (state !== 'asked') return refused(state === 'draft' ? 'not-asked' : 'already-decided');
      if (isOwnCost(record, act.by)) return refused('own-cost');
      if (record.lineFund !== undefined && record.lineFund !== fields.fund)
        return refused('line-of-other-fund');
      return done({
        decision: 'approved',
        decidedBy: act.by,
        decidedAt: act.at,
        approvedAmount: fields.amount,
        refusedWhy: null,
      });
    case 'refuse':
      if (state !== 'asked') return refused(state === 'draft' ? 'not-asked' : 'already-decided');
      if (!isText(act.why)) return refused('no-reason');
      return done({
        decision: 'refused',
        decidedBy: act.by,
        decidedAt: act.at,
        approvedAmount: null,
        refusedWhy: act.why,
      });
    case 'pay':
      if (paid || state === 'refunded') return refused('already-paid');
      return state === 'approved' ? done({ paidBy: act.by, paidAt: act.at }) : refused('not-approved');
    case 'undo':
      return undo(record, state, act.by);
    case 'receipt':
      return paid || state === 'refunded' || isSpent(record)
        ? done({ receipt: act.file })
        : refused('not-paid');
    case 'no-receipt':
      if (!paid && state !== 'refunded' && !isSpent(record)) return refused('not-paid');
      return isText(act.why) ? done({ noReceiptWhy: act.why }) : refused('no-reason');
    case 'refund':
      return refund(fields, state, act);
  }
}

function undo({ fields }: CostRecord, state: CostState, by: string): Step<CostProblem> {
  const wasPaid = isMoment(fields.paidAt);
  if (state === 'paid' && wasPaid && fields.paidBy === by) return done({ paidBy: null, paidAt: null });
  if (wasPaid || !['approved', 'refused', 'paid'].includes(state))
    return refused(state === 'asked' || state === 'draft' ? 'not-asked' : 'already-paid');
  if (fields.decidedBy !== by) return refused('already-decided');
  return done({ decision: null, decidedBy: null, decidedAt: null, approvedAmount: null, refusedWhy: null });
}

function refund(
  fields: Fields,
  state: CostState,
  act: { by: string; at: number; amount: Money },
): Step<CostProblem> {
  if (state === 'refunded') return refused('already-refunded');
  if (state !== 'paid' && state !== 'receipted') return refused('not-paid');
  if (!isMoney(act.amount) || act.amount.minor === 0) return refused('no-amount');
  const amount = fields.amount;
  if (!isMoney(amount) || amount.currency !== act.amount.currency) return refused('other-currency');
  if (act.amount.minor > amount.minor) return refused('more-than-paid');
  return done({ refunded: act.amount, refundedBy: act.by, refundedAt: act.at });
}
