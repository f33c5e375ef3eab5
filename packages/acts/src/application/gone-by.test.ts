/** Threat: a clock that is wrong, or that a server lies about, has applications destroyed before the time that was said. */
import type { DossierRow } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { goneBy } from './application.ts';

const row = (id: string, gone: unknown) => ({ id, told: { gone } }) as unknown as DossierRow;
const rows = [
  row('past', { day: '2026-11-29' }),
  row('today', { day: '2026-11-30' }),
  row('ahead', { day: '2027-02-01' }),
  row('unsaid', undefined),
];
const ids = (...todays: [string, ...string[]]) => goneBy(rows, ...todays).map(({ id }) => id);

test('an application is due on the day that was said, and one without a day never is', () => {
  expect(ids('2026-11-30')).toEqual(['past', 'today']);
});

test('one clock that is years ahead, whosever it is, makes nothing due', () => {
  expect(ids('2029-01-01', '2026-11-29')).toEqual(['past']);
  expect(ids('2026-11-29', '2029-01-01')).toEqual(['past']);
});
