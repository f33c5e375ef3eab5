import { decode, encode, rfc8949EncodeOptions } from 'cborg';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../test/hex.ts';
import { equalBytes, toHex } from './bytes.ts';
import { decodeCanonical, encodeCanonical } from './encoding.ts';
import { unwrap } from './result.ts';

const read = (bytes: Uint8Array) => decodeCanonical(bytes, { maxBytes: 1_000_000 });

const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.integer({ min: -70_000, max: 70_000 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => Math.abs(number) < 2 ** 53),
    fc.float({ noNaN: true, noDefaultInfinity: true }).filter((number) => Math.abs(number) < 2 ** 53),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.uint8Array({ maxLength: 60 }),
    fc.array(tie('value'), { maxLength: 6 }),
    fc.dictionary(
      fc.string({ maxLength: 30 }).filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 6, noNullPrototype: true },
    ),
  ),
})).value;

/** What a general decoder makes of bytes, if its own encoder spells the result the same way. */
function referenceRead(bytes: Uint8Array): { ok: boolean; value?: unknown } {
  try {
    const decoded: unknown = decode(bytes, {
      strict: true,
      allowIndefinite: false,
      allowUndefined: false,
      allowInfinity: false,
      allowNaN: false,
      allowBigInt: false,
      rejectDuplicateMapKeys: true,
    });
    return equalBytes(encode(decoded, rfc8949EncodeOptions), bytes)
      ? { ok: true, value: decoded }
      : { ok: false };
  } catch {
    return { ok: false };
  }
}

