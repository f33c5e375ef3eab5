/** Whatever one of its readers signed into an application, its page is shown to the other, and opens to nobody before two have scored. */
import { prepare } from '@dayaq/domain/survey';
import type { RecordView } from '@dayaq/vault/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayTold, goneBy } from './application.ts';
import { scorersOf, seenBy } from './seen.ts';

const prepared = prepare({
  title: { en: 'Call' },
  intro: {},
  languages: ['en'],
  items: [
    { is: 'question', name: 'name', type: 'text', label: { en: 'Name' }, identifies: true },
    { is: 'question', name: 'why', type: 'text', label: { en: 'Why' } },
  ],
});
const value = fc.oneof(
  fc.anything(),
  fc.constantFrom(9, -1, 1e308, '{"name":["x"],"why":[1,null]}', '__proto__', '{', 'x'.repeat(100_000)),
  fc.json(),
);
const record: fc.Arbitrary<RecordView> = fc
  .record({
    id: fc.constantFrom('a', 's1', 's2', 'm'),
    kind: fc.constantFrom('application', 'application-score', 'application-more', 'letter-reply', 'x'),
    deleted: fc.boolean(),
    by: fc.constant('ana'),
    at: fc.integer(),
    fields: fc.dictionary(
      fc.constantFrom('answers', 'score', 'words', 'received', 'readers', 'gone', 'constructor'),
      value,
    ),
  })
  .map(({ by, at, fields, ...rest }) => ({
    ...rest,
    created: { by, at },
    updated: { by, at },
    conflict: false,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, said]) => [name, { value: said, by, at, alternatives: [] }]),
    ),
  })) as unknown as fc.Arbitrary<RecordView>;

test('nothing throws, and one person’s scores open nothing', () => {
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), (records) => {
      const [application] = records as [RecordView];
      scorersOf(application, ['ana', 'bahar'], []);
      const own = records.filter(({ kind }) => kind !== 'application-score');
      const score = records.find(({ kind }) => kind === 'application-score');
      const seen = seenBy({
        application,
        records: score === undefined ? own : [...own, score],
        prepared,
        me: 'bahar',
        scorers: ['ana', 'bahar'],
      });
      expect(seen.isOpen).toBe(false);
      expect(seen.further).toEqual([]);
      for (const name of ['gone', 'received']) dayTold(application.fields[name]?.value);
    }),
  );
});

test('a row whose day is anything is due on no day that it does not say', () => {
  fc.assert(
    fc.property(value, (gone) => {
      const due = goneBy([{ told: { gone } } as never], '2026-11-30');
      expect(due.every(() => dayTold(gone) <= '2026-11-30' && dayTold(gone) !== '')).toBe(true);
    }),
  );
});
