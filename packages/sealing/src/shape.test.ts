/** Threat: what is nearly of the right shape is taken for it. */
import { describe, expect, it } from 'vitest';
import { encodeCanonical, Fields, idText, isRecord, readShape, refuse } from './index.ts';

/** What reading one field of a map gives: the value, or `malformed`. */
function of<T>(value: unknown, read: (f: Fields) => T): unknown {
  const result = readShape(encodeCanonical({ a: value }), 10_000, (it) => read(new Fields(it, 'it', ['a'])));
  return result.ok ? result.value : result.error.code;
}
const NO = 'malformed';
const bytes = (length: number) => new Uint8Array(length).fill(1);

describe('a field', () => {
  it('that is an integer lies within its bounds, which belong to it', () => {
    const int = (value: unknown) => of(value, (f) => f.int('a', 2, 5));
    expect([1, 2, 5, 6].map(int)).toEqual([NO, 2, 5, NO]);
    expect([2.5, '3', true, null, [3]].map(int)).toEqual([NO, NO, NO, NO, NO]);
    expect(of(Number.MAX_SAFE_INTEGER, (f) => f.int('a', 0))).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('that is a flag is true or false', () => {
    const flag = (value: unknown) => of(value, (f) => f.flag('a'));
    expect([true, false, 0, 1, 'true', null].map(flag)).toEqual([true, false, NO, NO, NO, NO]);
  });

  it('that is bytes is as long as it may be', () => {
    const some = (value: unknown) => of(value, (f) => f.bytes('a', 2, 3));
    expect([1, 2, 3, 4].map((length) => some(bytes(length)))).toEqual([NO, bytes(2), bytes(3), NO]);
    expect([some('ab'), some([1, 2]), some(null)]).toEqual([NO, NO, NO]);
    expect([1, 2, 3].map((length) => of(bytes(length), (f) => f.bytes('a', 2)))).toEqual([NO, bytes(2), NO]);
    const orNull = (value: unknown) => of(value, (f) => f.bytesOrNull('a', 2));
    expect([orNull(null), orNull(bytes(2)), orNull(bytes(3)), orNull(false)]).toEqual([
      null,
      bytes(2),
      NO,
      NO,
    ]);
  });

  it('that is a text is as long as it may be', () => {
    const text = (value: unknown) => of(value, (f) => f.text('a', 2, 3));
    expect(['x', 'xy', 'xyz', 'xyzz'].map(text)).toEqual([NO, 'xy', 'xyz', NO]);
    expect([bytes(2), ['x', 'y'], 2, null].map(text)).toEqual([NO, NO, NO, NO]);
  });

  it('that is an id has the length of its kind', () => {
    const id = (value: unknown) => of(value, (f) => f.id('a'));
    const hash = (value: unknown) => of(value, (f) => f.hashId('a'));
    expect([15, 16, 17, 32].map((length) => id(bytes(length)))).toEqual([NO, idText(bytes(16)), NO, NO]);
    expect([16, 31, 32, 33].map((length) => hash(bytes(length)))).toEqual([NO, NO, idText(bytes(32)), NO]);
    expect([id('x'.repeat(16)), id(Array.from({ length: 16 }, () => 1)), id(null)]).toEqual([NO, NO, NO]);
  });

  it('that is one of a few is none besides', () => {
    const one = (value: unknown) => of(value, (f) => f.oneOf('a', ['x', 'y']));
    expect(['x', 'y', 'z', '', null, ['x']].map(one)).toEqual(['x', 'y', NO, NO, NO, NO]);
  });

  it('that is a list has as many elements as it may', () => {
    const list = (value: unknown) => of(value, (f) => f.list('a', 1, 2));
    expect([[], [1], [1, 2], [1, 2, 3]].map(list)).toEqual([NO, [1], [1, 2], NO]);
    expect([list('x'), list({ length: 1 }), list(bytes(1)), list(null)]).toEqual([NO, NO, NO, NO]);
  });
});

describe('a map', () => {
  const named = (value: unknown, names: string[]) =>
    readShape(encodeCanonical(value), 100, (it) => new Fields(it, 'it', names)).ok;

  it('has exactly the fields that are named', () => {
    expect(named({ a: 1, b: 2 }, ['a', 'b'])).toBe(true);
    expect(named({ a: 1 }, ['a', 'b'])).toBe(false);
    expect(named({ a: 1, b: 2, c: 3 }, ['a', 'b'])).toBe(false);
    expect(named({ a: 1, c: 2 }, ['a', 'b'])).toBe(false);
    expect(named({ a: 1, c: 2 }, ['a', 'toString'])).toBe(false);
    expect(named({}, [])).toBe(true);
  });

  it('is no list, no bytes, no text and nothing', () => {
    for (const none of [[], bytes(0), 'x', 7, null, true]) {
      expect(named(none, [])).toBe(false);
      expect(isRecord(none)).toBe(false);
    }
    expect(isRecord(undefined)).toBe(false);
    expect(isRecord({})).toBe(true);
  });
});

describe('reading', () => {
  it('ends with the error that it was ended with, and leaves a fault of the program alone', () => {
    const bytesOf = encodeCanonical(1);
    expect(readShape(bytesOf, 10, () => refuse('x'))).toMatchObject({ error: { code: 'malformed' } });
    expect(readShape(bytesOf, 10, () => refuse('x', 'unsupported-version'))).toMatchObject({
      error: { code: 'unsupported-version', message: 'x' },
    });
    expect(() =>
      readShape(bytesOf, 10, () => {
        throw new TypeError('a fault');
      }),
    ).toThrow('a fault');
    expect(readShape(bytes(11), 10, () => 1)).toMatchObject({ error: { code: 'too-large' } });
    expect(readShape(bytesOf, 1, (it) => it)).toEqual({ ok: true, value: 1 });
  });
});
