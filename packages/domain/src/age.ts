import { type Doubted, standing } from './careful.ts';

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

type Minor = 'yes' | 'no' | 'unknown';

/**
 * Whether a person's record says that they are under 18; of versions that stand beside each other one that says so is enough,
 * and all must say no.
 * @param person a `person` record: what was answered counts first, then the age band, then the birth year
 * @param year the calendar year of the question
 */
export function isMinor(person: Doubted, year: number): Minor {
  const ways: readonly [field: string, say: (value: unknown) => Minor][] = [
    ['minor', (answer) => (answer === 'yes' || answer === 'no' ? answer : 'unknown')],
    ['ageBand', minorByBand],
    ['birthYear', (born) => (typeof born === 'number' ? minorByAge(year - born) : 'unknown')],
  ];
  for (const [field, say] of ways) {
    const said = standing(person, field).map(say);
    if (said.includes('yes')) return 'yes';
    if (!said.includes('unknown')) return 'no';
  }
  return 'unknown';
}

function minorByBand(band: unknown): Minor {
  if (band === '0-13' || band === '14-17') return 'yes';
  return BANDS.some(([code]) => code === band) ? 'no' : 'unknown';
}

const minorByAge = (age: number): Minor => (age < 18 ? 'yes' : age > 18 ? 'no' : 'unknown');
