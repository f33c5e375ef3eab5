import { CLDR } from './cldr.ts';
import type { Language } from './language.ts';

const NO_BREAK_SPACE = '\u00a0';

/** Currencies that do not count in hundredths (ISO 4217), of those that a donor may use. */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  ISK: 0,
  KWD: 3,
  BHD: 3,
  OMR: 3,
  JOD: 3,
  TND: 3,
};

/** A number with its thousands grouped and at most `digits` decimals (trailing zeros dropped). */
export function formatNumber(language: Language, value: number, digits = 3): string {
  const { decimal } = CLDR[language];
  if (!Number.isFinite(value)) return '—';
  const [whole = '', fraction = ''] = figures(Math.abs(value), digits).split('.');
  const tail = fraction.replace(/0+$/, '');
  const isZero = tail === '' && /^0+$/.test(whole);
  return (value < 0 && !isZero ? '-' : '') + grouped(language, whole) + (tail === '' ? '' : decimal + tail);
}

/** Beyond 10²¹ a number writes itself with an exponent, which is no figure for people. */
const figures = (size: number, digits: number): string =>
  size < 1e21 ? size.toFixed(digits) : BigInt(size).toString();

function grouped(language: Language, digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, CLDR[language].group);
}

/** 0.125 as "13%", with the language's own spacing. */
export function formatPercent(language: Language, fraction: number, digits = 0): string {
  return CLDR[language].percent.replace('#,##0', formatNumber(language, fraction * 100, digits));
}

/** @param minor the amount in the currency's smallest unit, a whole number: 12050 is 120.50 @param currency ISO 4217 */
export function formatMoney(language: Language, minor: number, currency: string): string {
  const { money, currencies } = CLDR[language];
  const amount = formatAmount(language, Math.abs(minor), currency);
  const symbol = currencies[currency] ?? currency;
  // A sign stands close to the number, letters do not ("$5.00", "AZN 5.00").
  const written = money.startsWith('¤') && /\p{L}$/u.test(symbol) ? symbol + NO_BREAK_SPACE : symbol;
  return (minor < 0 ? '-' : '') + money.replace('#,##0.00', amount).replace('¤', () => written);
}

/** The same without its currency: for columns whose heading names it. */
export function formatAmount(language: Language, minor: number, currency: string): string {
  const places = MINOR_DIGITS[currency] ?? 2;
  if (!Number.isFinite(minor)) return '—';
  const digits = figures(Math.abs(Math.trunc(minor)), 0).padStart(places + 1, '0');
  const whole = grouped(language, digits.slice(0, digits.length - places));
  const amount = places === 0 ? whole : whole + CLDR[language].decimal + digits.slice(-places);
  return minor < 0 ? `-${amount}` : amount;
}

/** CLDR's dates and numbers have no units; the words are ours. */
const BYTE_UNITS: Readonly<Record<Language, readonly string[]>> = {
  az: ['bayt', 'KB', 'MB', 'GB'],
  ru: ['Б', 'КБ', 'МБ', 'ГБ'],
  en: ['bytes', 'kB', 'MB', 'GB'],
  tg: ['байт', 'КБ', 'МБ', 'ГБ'],
};

/** A size in thousands, with one decimal below ten: "3.4 MB", "512 kB". */
export function formatBytes(language: Language, bytes: number): string {
  const units = BYTE_UNITS[language];
  let value = bytes;
  let unit = 0;
  while (unit < units.length - 1 && Number(value.toFixed(value < 10 ? 1 : 0)) >= 1000) {
    value /= 1000;
    unit += 1;
  }
  return `${formatNumber(language, value, unit > 0 && value < 10 ? 1 : 0)}${NO_BREAK_SPACE}${units[unit]}`;
}

/** Ours: CLDR's lists are not among the tables. English has no comma before "and". */
const AND: Readonly<Record<Language, string>> = { az: 'və', ru: 'и', en: 'and', tg: 'ва' };

/** "a, b and c" */
export function formatList(language: Language, items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${AND[language]} ${items[items.length - 1]}`;
}
