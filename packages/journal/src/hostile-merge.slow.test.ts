/**
 * A member fills a dossier with what costs most to merge. Each shape is merged at one size and at four times that size:
 * what is linear takes about four times as long, what is not takes sixteen.
 */
import { describe, expect, it } from 'vitest';
import { change, entry } from '../test/graphs.ts';
import { type Entry, extendDossier, type FieldOp, LIMITS, mergeDossier } from './index.ts';

const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => (from + i).toString(36));
const add = (...texts: string[]): FieldOp => ({ add: texts, del: [] });
const mallory = { author: 'mallory', time: 1 };
const many = (count: number, make: (i: number) => Entry) => Array.from({ length: count }, (_, i) => make(i));
const one = (field: FieldOp, deleted?: boolean) => change({ text: field }, deleted);

/** Shape by shape, entries of which there are about `size`. */
const SHAPES: Record<string, (size: number) => Entry[]> = {
  'elements against whole values': (size) => [
    ...many(size / 20, (i) => entry(`add ${i}`, [], one(add(...words(i * 200, 200))), mallory)),
    ...many(size / 20, (i) =>
      entry(
        `set ${i}`,
        [],
        Array.from({ length: 200 }, () => one({ set: null })),
        mallory,
      ),
    ),
  ],
  'additions of one element against deletions': (size) => [
    ...many(size / 2, (i) => entry(`add ${i}`, [], one(add('x')), mallory)),
    ...many(size / 2, (i) => entry(`del ${i}`, [], one({ add: [], del: ['x'] }), mallory)),
  ],
  'values that do not know of each other': (size) =>
    many(size, (i) => entry(`${i}`, [], one({ set: i }), mallory)),
  'values of many authors': (size) =>
    many(size, (i) => entry(`${i}`, [], one({ set: i }), { author: `m${i % 97}`, time: i })),
  'edits against deletions': (size) =>
    many(size, (i) => entry(`${i}`, [], one({ set: i }, i % 2 === 0 ? undefined : true), mallory)),
  'a join of every fork': (size) => [
    ...many(size / 2, (i) => entry(`root ${i}`, [], one({ set: i }), mallory)),
    ...many(size / 2, (i) =>
      entry(`join ${i}`, i === 0 ? [] : [`join ${i - 1}`, `root ${i}`], one({ set: i }), {
        author: `m${i % 50}`,
        time: 2,
      }),
    ),
  ],
  'joins of as many heads as there may be': (size) => [
    ...many(size, (i) => entry(`root ${i}`, [], one({ set: i }), { author: `m${i % 90}`, time: 1 })),
    ...many(size / 10, (i) =>
      entry(
        `join ${i}`,
        Array.from({ length: LIMITS.heads }, (_, j) => `root ${(i * 61 + j * 7) % size}`),
        one({ set: i }),
        { author: `n${i % 90}`, time: 2 },
      ),
    ),
  ],
  'a late root that nobody had seen': (size) => [
    entry('unseen', [], one({ set: 'x' }), { author: 'late', time: 0 }),
    ...many(size, (i) =>
      entry(`${i}`, [i - 1, i - 2, i - 7].filter((at) => at >= 0).map(String), one(add(`${i}`)), {
        author: `m${i % 3}`,
        time: i + 1,
      }),
    ),
  ],
};

/** Many enough that what costs a square of them would still be at it when the test's time is over. */
const MANY = 8_000;

describe('merging what a member wrote to make it slow', () => {
  it.each(Object.keys(SHAPES))('comes to an end, whatever there is of it: %s', (name) => {
    const entries = (SHAPES[name] as (size: number) => Entry[])(MANY);
    expect(mergeDossier(entries).order).toHaveLength(new Set(entries.map(({ id }) => id)).size);
  });

  it('of 430 KiB that once took minutes is done', () => {
    const entries = [
      ...many(6, (i) => entry(`add ${i}`, [], one(add(...words(i * 10_000, 10_000))), mallory)),
      ...many(4, (i) =>
        entry(
          `set ${i}`,
          [],
          Array.from({ length: 1000 }, () => one({ set: null })),
          mallory,
        ),
      ),
    ];
    expect(mergeDossier(entries).order).toHaveLength(entries.length);
  });
});

describe('a field that holds more than it may', () => {
  it('shows as many elements as it may, and says how many more there are', () => {
    const entries = many(3, (i) => entry(`${i}`, [], one(add(...words(i * 10_000, 9000))), mallory));
    const field = [...mergeDossier(entries).records.values()][0]?.fields.get('text');
    expect(field?.value).toHaveLength(LIMITS.elements);
    expect(field?.more).toBe(27_000 - LIMITS.elements);
  });

  it('loses nothing of those who added little', () => {
    const entries = [
      ...many(3, (i) => entry(`${i}`, [], one(add(...words(i * 10_000, 9000))), mallory)),
      entry('honest', ['0', '1', '2'], one(add('honest words')), { author: 'ana', time: 9 }),
    ];
    const field = [...mergeDossier(entries).records.values()][0]?.fields.get('text');
    expect(field?.value).toContain('honest words');
  });
});

describe('going on from what was merged, by what a member wrote to make it slow', () => {
  const full = entry('full', [], one(add(...words(0, 10_000))), mallory);
  const slow = many(10, (i) =>
    entry(
      `slow ${i}`,
      [i === 0 ? 'full' : `slow ${i - 1}`],
      Array.from({ length: 1000 }, (_, j) => one({ add: ['x'], del: [j % 2 === 0 ? 'x' : 'y'] })),
      { author: 'mallory', time: 2 + i },
    ),
  );

  it('is merged from the start where one entry changes a record over and over: each time costs all that it holds', () => {
    let state = mergeDossier([full]);
    for (const [i, each] of slow.entries()) {
      expect(extendDossier(state, each)).toBeNull();
      state = mergeDossier([full, ...slow.slice(0, i + 1)]);
    }
    expect(state.order).toHaveLength(slow.length + 1);
  });
});
