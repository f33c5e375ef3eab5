import { type FuzzyDate, fuzzyRange, isFuzzyDate, NAME_IN } from '@dayaq/domain';
import type { Narrative } from '@dayaq/domain/iati';
import type { Surroundings } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import type { Leaving } from '../leaving.ts';

/** Words as they stand in the document. */
export const asWritten = (text: string): Narrative[] => (text === '' ? [] : [{ language: null, text }]);

/** Words that are ours. */
export const asWeSay = ({ translator }: Surroundings, text: string): Narrative[] =>
  text === '' ? [] : [{ language: translator.language, text }];

/** The name of something that has one alone. */
export const titled = (text: string, around: Surroundings): Narrative[] =>
  text.trim() === '' ? asWeSay(around, around.translator.t('plans.unnamed')) : asWritten(text);

/** What something is called: as its document says, and in each other language in which it has a name. @param written the document's */
export function namesIn(of: Leaving, written: string, around: Surroundings): Narrative[] {
  const others = Object.entries(NAME_IN).flatMap(([language, field]) => {
    const text = language === written ? '' : of.text(field);
    return text === '' ? [] : [{ language, text }];
  });
  return [...titled(of.text('name'), around), ...others];
}

/**
 * Organisations that a text names: one a line, or between semicolons; where it has neither, between commas. A name with a comma in
 * it stays whole in a text that has lines or semicolons.
 */
export function organisationsIn(text: string): string[] {
  const by = /[;\n]/.test(text) ? /[;\n]/ : /,/;
  const names = text.split(by).map((name) => name.trim());
  return [...new Set(names.filter(Boolean))];
}

const isExact = ({ day, until, about }: FuzzyDate): boolean =>
  day.length === 10 && until === undefined && about !== true;

/** A day that is known to the day; null of any other. */
export const exactDay = (date: unknown): string | null =>
  isFuzzyDate(date) && isExact(date) ? date.day : null;

/** The first or last day that a date may mean, and beside it, where that is not the day itself, how it is written. */
export function placed(
  date: FuzzyDate,
  end: 'from' | 'to',
  around: Surroundings,
  written = '',
): { day: string; words: Narrative[] } {
  const said = written === '' ? asWeSay(around, sayDate(around.translator, date)) : asWritten(written);
  return { day: fuzzyRange(date)[end], words: isExact(date) && written === '' ? [] : said };
}

/** A number as a decimal, never with an exponent. */
export const decimal = (value: number): string =>
  /e/i.test(String(value)) ? value.toFixed(12).replace(/\.?0+$/, '') : String(value);
