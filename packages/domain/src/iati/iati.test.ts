import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Activity,
  type ActivityFile,
  type ActivityIndicator,
  type Amount,
  BUDGETS,
  DATES,
  DESCRIPTIONS,
  isIatiIdentifier,
  MEASURES,
  RESULTS,
  ROLES,
  STATUSES,
  TRANSACTIONS,
  writeActivities,
} from './index.ts';
import { problemsBySchema } from './testing/by-schema.ts';

/** Texts as people paste them: signs of the markup, ends of lines, and what no XML may hold. */
const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    'Qadın sığınacağı',
    ']]></narrative><x a="1">',
    '&amp; &#0; \u0000\u000b\ufffe',
    'bir\r\niki\tüç',
    '\ud800 tək',
  ),
);
const words = fc.array(fc.record({ language: fc.constantFrom(null, 'az', 'tg'), text }), {
  minLength: 1,
  maxLength: 3,
});
const maybe = fc.oneof(fc.constant([]), words);
const day = fc
  .tuple(
    fc.integer({ min: 1900, max: 2199 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => [year, month, date].map((n) => String(n).padStart(2, '0')).join('-'));
const codeOf = <const T extends Readonly<Record<string, string>>>(list: T) =>
  fc.constantFrom(...(Object.values(list) as T[keyof T][]));
const number = fc.nat({ max: 1e9 }).map((n) => (n / 100).toString());
const amount: fc.Arbitrary<Amount> = fc.record({
  value: number,
  dimensions: fc.array(fc.record({ name: text, value: text }), { maxLength: 2 }),
  comment: maybe,
});
const value = { amount: number, currency: fc.constantFrom('AZN', 'TJS') };
const span = { start: day, end: day };
const indicator: fc.Arbitrary<ActivityIndicator> = fc.record({
  measure: codeOf(MEASURES),
  ascending: fc.boolean(),
  title: words,
  description: maybe,
  baseline: fc.option(
    fc.tuple(amount, fc.option(day)).map(([each, on]) => ({ ...each, day: on, year: '2024' })),
  ),
  periods: fc.array(
    fc.record({
      ...span,
      targets: fc.array(amount, { maxLength: 2 }),
      actuals: fc.array(amount, { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
});
const activity: fc.Arbitrary<Activity> = fc.record({
  identifier: fc.constant('AZ-XXX-1-plan'),
  hierarchy: fc.constantFrom(1, 2),
  updated: day,
  title: words,
  descriptions: fc.array(fc.record({ type: codeOf(DESCRIPTIONS), words }), { minLength: 1, maxLength: 2 }),
  participants: fc.array(fc.record({ role: codeOf(ROLES), words: maybe }), { minLength: 1, maxLength: 2 }),
  status: codeOf(STATUSES),
  dates: fc.array(fc.record({ type: codeOf(DATES), day, words: maybe }), { minLength: 1, maxLength: 2 }),
  country: fc.constant('AZ'),
  sector: fc.constantFrom(null, '15160'),
  budgets: fc.array(fc.record({ ...span, ...value, status: codeOf(BUDGETS) }), { maxLength: 2 }),
  transactions: fc.array(
    fc.record({ ...value, type: codeOf(TRANSACTIONS), day, words: maybe, provider: maybe }),
    { maxLength: 2 },
  ),
  related: fc.array(fc.record({ as: fc.constantFrom('parent', 'child'), identifier: text }), {
    maxLength: 2,
  }),
  results: fc.array(
    fc.record({
      type: codeOf(RESULTS),
      title: words,
      indicators: fc.array(indicator, { minLength: 1, maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
});
const fileOf = (activities: Activity[]): ActivityFile => ({
  day: '2026-11-30',
  language: 'az',
  reporter: { identifier: 'AZ-XXX-1', type: '22', name: 'Dayaq & <sınaq>' },
  activities,
});

test('whatever somebody typed, the file is valid by the official schema', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(activity, { minLength: 1, maxLength: 40 }), async (activities) => {
      expect(await problemsBySchema(writeActivities(fileOf(activities)))).toEqual([]);
    }),
    { numRuns: 5 },
  );
});

test('the schema is really held against it: a file without what it demands is not valid', async () => {
  const [one] = fc.sample(activity, 1) as [Activity];
  expect(await problemsBySchema(writeActivities(fileOf([{ ...one, dates: [] }])))).not.toEqual([]);
  expect(await problemsBySchema('<iati-activities version="2.03"/>')).not.toEqual([]);
  expect(await problemsBySchema('no XML')).not.toEqual([]);
});

test('an identifier holds no sign that the standard forbids', () => {
  for (const good of ['AZ-XXX-1234567', 'XM-DAC-41114', 'US-EIN-12.3'])
    expect(isIatiIdentifier(good)).toBe(true);
  for (const bad of [
    '',
    'AZ',
    'AZ XXX',
    'AZ/1-2',
    'AZ&1-2',
    'AZ|1-2',
    'AZ?1-2',
    `A${'1'.repeat(80)}`,
    '-AZ-1',
  ])
    expect(isIatiIdentifier(bad), bad).toBe(false);
});
