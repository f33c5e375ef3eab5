/** Two people who wrote the same must not be shown a conflict, and two who did not must be. */
import { describe, expect, it } from 'vitest';
import { equalValues, textsOf } from './field.ts';
import type { Value } from './types.ts';

describe('two values', () => {
  it.each<[Value, Value]>([
    [null, null],
    [0, 0],
    ['', ''],
    [[], []],
    [{}, {}],
    [
      [1, ['a', null]],
      [1, ['a', null]],
    ],
    [
      { a: 1, b: { c: [true] } },
      { b: { c: [true] }, a: 1 },
    ],
  ])('that say the same are the same: %j and %j', (a, b) => {
    expect(equalValues(a, b)).toBe(true);
    expect(equalValues(b, a)).toBe(true);
  });

  it.each<[Value, Value]>([
    [null, 0],
    [null, {}],
    [null, []],
    [0, false],
    [1, '1'],
    [1, {}],
    ['', []],
    ['a', { 0: 'a' }],
    [[], {}],
    [['a'], { 0: 'a' }],
    [[], { length: 0 }],
    [['a'], { 0: 'a', length: 1 }],
    [[1], [1, 2]],
    [
      [1, 2],
      [1, 3],
    ],
    [
      [1, 2],
      [3, 2],
    ],
    [{ a: 1 }, { a: 1, b: 2 }],
    [
      { a: 1, b: 2 },
      { a: 1, b: 3 },
    ],
    [
      { a: 1, b: 2 },
      { a: 1, c: 2 },
    ],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
    [{ a: 1 }, { toString: 1 }],
  ])('that say something else are not: %j and %j', (a, b) => {
    expect(equalValues(a, b)).toBe(false);
    expect(equalValues(b, a)).toBe(false);
  });
});

describe('a value that was set before', () => {
  it('counts as a set of texts only where it is a list of nothing but texts', () => {
    expect(textsOf(['a', 'b'])).toEqual(['a', 'b']);
    for (const value of [null, 'a', 1, {}, { 0: 'a' }, ['a', 1], [1, 'a'], [null]])
      expect(textsOf(value)).toEqual([]);
  });
});
