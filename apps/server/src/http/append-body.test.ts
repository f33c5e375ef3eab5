import { decodeBody, encodeBody, LIMITS, ROUTES } from '@dayaq/protocol';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { readAppendBody } from './append-body.ts';

/** What the decoder and schema that serve every other route say of the same bytes. */
function general(bytes: Uint8Array): unknown {
  try {
    const parsed = v.safeParse(ROUTES['entries/append'].request, decodeBody(bytes));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Views and copies of the same bytes are the same. */
const plain = (value: unknown): unknown => (value === null ? null : decodeBody(encodeBody(value)));

const exactly = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const about = (length: number) =>
  fc.uint8Array({ minLength: Math.max(0, length - 1), maxLength: length + 1 });
const entry = fc.record({
  dossier: fc.oneof({ weight: 20, arbitrary: exactly(16) }, about(16)),
  g: fc.oneof({ weight: 20, arbitrary: fc.nat() }, fc.integer(), fc.constant(2 ** 31), fc.double()),
  id: fc.oneof({ weight: 20, arbitrary: exactly(32) }, about(32)),
  sealed: fc.uint8Array({ maxLength: 300 }),
});
const body = fc.record({
  space: fc.oneof({ weight: 20, arbitrary: exactly(32) }, about(32)),
  generations: fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 3 }),
  entries: fc.array(entry, { maxLength: 4 }),
});

describe('the reader of entries/append', () => {
  test('reads what the general decoder and schema read', () => {
    fc.assert(
      fc.property(body, (value) => {
        const bytes = encodeBody(value);
        expect(plain(readAppendBody(bytes))).toEqual(general(bytes));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('accepts nothing that they refuse, whatever happened to the bytes', () => {
    const changed = fc.tuple(body, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(changed, ([value, changes]) => {
        const bytes = encodeBody(value);
        for (const [at, to] of changes) bytes[at % bytes.length] = to;
        const read = readAppendBody(bytes);
        if (read) expect(plain(read)).toEqual(general(bytes));
      }),
      { seed: 2, numRuns: 4000 },
    );
  });

  test('refuses more entries than one append may hold', () => {
    const one = { dossier: new Uint8Array(16), g: 1, id: new Uint8Array(32), sealed: new Uint8Array(1) };
    const many = (count: number) =>
      encodeBody({ space: new Uint8Array(32), generations: [], entries: Array(count).fill(one) });
    expect(readAppendBody(many(LIMITS.entriesPerAppend))?.entries.length).toBe(LIMITS.entriesPerAppend);
    expect(readAppendBody(many(LIMITS.entriesPerAppend + 1))).toBeNull();
  });
});
