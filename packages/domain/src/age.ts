/**
 * Ages from a birth year. The birthday is never asked, so the age is the one reached in the calendar year, and nobody
 * is called an adult in the year in which they turn 18.
 */

type Band = readonly [code: string, from: number, to: number];

const BANDS: readonly Band[] = [
  ['0-13', 0, 13],
  ['14-17', 14, 17],
  ['18-24', 18, 24],
  ['25-34', 25, 34],
  ['35-49', 35, 49],
  ['50-plus', 50, 130],
];

const REACT_BANDS: readonly Band[] = [
  ['0-15', 0, 15],
  ['16-18', 16, 18],
  ['19-35', 19, 35],
  ['36-55', 36, 55],
  ['over-55', 56, 130],
];

function bandIn(bands: readonly Band[], birthYear: number, year: number): string {
  const age = year - birthYear;
  return bands.find(([, from, to]) => age >= from && age <= to)?.[0] ?? '';
}

/** Code of the list `age-bands`, or empty where the years make no age. */
export const ageBand = (birthYear: number, year: number): string => bandIn(BANDS, birthYear, year);

/** The years in which somebody was born who was in this age band (code of `age-bands`) in that year; null for no age. */
export function bandYears(code: string, year: number): [from: number, to: number] | null {
  const band = BANDS.find(([name]) => name === code);
  return band === undefined ? null : [year - band[2], year - band[1]];
}

/** Code of the list `react-age-bands` (the bands of published REAct factsheets), or empty where the years make no age. */
export const reactAgeBand = (birthYear: number, year: number): string => bandIn(REACT_BANDS, birthYear, year);

/**
 * Whether a person's record says that they are under 18.
 * @param fields of a `person` record: what was answered counts first, then the age band, then the birth year
 * @param year the calendar year of the question
 */
export function isMinor(fields: Readonly<Record<string, unknown>>, year: number): 'yes' | 'no' | 'unknown' {
  if (fields.minor === 'yes' || fields.minor === 'no') return fields.minor;
  const band = fields.ageBand;
  if (band === '0-13' || band === '14-17') return 'yes';
  if (BANDS.some(([code]) => code === band)) return 'no';
  if (typeof fields.birthYear !== 'number') return 'unknown';
  const age = year - fields.birthYear;
  return age < 18 ? 'yes' : age > 18 ? 'no' : 'unknown';
}
