import {
  type Account,
  encodeCanonical,
  idBytes,
  newAccountRoot,
  newId,
  openAccountKeys,
  writeView,
} from '@dayaq/sealing';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { DOSSIER, entryId, NOTHING_SEEN, recordId, SPACE } from '../test/graphs.ts';
import {
  type Change,
  type Entry,
  LIMITS,
  readEntry,
  readKeptEntry,
  readSignedEntry,
  type Value,
  verifyEntry,
  writeEntry,
} from './index.ts';

let author: Account;
let other: Account;
beforeAll(async () => {
  author = await openAccountKeys(newId(), newAccountRoot());
  other = await openAccountKeys(newId(), newAccountRoot());
});

const one: Change = { kind: 'case', record: recordId('case'), fields: { alias: { set: 'Leyla' } } };
const contentOf = (changes: readonly Change[], more: Partial<Entry> = {}): Omit<Entry, 'id'> => ({
  space: SPACE,
  dossier: DOSSIER,
  author: author.id,
  time: 1_760_000_000_000,
  heads: [],
  view: NOTHING_SEEN,
  changes,
  ...more,
});
const write = (changes: readonly Change[], more?: Partial<Entry>) =>
  writeEntry(contentOf(changes, more), author.signing);

/** An entry with anything at all as content, signed well. */
async function signedContent(content: object): Promise<Uint8Array> {
  const encoded = encodeCanonical({
    s: idBytes(SPACE),
    d: idBytes(DOSSIER),
    a: idBytes(author.id),
    t: 1,
    n: new Uint8Array(16),
    h: [],
    v: writeView(NOTHING_SEEN),
    c: [{ k: 'case', r: new Uint8Array(16), f: {} }],
    ...content,
  });
  return encodeCanonical([1, encoded, await author.signing.sign('entry', encoded)]);
}

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).filter((n) => !Object.is(n, -0)),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ maxLength: 9 }).filter((key) => !(key in Object.prototype)),
      tie('value'),
      {
        maxKeys: 4,
        noNullPrototype: true,
      },
    ),
  ),
})).value;

describe('an entry', () => {
  it('comes back as it was written, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(value, fc.option(fc.boolean(), { nil: undefined }), async (held, deleted) => {
        const fields = { 'some-field': { set: held }, groups: { add: ['a'], del: ['b'] } };
        const base: Change = { kind: 'case', record: recordId('x'), fields };
        const content = contentOf([deleted === undefined ? base : { ...base, deleted }]);
        const written = await writeEntry(content, author.signing);
        const { id, ...read } = written.entry;
        expect(read).toEqual(content);
        expect(await readEntry(written.bytes)).toEqual({ ok: true, value: { id, ...read } });
        expect(readKeptEntry(id, written.bytes)).toEqual({ ok: true, value: { id, ...read } });
        expect(await verifyEntry(written.bytes, author.public.signKey)).toBe(true);
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it('says by how many days its author’s clock was wrong, and nothing of one that was right', async () => {
    for (const clockAhead of [-1096, 3]) {
      const { entry, bytes } = await write([one], { clockAhead });
      expect(entry.clockAhead).toBe(clockAhead);
      expect(await readEntry(bytes)).toEqual({ ok: true, value: entry });
    }
    expect('clockAhead' in (await write([one])).entry).toBe(false);
    for (const o of [0, 0.5, 10 ** 6, 'x', null])
      expect((await readEntry(await signedContent({ o }))).ok).toBe(false);
    expect((await readEntry(await signedContent({ o: 2 }))).ok).toBe(true);
  });

  it('sorts the heads that it names, each once', async () => {
    const heads = ['c', 'a', 'b', 'a'].map(entryId);
    expect((await write([one], { heads })).entry.heads).toEqual([...new Set(heads)].sort());
  });

  it('may say nothing but that it had seen what others wrote', async () => {
    for (const names of [['a', 'b'], ['a']]) {
      const heads = names.map(entryId).sort();
      const { bytes } = await write([], { heads });
      expect(await readEntry(bytes)).toMatchObject({ ok: true, value: { heads, changes: [] } });
    }
    await expect(write([], { heads: [] })).rejects.toThrow('cannot be written');
  });

  it('has another id each time, though it says the same', async () => {
    expect((await write([one])).entry.id).not.toBe((await write([one])).entry.id);
  });

  it('has the id of exactly its bytes', async () => {
    const { bytes, entry } = await write([one]);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const changed = bytes.slice();
        changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
        const read = await readEntry(changed);
        if (read.ok) expect(read.value.id).not.toBe(entry.id);
        expect(await verifyEntry(changed, author.public.signKey)).toBe(false);
      }),
      { numRuns: 400, seed: 2 },
    );
  });
});

