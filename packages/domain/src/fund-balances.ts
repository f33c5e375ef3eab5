import { type CostRecord, costState, spenderOf } from './costs.ts';
import type { PlainRecord } from './plain-record.ts';
import { isMoney } from './money.ts';

type Fields = Readonly<Record<string, unknown>>;

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
  /** Handed to people in advance, neither accounted for by an approved cost nor brought back. */
  advanced: number;
  /** `given` less `committed`, `spent` and `advanced`; below 0 where more was promised than there is. */
  left: number;
  /** Spent by our people from their own pockets and given: no fund's money. */
  own: number;
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
  advanced: 0,
  left: 0,
  own: 0,
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
function count(balance: Balance, record: CostRecord, minor: number): void {
  const state = costState(record);
  if (state === 'draft' || state === 'refused') return;
  balance.costs += 1;
  if (state === 'given') balance.own += minor;
  else if (state === 'asked') balance.asked += minor;
  else if (state === 'approved') balance.committed += minor;
  else balance.spent += minor - (state === 'refunded' ? refundedIn(record.fields, minor) : 0);
}

const live = (records: readonly PlainRecord[], kind: string): PlainRecord[] =>
  records.filter((record) => record.kind === kind && !record.deleted);

/**
 * A cost with who holds the advance that it was spent from, who does not decide about it, and of which fund its budget line is.
 * @param known advances and budget lines; others are passed over
 */
export function costAmong<T extends PlainRecord>(cost: T, known: readonly PlainRecord[]): T & CostRecord {
  const holder = textOfKnown(known, 'advance', advanceOf(cost), 'to');
  const lineFund = textOfKnown(known, 'budget-line', textIn(cost, 'line'), 'fund');
  return { ...cost, ...(holder !== '' && { holder }), ...(lineFund !== '' && { lineFund }) };
}

function textOfKnown(known: readonly PlainRecord[], kind: string, id: string, field: string): string {
  const record = id === '' ? undefined : known.find((each) => each.id === id && each.kind === kind);
  return record === undefined || record.deleted ? '' : textIn(record, field);
}

/** The costs, each with who holds the advance that it was spent from: they do not decide about it. */
function costsIn(records: readonly PlainRecord[]): (PlainRecord & CostRecord)[] {
  const known = [...live(records, 'advance'), ...live(records, 'budget-line')];
  return live(records, 'cost').map((cost) => costAmong(cost, known));
}

/**
 * Balances by fund, in the order of the funds' ids; after them money without a fund, by currency. Exact up to nine
 * thousand million million smallest units.
 */
export function fundBalances(records: readonly PlainRecord[]): FundBalance[] {
  const byFund = new Map<string, FundBalance & { uncounted: string[] }>();
  for (const fund of inOrderOfIds(live(records, 'fund'))) {
    const donor = textIn(fund, 'donor').trim();
    byFund.set(fund.id, { ...opened(fund), fund: fund.id, donor, uncounted: [] });
  }
  const advances = new Map(advanceBalances(records).map((advance) => [advance.advance, advance]));
  for (const { fund, currency, outstanding } of advances.values()) {
    const known = byFund.get(fund);
    if (known?.currency === currency) known.advanced += outstanding;
  }
  const without = new Map<string, FundBalance>();
  for (const cost of costsIn(records)) {
    const { amount } = cost.fields;
    if (!isMoney(amount)) continue;
    // What somebody gives of their own is no fund's money; what was spent from an advance is of the advance's fund.
    const fund =
      costState(cost) === 'given' ? '' : (advances.get(advanceOf(cost))?.fund ?? textIn(cost, 'fund'));
    const known = byFund.get(fund);
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
    ...withLeft(balance),
    uncounted: [...balance.uncounted].sort(),
  }));
}

export interface LineBalance extends Balance {
  /** Record ids of the budget line and of its fund. */
  line: string;
  fund: string;
  uncounted: readonly string[];
}

/** Balances by budget line, in the order of the lines' ids: costs that name the line, whatever else they name. */
export function lineBalances(records: readonly PlainRecord[]): LineBalance[] {
  const costs = costsIn(records).filter((cost) => costState(cost) !== 'given');
  return inOrderOfIds(live(records, 'budget-line')).map((line) => {
    const balance = opened(line);
    const uncounted: string[] = [];
    for (const cost of costs) {
      if (textIn(cost, 'line') !== line.id) continue;
      const minor = amountIn(cost.fields, balance.currency);
      if (minor === null) uncounted.push(cost.id);
      else count(balance, cost, minor);
    }
    return { ...withLeft(balance), line: line.id, fund: textIn(line, 'fund'), uncounted: uncounted.sort() };
  });
}

