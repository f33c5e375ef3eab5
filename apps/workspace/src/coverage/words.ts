import type { FuzzyDate } from '@dayaq/domain';
import { formatDate, formatNumber, type Translator } from '@dayaq/locale';
import { areaLabel, codeLabel } from '../fields/index.ts';

/** Numbers, days and names in the reader's language. */
export interface Words {
  translator: Translator;
  t: Translator['t'];
  number(value: number): string;
  date(date: FuzzyDate): string;
  /** A day (YYYY-MM-DD). */
  day(day: string): string;
  area(area: string): string;
  /** @param list a code list */
  code(list: string, code: string): string;
}

export function wordsFrom(translator: Translator): Words {
  const { language, t } = translator;
  return {
    translator,
    t,
    number: (value) => formatNumber(language, value, 1),
    // That a figure is rounded is said of the figure; its year is known.
    date: ({ day, until }) => formatDate(language, day, 'long', { until }),
    day: (day) => formatDate(language, day, 'long'),
    area: (area) => areaLabel(translator, area),
    code: (list, code) => codeLabel(translator, list, code),
  };
}
