import type { Money } from './kind.ts';

/** Digits of the smallest unit of the currencies that our countries meet. */
const DECIMALS: Readonly<Record<string, number>> = {
  AZN: 2,
  TJS: 2,
  USD: 2,
  EUR: 2,
  RUB: 2,
  TRY: 2,
  GEL: 2,
  KZT: 2,
};

/** Currencies (ISO 4217) that an amount may be in. */
export const CURRENCIES: readonly string[] = Object.keys(DECIMALS);

/** How many digits stand after the decimal separator; 2 for a currency that is not listed. */
export function currencyDecimals(currency: string): number {
  return DECIMALS[currency] ?? 2;
}

export function isMoney(value: unknown): value is Money {
  if (typeof value !== 'object' || value === null) return false;
  const money = value as { [K in keyof Money]: unknown };
  return (
    Number.isSafeInteger(money.minor) &&
    (money.minor as number) >= 0 &&
    typeof money.currency === 'string' &&
    /^[A-Z]{3}$/.test(money.currency)
  );
}

/**
 * An amount as typed: "120", "120,50", "1 200.5". A comma or a point is the decimal separator; spaces group.
 * @returns null where it is no amount, is negative, or has more digits than the currency
 */
export function parseMoney(text: string, currency: string): Money | null {
  const parts = /^(\d{1,12})(?:[.,](\d+))?$/.exec(text.replace(/[\s\u00a0\u202f']/g, ''));
  if (parts === null) return null;
  const [, whole = '', fraction = ''] = parts;
  const decimals = currencyDecimals(currency);
  if (fraction.length > decimals) return null;
  const minor = Number(whole + fraction.padEnd(decimals, '0'));
  return Number.isSafeInteger(minor) ? { minor, currency } : null;
}

/** The bare amount with a point, as `parseMoney` reads it back: "120.50". Words and grouping are the locale's. */
export function amountOf(money: Money): string {
  const decimals = currencyDecimals(money.currency);
  const digits = String(money.minor).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The sum, or null where the currencies differ: there is no rate here, and a guess would be a false figure. */
export function sumMoney(amounts: readonly Money[]): Money | null {
  const [first] = amounts;
  if (first === undefined || amounts.some((money) => money.currency !== first.currency)) return null;
  return { minor: amounts.reduce((sum, money) => sum + money.minor, 0), currency: first.currency };
}
