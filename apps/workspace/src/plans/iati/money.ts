import { amountOf, dayNumber, fuzzyRange, isFuzzyDate, isMoney, type Money } from '@dayaq/domain';
import { valuesOf } from '@dayaq/acts/record-values';
import { holdsBack } from '@dayaq/domain/disclosure';
import { type Activity, BUDGETS, TRANSACTIONS } from '@dayaq/domain/iati';
import type { RecordView } from '@dayaq/vault/client';
import type { Surroundings } from '../../fields/index.ts';
import { Leaving } from '../leaving.ts';
import type { LeftOut } from './left.ts';
import { asWritten, exactDay } from './words.ts';

/** By code of the list `funding-states`. What is pledged or committed for a year or less is a budget of that time, too. */
const AS: Readonly<
  Record<
    string,
    {
      transaction: Activity['transactions'][number]['type'];
      budget: Activity['budgets'][number]['status'] | null;
    }
  >
> = {
  pledged: { transaction: TRANSACTIONS.incomingPledge, budget: BUDGETS.indicative },
  committed: { transaction: TRANSACTIONS.incomingCommitment, budget: BUDGETS.committed },
  spent: { transaction: TRANSACTIONS.expenditure, budget: null },
};

/** The longest time that a budget may be for. */
const YEAR = 366;

interface Told extends Pick<Activity, 'budgets' | 'transactions'> {
  /** Who gave, each once. */
  donors: readonly string[];
  /** What was given in kind, in words. */
  inKind: readonly string[];
}

/** The money of a commitment. What is known to the day is a transaction; what is for a month or a year, a budget. */
export function moneyOf(
  funding: readonly RecordView[],
  around: Surroundings,
  name: string,
  left: LeftOut,
): Told {
  const transactions: Activity['transactions'][number][] = [];
  const budgets = new Map<
    string,
    { status: Activity['budgets'][number]['status']; start: string; end: string; sum: Money }
  >();
  const donors = new Set<string>();
  const inKind: string[] = [];
  for (const record of funding) {
    if (holdsBack('funding', valuesOf(record))) {
      left.add('hidden-donor', name);
      continue;
    }
    const of = new Leaving(record, around);
    const donor = of.text('donor').trim();
    if (donor !== '') donors.add(donor);
    const [amount, date] = [of.value('amount'), of.value('date')];
    const as = AS[of.text('state')];
    if (as === undefined || !isMoney(amount)) {
      left.add('in-kind', name);
      inKind.push([of.words('inKind'), of.words('amount'), of.words('date')].filter(Boolean).join(', '));
      continue;
    }
    const day = exactDay(date);
    const range = isFuzzyDate(date) ? fuzzyRange(date) : null;
    if (day !== null)
      transactions.push({
        type: as.transaction,
        day,
        amount: amountOf(amount),
        currency: amount.currency,
        words: asWritten(of.text('source')),
        provider: asWritten(donor),
      });
    else if (as.budget !== null && range !== null && dayNumber(range.to) - dayNumber(range.from) < YEAR) {
      const key = JSON.stringify([as.budget, range, amount.currency]);
      const before = budgets.get(key)?.sum.minor ?? 0;
      budgets.set(key, {
        status: as.budget,
        start: range.from,
        end: range.to,
        sum: { minor: before + amount.minor, currency: amount.currency },
      });
    } else left.add('no-day', name);
  }
  return {
    transactions,
    budgets: [...budgets.values()].map(({ sum, ...each }) => ({
      ...each,
      amount: amountOf(sum),
      currency: sum.currency,
    })),
    donors: [...donors],
    inKind,
  };
}
