export type Unit = 'day' | 'week' | 'month' | 'year' | 'hour' | 'minute';

/** The forms of a phrase by plural category; `{0}` is the number. */
export type Counted = Readonly<{ other: string } & Partial<Record<'one' | 'few' | 'many', string>>>;

/** What one language says about dates and numbers: made from CLDR by `scripts/cldr.mjs`. Weeks begin with Monday. */
export interface CldrTable {
  months: readonly string[];
  monthsAlone: readonly string[];
  monthsShort: readonly string[];
  monthsShortAlone: readonly string[];
  days: readonly string[];
  daysShort: readonly string[];
  /** CLDR patterns: d, MMMM, LLLL, y, EEEE, text in quotes; `moment` joins a date {1} and a time {0}. */
  patterns: Readonly<
    Record<'full' | 'long' | 'short' | 'day' | 'month' | 'monthShort' | 'year' | 'moment', string>
  >;
  relative: Readonly<
    Record<Unit, { exact: Readonly<Record<string, string>>; past: Counted; future: Counted }>
  >;
  now: string;
  decimal: string;
  group: string;
  money: string;
  percent: string;
  currencies: Readonly<Record<string, string>>;
}
