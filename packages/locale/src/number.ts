import type { Language } from './language.ts';

const GROUP: Readonly<Record<Language, string>> = { az: '.', ru: '\u00a0', en: ',', tg: '\u00a0' };
const DECIMAL: Readonly<Record<Language, string>> = { az: ',', ru: ',', en: '.', tg: ',' };

/** A number with its thousands grouped and at most `digits` decimals (trailing zeros dropped). */
export function formatNumber(language: Language, value: number, digits = 3): string {
  const [whole = '', fraction = ''] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, GROUP[language]);
  const tail = fraction.replace(/0+$/, '');
  return (value < 0 ? '-' : '') + grouped + (tail === '' ? '' : DECIMAL[language] + tail);
}
