/** What compiled messages call. It takes the place of the library's runtime, which would format numbers with `Intl`. */
import type { Language } from './language.ts';
import { formatNumber } from './number.ts';
import type { PluralRule } from './plural-rules.ts';

export type MessageValue = string | number | undefined;

/** `#` inside a plural: the number, grouped as the language does. */
export function number(language: Language, value: MessageValue, offset: number): string {
  return formatNumber(language, Number(value) - offset);
}

/** Exact matches (`=0`) come before the category. */
export function plural(
  value: MessageValue,
  offset: number,
  rule: PluralRule,
  cases: Readonly<Record<string, MessageValue>>,
  order: 0 | 1 = 0,
): MessageValue {
  const exact = String(value);
  if (Object.hasOwn(cases, exact)) return cases[exact];
  const category = rule(Number(value) - offset, order === 1);
  return Object.hasOwn(cases, category) ? cases[category] : cases.other;
}

export function select(value: MessageValue, cases: Readonly<Record<string, MessageValue>>): MessageValue {
  const name = String(value);
  return Object.hasOwn(cases, name) ? cases[name] : cases.other;
}
