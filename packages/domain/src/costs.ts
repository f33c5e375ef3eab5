import type { PlainRecord } from './plain-record.ts';
import type { Money } from './kind.ts';
import { isMoney } from './money.ts';
import { done, type Step, refused } from './step.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A cost as the merge leaves it; who signed it, where that is known, outweighs what its fields say of it. */
export type CostRecord = Pick<PlainRecord, 'fields' | 'conflict' | 'writers'>;

export type CostState = 'draft' | 'asked' | 'approved' | 'refused' | 'paid' | 'receipted' | 'refunded';

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

/** Who asked: by the signature where it is known, since anybody could have written the name. */
const askerOf = ({ fields, writers }: CostRecord): unknown => writers?.['askedBy'] ?? fields.askedBy;

/** Whether somebody else has approved exactly this amount, decision and amount both signed in their own name. */
function isApproved(record: CostRecord): boolean {
  const { fields, writers } = record;
  const { amount, approvedAmount, decision, decidedBy } = fields;
  if (decision !== 'approved' || !isText(decidedBy)) return false;
  if (decidedBy === fields.askedBy || decidedBy === askerOf(record)) return false;
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
  const isPaid = isMoment(fields.paidAt);
  if (!isPaid && record.conflict === true) return 'asked';
  if (!isPaid && fields.decision === 'refused') return 'refused';
  if (!isApproved(record)) return 'asked';
  if (!isPaid) return 'approved';
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
      if (act.by === fields.askedBy || act.by === askerOf(record)) return refused('own-cost');
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
      return paid || state === 'refunded' ? done({ receipt: act.file }) : refused('not-paid');
    case 'no-receipt':
      if (!paid && state !== 'refunded') return refused('not-paid');
      return isText(act.why) ? done({ noReceiptWhy: act.why }) : refused('no-reason');
    case 'refund':
      return refund(fields, state, act);
  }
}

function undo({ fields }: CostRecord, state: CostState, by: string): Step<CostProblem> {
  if (state === 'paid' && fields.paidBy === by) return done({ paidBy: null, paidAt: null });
  if (state !== 'approved' && state !== 'refused')
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

/** All in the smallest unit of one currency, whole numbers. */
export interface Balance {
  currency: string;
  /** What the fund was given; 0 for money without a fund. */
  given: number;
  /** Asked for, not decided. */
  asked: number;
  /** Approved, not paid. */
  committed: number;
  /** Paid, less what came back. */
  spent: number;
  /** `given` less `committed` and `spent`; below 0 where more was promised than there is. */
  left: number;
  /** How many costs are counted. */
  costs: number;
}

export interface FundBalance extends Balance {
  /** Record id of the fund; empty for costs that name none, or one that is not known here. */
  fund: string;
  donor: string;
  /** Costs of this fund in a currency that is not its own and with no second amount that is: ids, counted nowhere. */
  uncounted: readonly string[];
}

const zero = (currency: string): Balance => ({
  currency,
  given: 0,
  asked: 0,
  committed: 0,
  spent: 0,
  left: 0,
  costs: 0,
});

/** What a cost comes to in a currency: its amount, or its second amount where that is in the currency. Null for neither. */
function amountIn(fields: Fields, currency: string): number | null {
  if (isMoney(fields.amount) && fields.amount.currency === currency) return fields.amount.minor;
  return isMoney(fields.secondAmount) && fields.secondAmount.currency === currency
    ? fields.secondAmount.minor
    : null;
}

/** What came back of it in that currency: the same part of the amount as was refunded, rounded down. */
function refundedIn(fields: Fields, counted: number): number {
  const { amount, refunded } = fields;
  if (!isMoney(amount) || !isMoney(refunded) || amount.minor === 0) return 0;
  return Number((BigInt(counted) * BigInt(Math.min(refunded.minor, amount.minor))) / BigInt(amount.minor));
}

/** Adds one cost to a balance. The sums are of whole numbers, so the order of the costs cannot matter. */
function count(balance: Balance, record: PlainRecord, minor: number): void {
  const state = costState(record);
  if (state === 'draft' || state === 'refused') return;
  balance.costs += 1;
  if (state === 'asked') balance.asked += minor;
  else if (state === 'approved') balance.committed += minor;
  else balance.spent += minor - (state === 'refunded' ? refundedIn(record.fields, minor) : 0);
}

const live = (records: readonly PlainRecord[], kind: string): PlainRecord[] =>
  records.filter((record) => record.kind === kind && !record.deleted);

/**
 * Balances by fund, in the order of the funds' ids; after them money without a fund, by currency. Exact up to nine
 * thousand million million smallest units.
 */
export function fundBalances(records: readonly PlainRecord[]): FundBalance[] {
  const byFund = new Map<string, FundBalance & { uncounted: string[] }>();
  for (const fund of live(records, 'fund').sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { amount, donor } = fund.fields;
    const currency = isMoney(amount) ? amount.currency : '';
    const given = isMoney(amount) ? amount.minor : 0;
    const words = typeof donor === 'string' ? donor.trim() : '';
    byFund.set(fund.id, { ...zero(currency), fund: fund.id, donor: words, given, uncounted: [] });
  }
  const without = new Map<string, FundBalance>();
  for (const cost of live(records, 'cost')) {
    const { amount, fund } = cost.fields;
    if (!isMoney(amount)) continue;
    const known = typeof fund === 'string' ? byFund.get(fund) : undefined;
    if (known !== undefined) {
      const minor = amountIn(cost.fields, known.currency);
      if (minor === null) known.uncounted.push(cost.id);
      else count(known, cost, minor);
      continue;
    }
    const { currency } = amount;
    const other = without.get(currency) ?? { ...zero(currency), fund: '', donor: '', uncounted: [] };
    without.set(currency, other);
    count(other, cost, amount.minor);
  }
  const loose = [...without.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
  return [...byFund.values(), ...loose].map((balance) => ({
    ...balance,
    left: balance.given - balance.committed - balance.spent,
    uncounted: [...balance.uncounted].sort(),
  }));
}

/** The balances of several funds together, by donor and currency: money in two currencies is never added up. */
export function donorBalances(balances: readonly FundBalance[]): (Balance & { donor: string })[] {
  const byDonor = new Map<string, Balance & { donor: string }>();
  for (const { donor, currency, ...sums } of balances) {
    const key = `${donor}\n${currency}`;
    const sum = byDonor.get(key) ?? { ...zero(currency), donor };
    for (const part of ['given', 'asked', 'committed', 'spent', 'left', 'costs'] as const)
      sum[part] += sums[part];
    byDonor.set(key, sum);
  }
  return [...byDonor.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}
