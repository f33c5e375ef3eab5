import type { ListedRecord, RecordQuery } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { allRecords } from './all-records.ts';

/** A list of so many records, given in pages as the vault gives them. */
const listOf = (count: number) => ({
  records: async ({ after, limit }: RecordQuery) => {
    const from = after === null ? 0 : Number(after);
    const numbers = Array.from({ length: Math.min(limit, count - from) }, (_, i) => from + i);
    return {
      records: numbers.map((n) => ({ record: String(n) }) as ListedRecord),
      next: from + limit < count ? String(from + limit) : null,
    };
  },
});

test('every page is read once, in order', async () => {
  const { records, more } = await allRecords(listOf(2500), ['matter']);
  expect(records.map(({ record }) => Number(record))).toEqual(Array.from({ length: 2500 }, (_, i) => i));
  expect(more).toBe(false);
});

test('an endless list ends, and says that there is more', async () => {
  const { records, more } = await allRecords(listOf(25_000), ['matter']);
  expect([records.length, more]).toEqual([10_000, true]);
});
