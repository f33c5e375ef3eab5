import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isReference, newReference, REFERENCE_BYTES } from './reference.ts';

test('a reference can be read aloud without doubt', () => {
  // Below 240, so that no byte is passed over.
  const bytes = fc.uint8Array({ minLength: REFERENCE_BYTES, maxLength: REFERENCE_BYTES, max: 239 });
  fc.assert(
    fc.property(bytes, (random) => {
      const reference = newReference(random);
      expect(reference).toMatch(/^[^01ILOU]{3}-[^01ILOU]{3}$/);
      expect(isReference(reference)).toBe(true);
    }),
  );
});

test('bytes that would favour some signs are passed over', () => {
  const bytes = new Uint8Array(REFERENCE_BYTES).fill(255, 0, 10);
  expect(newReference(bytes)).toBe('222-222');
});

test('every sign is as likely as every other', () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const bytes = new Uint8Array(REFERENCE_BYTES).fill(byte);
    if (byte >= 240) {
      expect(() => newReference(bytes)).toThrow();
      continue;
    }
    const sign = newReference(bytes).charAt(0);
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  expect(counts.size).toBe(30);
  expect(new Set(counts.values())).toEqual(new Set([8]));
});

test('too little randomness is refused', () => {
  expect(() => newReference(new Uint8Array(6))).toThrow();
});