/** Money handed to one of us before it is spent. In the smallest unit of one currency. */
export interface AdvanceBalance {
  /** Record ids of the advance and of the fund that it came from. */
  advance: string;
  fund: string;
  /** Account id of who holds it. */
  to: string;
  currency: string;
  given: number;
  /** Spent by costs that nobody refused, approved or not. */
  spent: number;
  returned: number;
  /** What must still be in the holder's hands: below 0 where they spent more than they were given. */
  left: number;
  /** Neither accounted for by an approved cost nor brought back; never below 0. */
  outstanding: number;
  /** Costs in a currency that is not the advance's and with no second amount that is: ids, counted nowhere. */
  uncounted: readonly string[];
}

/** Advances and what is left of them, in the order of their ids. One that its holder wrote for themselves counts for nothing. */
export function advanceBalances(records: readonly PlainRecord[]): AdvanceBalance[] {
  const costs = costsIn(records);
  return inOrderOfIds(live(records, 'advance')).flatMap((advance) => {
    const { amount, returned, to } = advance.fields;
    if (!isMoney(amount) || typeof to !== 'string' || isOwnAdvance(advance)) return [];
    const { currency, minor: given } = amount;
    const uncounted: string[] = [];
    let [spent, approved] = [0, 0];
    for (const cost of costs) {
      const state = costState(cost);
      if (advanceOf(cost) !== advance.id || state === 'draft' || state === 'refused') continue;
      const minor = amountIn(cost.fields, currency);
      if (minor === null) uncounted.push(cost.id);
      else {
        const kept = minor - (state === 'refunded' ? refundedIn(cost.fields, minor) : 0);
        spent += kept;
        if (state !== 'asked') approved += kept;
      }
    }
    const back = isMoney(returned) && returned.currency === currency ? returned.minor : 0;
    return {
      advance: advance.id,
      fund: textIn(advance, 'fund'),
      to,
      currency,
      given,
      spent,
      returned: back,
      left: given - spent - back,
      outstanding: Math.max(0, given - approved - back),
      uncounted: uncounted.sort(),
    };
  });
}

/** Whether whoever holds an advance is the one who wrote how much it is. */
export function isOwnAdvance({ fields, writers }: Pick<PlainRecord, 'fields' | 'writers'>): boolean {
  return [writers?.['amount'], writers?.['to']].includes(textIn({ fields }, 'to'));
}

/** What we owe somebody who spent their own money and wants it back. In the smallest unit of one currency. */
export interface Owed {
  /** Account id. */
  to: string;
  currency: string;
  /** Not decided yet. */
  asked: number;
  /** Approved, to be paid back. */
  approved: number;
}

/** Own money that was spent and is to be paid back, by person and currency, in that order. */
export function owedToPeople(records: readonly PlainRecord[]): Owed[] {
  const owed = new Map<string, Owed>();
  for (const cost of costsIn(records)) {
    const { amount, spentFrom } = cost.fields;
    const state = costState(cost);
    const to = spenderOf(cost);
    if (spentFrom !== 'own' || to === null || !isMoney(amount)) continue;
    if (state !== 'asked' && state !== 'approved') continue;
    const key = `${to}\n${amount.currency}`;
    const sum = owed.get(key) ?? { to, currency: amount.currency, asked: 0, approved: 0 };
    sum[state] += amount.minor;
    owed.set(key, sum);
  }
  return [...owed.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

const textIn = ({ fields }: Pick<PlainRecord, 'fields'>, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

const advanceOf = (cost: PlainRecord): string =>
  cost.fields['spentFrom'] === 'advance' ? textIn(cost, 'advance') : '';

/** The balance of what was given and not touched yet. */
function opened({ fields }: PlainRecord): Balance {
  const { amount } = fields;
  return isMoney(amount) ? { ...zero(amount.currency), given: amount.minor } : zero('');
}

const withLeft = <Counted extends Balance>(balance: Counted): Counted => ({
  ...balance,
  left: balance.given - balance.committed - balance.spent - balance.advanced,
});

const inOrderOfIds = (records: PlainRecord[]): PlainRecord[] =>
  records.sort((a, b) => (a.id < b.id ? -1 : 1));

const SUMMED = ['given', 'asked', 'committed', 'spent', 'advanced', 'left', 'own', 'costs'] as const;

/** The balances of several funds together, by donor and currency: money in two currencies is never added up. */
export function donorBalances(balances: readonly FundBalance[]): (Balance & { donor: string })[] {
  const byDonor = new Map<string, Balance & { donor: string }>();
  for (const { donor, currency, ...sums } of balances) {
    const key = `${donor}\n${currency}`;
    const sum = byDonor.get(key) ?? { ...zero(currency), donor };
    for (const part of SUMMED) sum[part] += sums[part];
    byDonor.set(key, sum);
  }
  return [...byDonor.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}