describe('a forged author', () => {
  it('is found out: the signature is another’s', async () => {
    const { bytes } = await writeEntry(contentOf([one]), other.signing);
    expect((await readEntry(bytes)).ok).toBe(true);
    expect(await verifyEntry(bytes, author.public.signKey)).toBe(false);
    expect(await verifyEntry(bytes, other.public.signKey)).toBe(true);
  });

  it('cannot take over someone’s signature for other content', async () => {
    const mine = await write([one]);
    const theirs = await writeEntry(contentOf([{ ...one, deleted: true }]), other.signing);
    const signature = mine.bytes.subarray(mine.bytes.length - 64);
    const spliced = theirs.bytes.slice();
    spliced.set(signature, spliced.length - 64);
    expect((await readEntry(spliced)).ok).toBe(true);
    expect(await verifyEntry(spliced, author.public.signKey)).toBe(false);
    const read = await readSignedEntry(spliced);
    expect(read.ok && (await read.value.signedBy(author.public.signKey))).toBe(false);
  });

  it('is found out where the author’s key is looked up only after reading', async () => {
    const read = await readSignedEntry((await write([one])).bytes);
    if (!read.ok) throw new Error(read.error.message);
    expect(await read.value.signedBy(author.public.signKey)).toBe(true);
    expect(await read.value.signedBy(other.public.signKey)).toBe(false);
  });

  it('cannot pass a signature made for another purpose', async () => {
    const content = encodeCanonical('whatever an entry may say');
    const charter = await author.signing.sign('charter', content);
    expect(await verifyEntry(encodeCanonical([1, content, charter]), author.public.signKey)).toBe(false);
    const entry = await author.signing.sign('entry', content);
    expect(await verifyEntry(encodeCanonical([1, content, entry]), author.public.signKey)).toBe(true);
  });
});

