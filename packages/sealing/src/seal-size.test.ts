import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOB_CHUNK, blobChunks, paddedBlobSize, padme } from './seal-size.ts';

describe('PADMÉ', () => {
  it('gives the sizes that its definition gives by hand', () => {
    expect([0, 1, 2, 8, 9, 100, 1000, 1024, 1025, 1_000_000].map(padme)).toEqual([
      0, 1, 2, 8, 10, 104, 1024, 1024, 1088, 1_015_808,
    ]);
  });

  it('never shrinks, is settled after once, and adds under 12 %', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (length) => {
        const padded = padme(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(padded).toBeLessThan(length * 1.12 + 1);
        expect(padme(padded)).toBe(padded);
      }),
      { seed: 3 },
    );
  });

  it('leaves few sizes to tell apart', () => {
    const sizes = new Set<number>();
    for (let length = 1; length <= 100_000; length++) sizes.add(padme(length));
    expect(sizes.size).toBeLessThan(200);
  });

  it('refuses what is no length', () => {
    expect(() => padme(-1)).toThrow();
    expect(() => padme(1.5)).toThrow();
  });
});

describe('a blob', () => {
  it('has as many chunks as its padded size needs, and at least one', () => {
    expect(paddedBlobSize(0)).toBe(4096);
    expect(blobChunks(0)).toBe(1);
    expect(blobChunks(BLOB_CHUNK)).toBe(1);
    expect(blobChunks(BLOB_CHUNK + 1)).toBe(2);
  });
});
