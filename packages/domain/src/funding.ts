import { CODE_LISTS } from './code-lists/index.ts';
import type { Money } from './kind.ts';

/** What was given for a commitment, as far as it is money. */
export interface Funded {
  /** Code of the list `funding-states`. */
  state: string;
  amount: Money | null;
}

/**
 * Sums by state and currency, in the order of the states. Currencies are never put together, nor is what was pledged with what was
 * spent: each says how much of it there is. What has no amount is counted in `without`.
 */
export function fundingSums(
  lines: readonly Funded[],
): { state: string; sums: readonly Money[]; without: number }[] {
  return CODE_LISTS['funding-states'].codes.flatMap(({ code }) => {
    const own = lines.filter(({ state }) => state === code);
    if (own.length === 0) return [];
    const byCurrency = new Map<string, number>();
    for (const { amount } of own)
      if (amount !== null)
        byCurrency.set(amount.currency, (byCurrency.get(amount.currency) ?? 0) + amount.minor);
    const sums = [...byCurrency].map(([currency, minor]) => ({ currency, minor }));
    return [
      {
        state: code,
        sums: sums.sort((a, b) => (a.currency < b.currency ? -1 : 1)),
        without: own.filter(({ amount }) => amount === null).length,
      },
    ];
  });
}