describe('what is no entry', () => {
  const nested = (depth: number): Value => (depth === 0 ? 1 : [nested(depth - 1)]);

  it.each<[string, object]>([
    ['a field more', { z: 1 }],
    ['no changes', { c: [] }],
    ['a short space', { s: new Uint8Array(31) }],
    ['an author that is a text', { a: 'me' }],
    ['a time before 1970', { t: -1 }],
    ['a time that is no integer', { t: 1.5 }],
    ['a time after the year 2200', { t: LIMITS.time + 1 }],
    ['a kind that every object has', { c: [{ k: 'constructor', r: new Uint8Array(16), f: {} }] }],
    [
      'a field that every object has',
      { c: [{ k: 'case', r: new Uint8Array(16), f: { toString: { set: 1 } } }] },
    ],
    [
      'a key, deep in a value, that every object has',
      { c: [{ k: 'risk', r: new Uint8Array(16), f: { of: { set: [{ valueOf: 1 }] } } }] },
    ],
    ['a short nonce', { n: new Uint8Array(8) }],
    ['a head twice', { h: [new Uint8Array(32), new Uint8Array(32)] }],
    ['no view', { v: null }],
    ['a view of half a place', { v: { ...NOTHING_SEEN, place: { position: 1 } } }],
    ['heads out of order', { h: [new Uint8Array(32).fill(2), new Uint8Array(32).fill(1)] }],
    ['a change that is a list', { c: [[]] }],
    ['a change that is nothing', { c: [null] }],
    ['a kind that is a list', { c: [{ k: ['case'], r: new Uint8Array(16), f: {} }] }],
    ['fields that are a list', { c: [{ k: 'case', r: new Uint8Array(16), f: [] }] }],
    ['an operation that is nothing', { c: [{ k: 'case', r: new Uint8Array(16), f: { a: null } }] }],
    ['a kind that is no name', { c: [{ k: 'Case!', r: new Uint8Array(16), f: {} }] }],
    ['a field that is no name', { c: [{ k: 'case', r: new Uint8Array(16), f: { '1x': { set: 1 } } }] }],
    ['the reserved field', { c: [{ k: 'case', r: new Uint8Array(16), f: { deleted: { set: true } } }] }],
    ['a deletion that is neither true nor false', { c: [{ k: 'case', r: new Uint8Array(16), f: {}, x: 1 }] }],
    [
      'an operation that sets and adds',
      { c: [{ k: 'case', r: new Uint8Array(16), f: { a: { set: 1, add: [] } } }] },
    ],
    ['an operation that only adds', { c: [{ k: 'case', r: new Uint8Array(16), f: { a: { add: [] } } }] }],
    ['an unknown operation', { c: [{ k: 'case', r: new Uint8Array(16), f: { a: { inc: 1 } } }] }],
    [
      'an element that is no text',
      { c: [{ k: 'case', r: new Uint8Array(16), f: { a: { add: [1], del: [] } } }] },
    ],
    ['bytes as a value', { c: [{ k: 'case', r: new Uint8Array(16), f: { a: { set: new Uint8Array(1) } } }] }],
  ])('is refused as malformed, without throwing: %s', async (_, content) => {
    expect(await readEntry(await signedContent(content))).toMatchObject({
      ok: false,
      error: { code: 'malformed' },
    });
  });

  it('is refused over a bound, and writing it throws', async () => {
    const long = 'x'.repeat(LIMITS.text + 1);
    const wide = Object.fromEntries(
      Array.from({ length: LIMITS.fields + 1 }, (_, i) => [`f${i}`, { set: i }]),
    );
    for (const changes of [
      [{ ...one, fields: { a: { set: long } } }],
      [{ ...one, fields: { a: { set: nested(LIMITS.depth + 1) } } }],
      [{ ...one, fields: wide }],
      Array.from({ length: LIMITS.changes + 1 }, () => one),
      Array.from({ length: 5 }, () => ({ ...one, fields: { a: { set: 'x'.repeat(LIMITS.text) } } })),
      [{ ...one, fields: { a: { set: Number.NaN } } }],
      [{ ...one, kind: 'No Name' }],
      [{ ...one, fields: { a: { set: Array.from({ length: LIMITS.elements + 1 }, () => 0) } } }],
      Array.from({ length: 3 }, () => ({
        ...one,
        fields: { a: { set: Array.from({ length: LIMITS.entryElements / 2 }, () => 0) } },
      })),
    ]) {
      await expect(write(changes)).rejects.toThrow('cannot be written');
    }
    const heads = Array.from({ length: LIMITS.heads + 1 }, (_, i) => entryId(`${i}`));
    await expect(write([one], { heads })).rejects.toThrow('cannot be written');
    await expect(write([one], { time: LIMITS.time + 1 })).rejects.toThrow('cannot be written');
    await write([{ ...one, fields: { a: { set: nested(LIMITS.depth) } } }]);
    await write([one], { time: LIMITS.time });
    expect(await readEntry(new Uint8Array(LIMITS.entryBytes + 1))).toMatchObject({
      error: { code: 'too-large' },
    });
  });

  const setting = (value: Value): Change[] => [{ ...one, fields: { a: { set: value } } }];
  const adding = (...add: string[]): Change[] => [{ ...one, fields: { a: { add, del: [] } } }];
  const deleting = (...del: string[]): Change[] => [{ ...one, fields: { a: { add: [], del } } }];
  const letters = (length: number) => 'x'.repeat(length);
  const zeros = (length: number) => Array.from({ length }, () => 0);
  const maps = (depth: number): Value => (depth === 0 ? 'bottom' : { a: maps(depth - 1) });
  const keys = (count: number) => Object.fromEntries(zeros(count).map((zero, i) => [`k${i}`, zero]));
  const fields = (count: number): Change[] => [
    { ...one, fields: Object.fromEntries(zeros(count).map((zero, i) => [`f${i}`, { set: zero }])) },
  ];
  const halves = (last: number): Change[] => [
    ...setting(zeros(LIMITS.entryElements / 2)),
    ...setting(zeros(LIMITS.entryElements / 2 - 10)),
    ...adding(...zeros(last).map((_, i) => `${i}`)),
  ];
  it.each<[string, (bound: number) => readonly Change[], number]>([
    ['a text', (bound) => setting(letters(bound)), LIMITS.text],
    ['a text in a list', (bound) => setting([letters(bound)]), LIMITS.text],
    ['a key', (bound) => setting({ [letters(bound)]: 1 }), LIMITS.text],
    ['an element that is added', (bound) => adding(letters(bound)), LIMITS.text],
    ['an element that is taken away', (bound) => deleting(letters(bound)), LIMITS.text],
    ['a list', (bound) => setting(zeros(bound)), LIMITS.elements],
    ['a map', (bound) => setting(keys(bound)), LIMITS.elements],
    ['all elements of an entry', halves, 10],
    ['depth of maps', (bound) => setting(maps(bound)), LIMITS.depth],
    ['fields', fields, LIMITS.fields],
  ])('is taken at a bound and refused one beyond: %s', async (_, changes, bound) => {
    expect((await readEntry((await write(changes(bound))).bytes)).ok).toBe(true);
    await expect(write(changes(bound + 1))).rejects.toMatchObject({ code: 'too-large' });
  });

  it('is refused as noise, cut short, or of another version, without throwing', async () => {
    const { bytes } = await write([one]);
    for (let length = 0; length < bytes.length; length += 7) {
      expect((await readEntry(bytes.subarray(0, length))).ok).toBe(false);
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (noise) => {
        expect((await readEntry(noise)).ok).toBe(false);
        expect(readKeptEntry(entryId('noise'), noise).ok).toBe(false);
      }),
      { seed: 3 },
    );
    for (const content of [null, 1, [], 'x'].map(encodeCanonical)) {
      const signature = await author.signing.sign('entry', content);
      expect(await readEntry(encodeCanonical([1, content, signature]))).toMatchObject({
        error: { code: 'malformed' },
      });
    }
    const newer = encodeCanonical([2, new Uint8Array(3), new Uint8Array(64)]);
    expect(await readEntry(newer)).toMatchObject({ error: { code: 'unsupported-version' } });
  });
});