describe('the canonical encoding', () => {
  it('brings back every value', () => {
    fc.assert(
      fc.property(value, (one) => {
        const back = unwrap(read(encodeCanonical(one)));
        expect(encodeCanonical(back)).toEqual(encodeCanonical(one));
        expect(JSON.stringify(back)).toBe(JSON.stringify(unwrap(read(encodeCanonical(back)))));
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('brings back the smallest numbers, however the encoder spells them', () => {
    for (let times = 1; times < 1024; times += 2) {
      for (const one of [times * 2 ** -24, -times * 2 ** -24, times * 2 ** -25]) {
        expect(unwrap(read(encodeCanonical(one)))).toBe(one);
      }
    }
  });

  it('does not depend on the order of keys', () => {
    expect(encodeCanonical({ b: 1, a: 2, aa: 3 })).toEqual(encodeCanonical({ aa: 3, a: 2, b: 1 }));
    expect(toHex(encodeCanonical({ b: 1, a: 2, aa: 3 }))).toBe('a361610261620162616103');
  });

  it.each([
    ['a number in more bytes than it needs', '1817'],
    ['a number in nine bytes that fits five', '1b00000000ffffffff'],
    ['a length in more bytes than it needs', '5800'],
    ['a list of indefinite length', '9f01ff'],
    ['a text of indefinite length', '7f6161ff'],
    ['a map of indefinite length', 'bfff'],
    ['keys in descending order', 'a2616201616102'],
    ['a longer key before a shorter one', 'a262616101616202'],
    ['a key twice', 'a2616101616102'],
    ['a key that is a number', 'a10102'],
    ['the key that changes prototypes', `a1695f5f70726f746f5f5f01`],
    ['a tag', 'c000'],
    ['undefined', 'f7'],
    ['a kind that is none, before what would be a number', 'f03fb999999999999a'],
    ['undefined, before what would be a number', 'f73fb999999999999a'],
    ['a kind in a byte of its own, before what would be a number', 'f83fb999999999999a'],
    ['a kind that is reserved, before what would be a number', 'fc3fb999999999999a'],
    ['a break, before what would be a number', 'ff3fb999999999999a'],
    ['not a number', 'f97e00'],
    ['infinity', 'f97c00'],
    ['a float where an integer does', 'f93c00'],
    ['minus zero', 'f98000'],
    ['a double where a half does', 'fb3ff8000000000000'],
    ['a single where a half does', 'fa3fc00000'],
    ['a double where a single does', 'fb3fb99999a0000000'],
    ['a number beyond 2^53', '1b0020000000000000'],
    ['a negative number beyond 2^53', '3b001fffffffffffff'],
    ['a text that is not UTF-8', '61ff'],
    ['a text with half a surrogate pair', '63eda080'],
    ['a list that ends too early', '8201'],
    ['bytes that end too early', '4401'],
    ['a list that claims four thousand million elements', '9affffffff'],
    ['something after the value', '0000'],
    ['nothing at all', ''],
    ['a break', 'ff'],
  ])('refuses %s', (_, hex) => {
    expect(read(fromHex(hex))).toMatchObject({ ok: false, error: { code: 'malformed' } });
  });

  it('refuses what is nested deeper than any format, without exhausting the stack', () => {
    expect(read(new Uint8Array(100_000).fill(0x81))).toMatchObject({ error: { code: 'malformed' } });
    const deep = new Uint8Array(33).fill(0x81);
    deep[32] = 0;
    expect(read(deep).ok).toBe(true);
  });

  it('refuses what is over its bound before it looks at it', () => {
    expect(decodeCanonical(new Uint8Array(11), { maxBytes: 10 })).toMatchObject({
      error: { code: 'too-large' },
    });
  });

  it('keeps a byte order mark, which is a character like any other', () => {
    expect(unwrap(read(encodeCanonical('\uFEFFx')))).toBe('\uFEFFx');
  });

  it('returns bytes that are copies, also when it is given a Node Buffer', () => {
    const bytes = Buffer.from(encodeCanonical(Uint8Array.of(1, 2, 3)));
    const copied = unwrap(read(bytes)) as Uint8Array;
    bytes.fill(0);
    expect(copied).toEqual(Uint8Array.of(1, 2, 3));
  });
});

describe('reading agrees with a general decoder that compares with its own encoder', () => {
  const agree = (bytes: Uint8Array) => {
    const reference = referenceRead(bytes);
    const ours = read(bytes);
    if (ours.ok !== reference.ok) expect(ours.ok, toHex(bytes)).toBe(reference.ok);
    if (ours.ok && !Object.is(ours.value, reference.value)) expect(ours.value).toEqual(reference.value);
  };

  it('on noise', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 12 }), agree), { numRuns: 5000, seed: 2 });
  });

  it('on values with one byte changed', () => {
    fc.assert(
      fc.property(value, fc.nat(), fc.nat(255), (one, at, byte) => {
        const bytes = encodeCanonical(one).slice();
        bytes[at % bytes.length] = byte;
        agree(bytes);
      }),
      { numRuns: 3000, seed: 3 },
    );
  });

  it('on every number of two bytes, and on those of four and eight around each bound', () => {
    for (let bits = 0; bits < 0x1_0000; bits++) {
      for (const head of [0xf9, 0x19, 0x39]) agree(Uint8Array.of(head, bits >> 8, bits & 255));
    }
    for (let byte = 0; byte < 256; byte++) agree(Uint8Array.of(0x18, byte));
    const bytes = new Uint8Array(9);
    const view = new DataView(bytes.buffer);
    const bounds = [2 ** -24, 2 ** -14, 1, 65_504, 65_536, 2 ** 53, 2 ** -126, 2 ** 127, Infinity];
    for (const bound of bounds) {
      for (const step of [-2, -1, 0, 1, 2, 0x2000]) {
        bytes[0] = 0xfa;
        view.setFloat32(1, bound);
        view.setUint32(1, view.getUint32(1) + step);
        agree(bytes.slice(0, 5));
        bytes[0] = 0xfb;
        view.setFloat64(1, bound);
        view.setBigUint64(1, view.getBigUint64(1) + BigInt(step));
        agree(bytes);
      }
    }
    for (const bound of [0xff, 0xffff, 0xffff_ffff, Number.MAX_SAFE_INTEGER]) {
      for (const step of [-1n, 0n, 1n, 2n]) {
        for (const kind of [0, 0x20]) {
          bytes[0] = kind | 27;
          view.setBigUint64(1, BigInt(bound) + step);
          agree(bytes);
          bytes[4] = kind | 26;
          agree(bytes.slice(4));
        }
      }
    }
  });

  it('on texts around the length that is read letter by letter, whole and cut', () => {
    for (const length of [0, 1, 39, 40, 41, 60]) {
      for (const last of ['', '\u007f', '\u0080', 'ə', '😀']) {
        const bytes = encodeCanonical('a'.repeat(Math.max(0, length - last.length)) + last);
        agree(bytes);
        agree(bytes.slice(0, -1));
        agree(Uint8Array.of(...bytes, 0x61));
      }
    }
  });

  it('on bytes, lists and maps that say they hold more than there is', () => {
    for (const head of [0x40, 0x60, 0x80, 0xa0]) {
      for (const claimed of [1, 2, 3]) {
        for (const there of [0, 1, 2, 3]) {
          agree(Uint8Array.of(head | claimed, ...new Uint8Array(there).fill(0x61)));
          agree(Uint8Array.of(0x82, head | claimed, ...new Uint8Array(there).fill(0x01)));
        }
      }
      agree(Uint8Array.of(head | 26, 0xff, 0xff, 0xff, 0xff));
    }
  });

  it('on keys that are alike, shorter, longer, or the one after the other', () => {
    const keys = ['', 'a', 'b', 'aa', 'ab', 'ba', 'ə'];
    for (const one of keys) {
      for (const two of keys) {
        agree(Uint8Array.of(0xa2, ...encodeCanonical(one), 0x01, ...encodeCanonical(two), 0x02));
      }
    }
    agree(Uint8Array.of(0xa1, 0x01, 0x01));
  });
});
