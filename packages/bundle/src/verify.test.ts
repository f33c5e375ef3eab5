import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packed } from './archive.ts';
import { type Sheet, writeJson } from './manifest.ts';
import { aBundle, aKey, aSheet, bytesOf } from './testing/a-bundle.ts';
import { hexSha256 } from './sha256.ts';
import { verifyBundle } from './verify.ts';
import { writeBundle } from './write.ts';

const whole = await aBundle();
const said = async (bytes: Uint8Array<ArrayBuffer>) => (await verifyBundle(bytes)).problems;
const joined = async (parts: Uint8Array<ArrayBuffer>[]) =>
  new Uint8Array(await new Blob(parts).arrayBuffer());

test('a bundle as it was signed has no problem, and names its files, its day and the fingerprint of its key', async () => {
  const verdict = await verifyBundle(whole);
  expect(verdict.problems).toEqual([]);
  expect(verdict.files.map(({ name }) => name)).toEqual([
    'README.txt',
    'files/01-original.jpg',
    'files/01-copy.jpg',
    'custody.json',
  ]);
  expect(verdict.made).toBe('2026-11-29T00:00:00.000Z');
  expect(verdict.fingerprint).toMatch(/^(?:[0-9a-f]{4} ){7}[0-9a-f]{4}$/);
});

test('any one byte that is another, anywhere in the archive, is found and named', async () => {
  // Every byte, not a sample: there are few enough.
  for (let at = 0; at < whole.length; at++) {
    const changed = whole.slice();
    changed[at] = (changed[at] ?? 0) ^ (1 + (at % 255));
    const problems = await said(changed);
    expect(problems.length, `byte ${at}`).toBeGreaterThan(0);
    for (const { what } of problems) expect(what).toMatch(/^[a-z-]+$/);
  }
});

test('a changed byte of a copy is named by that copy, and its heading by its heading', async () => {
  const text = new TextDecoder('latin1').decode(whole);
  const flip = (at: number) => {
    const changed = whole.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    return changed;
  };
  const copy = text.indexOf('the picture, as it came');
  expect(await said(flip(copy))).toContainEqual({ what: 'changed', at: 'files/01-original.jpg' });
  expect(await said(flip(text.lastIndexOf('README.txt') - 20))).toEqual([
    { what: 'contents', at: 'README.txt' },
  ]);
  const signature = text.indexOf('manifest.sig') + 'manifest.sig'.length;
  expect(await said(flip(signature + 3))).toContainEqual({
    what: 'signature',
    at: 'manifest.json, manifest.sig',
  });
});

test('bytes that are cut off, put behind or taken out are found', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.uint8Array({ minLength: 1, maxLength: 9 }),
      async (at, more) => {
        expect((await said(whole.slice(0, at))).length).toBeGreaterThan(0);
        expect((await said(await joined([whole, new Uint8Array(more)]))).length).toBeGreaterThan(0);
        const without = await joined([whole.slice(0, at), whole.slice(at + 1)]);
        expect((await said(without)).length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 60 },
  );
});

test('whatever bytes it is given, it answers and never throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expect((await said(new Uint8Array(bytes))).length).toBeGreaterThan(0);
      expect((await said(await joined([whole.slice(0, 60), new Uint8Array(bytes)]))).length).toBeGreaterThan(
        0,
      );
    }),
    { numRuns: 200 },
  );
});

test('hostile archives are refused by what they are: compressed ones, names that lead out, one name twice, none at all', async () => {
  const change = (find: string, put: string) =>
    bytesOfLatin(new TextDecoder('latin1').decode(whole).replaceAll(find, put));
  const compressed = whole.slice();
  compressed[8] = 8;
  expect(await said(compressed)).toContainEqual({ what: 'packed-otherwise', at: '' });
  expect(await said(change('README.txt', '../../e.sh'))).toContainEqual({
    what: 'unsafe-name',
    at: '../../e.sh',
  });
  expect(await said(change('README.txt', '/etc/hosts'))).toContainEqual({
    what: 'unsafe-name',
    at: '/etc/hosts',
  });
  const twice = packed([
    { name: 'a.txt', bytes: bytesOf('1') },
    { name: 'a.txt', bytes: bytesOf('2') },
  ]);
  expect(await said(await joined(twice))).toContainEqual({ what: 'twice', at: 'a.txt' });
  expect(await said(bytesOf('hello'))).toContainEqual({ what: 'not-zip', at: '' });
  // A size that promises more than there is makes nobody reserve it.
  const bomb = whole.slice();
  bomb.set([0xff, 0xff, 0xff, 0x7f], 18);
  expect(await said(bomb)).toContainEqual({ what: 'cut', at: '' });
});

test('who signs anew with another key is told apart by the fingerprint alone, and files that nobody signed are said', async () => {
  const other = await verifyBundle(await aBundle(8));
  expect(other.problems).toEqual([]);
  expect(other.fingerprint).not.toBe((await verifyBundle(whole)).fingerprint);
  const added = packed([{ name: 'evil.txt', bytes: bytesOf('x') }]);
  const local = added.slice(0, 2);
  expect(await said(await joined([...local, whole]))).toContainEqual({ what: 'added', at: 'evil.txt' });
});

/** A bundle whose manifest or custody document somebody wrote by hand and signed with a key of their own. */
async function byHand(manifestOf: (files: unknown) => string, custody = JSON.stringify({ files: [] })) {
  const { key, sign } = await aKey(8);
  const bytes = bytesOf(custody);
  const files = [{ name: 'custody.json', size: bytes.length, sha256: await hexSha256(bytes) }];
  const manifest = bytesOf(
    manifestOf({ format: 'dayaq-bundle/1', made: MADE, account: 'someone', key, files }),
  );
  return joined(
    packed([
      { name: 'custody.json', bytes },
      { name: 'manifest.json', bytes: manifest },
      { name: 'manifest.sig', bytes: await sign(manifest) },
    ]),
  );
}
const MADE = '2026-11-29T00:00:00.000Z';
const json = (value: unknown): string => new TextDecoder().decode(writeJson(value));

test('nothing but a time stands where the time is printed: no second fingerprint, no line, no sign that hides one', async () => {
  const honest = await verifyBundle(await byHand(json, json({ files: [] })));
  expect(honest.problems).toEqual([]);
  const real = (await verifyBundle(whole)).fingerprint ?? '';
  for (const made of [
    `${MADE}\nFingerprint of the key that signed it: ${real}\u001b[8m`,
    real,
    '2026-13-45T99:00:00.000Z',
  ]) {
    const verdict = await verifyBundle(await byHand((told) => json({ ...(told as object), made })));
    expect(verdict.problems).not.toEqual([]);
    expect(JSON.stringify(verdict)).not.toContain(real);
  }
});

test('what two programs could read in two ways is none: a name twice, blanks of its own', async () => {
  const twice = (told: unknown) =>
    json(told).replace('"account"', '"made": "2020-01-01T00:00:00.000Z",\n  "account"');
  expect((await verifyBundle(await byHand(twice))).problems).not.toEqual([]);
  for (const custody of [json({ files: [] }).replace('"files"', '"files": [],\n  "files"'), '{"files":[]}'])
    expect((await verifyBundle(await byHand(json, custody))).problems).toContainEqual({
      what: 'sheet',
      at: 'custody.json',
    });
});

test('a copy that is another picture than its own sheet says is said', async () => {
  const hers = { name: 'files/001-original.jpg', copy: 'original', bytes: bytesOf('her bruised arm') };
  const another = { ...hers, bytes: bytesOf('another picture') };
  const sheet = { copies: (await aSheet([hers])).copies, inside: (await aSheet([another])).inside };
  for (const copies of [[hers], [another]])
    expect(await said(await aBundle(7, { copies, sheets: [sheet] }))).toContainEqual({
      what: 'sheet',
      at: hers.name,
    });
});

test('a copy of which no sheet tells, one of which two tell, and one that a sheet has twice are said', async () => {
  const one = { name: 'files/001-original.jpg', copy: 'original', bytes: bytesOf('one') };
  const more = { name: 'files/002-original.jpg', copy: 'original', bytes: bytesOf('without a sheet') };
  const sheet = await aSheet([one]);
  expect(await said(await aBundle(7, { copies: [one, more], sheets: [sheet] }))).toEqual([
    { what: 'sheet', at: more.name },
  ]);
  const double = { ...sheet, copies: [...sheet.copies, ...sheet.copies] };
  for (const sheets of [[sheet, sheet], [double]])
    expect(await said(await aBundle(7, { copies: [one], sheets }))).toContainEqual({
      what: 'sheet',
      at: one.name,
    });
});

test('other bytes that were put in the place of those that came are said, and steps that another one signed than they name are counted', async () => {
  const sheet = await aSheet();
  const [original = '', clean = ''] = sheet.inside.map(({ sha256 }) => sha256);
  const story: NonNullable<Sheet['steps']> = [
    { step: 'received', sha256: original },
    { step: 'copied', sha256: clean },
    { step: 'handed-over', sha256: original, signedByAnother: true },
  ];
  const verdict = await verifyBundle(await aBundle(7, { sheets: [{ ...sheet, steps: story }] }));
  expect(verdict.problems).toEqual([]);
  expect(verdict.byAnother).toBe(1);
  const forged = story.map((step) => (step.step === 'received' ? { ...step, sha256: 'f'.repeat(64) } : step));
  expect(await said(await aBundle(7, { sheets: [{ ...sheet, steps: forged }] }))).toEqual([
    { what: 'story', at: '1' },
  ]);
});

test('a key of small order signs nothing', async () => {
  const [key, signature] = [new Uint8Array(32), new Uint8Array(64)];
  [key[0], signature[0]] = [1, 1];
  const parts = await writeBundle({
    custody: { files: [] },
    files: [],
    account: 'someone',
    key: Buffer.from(key).toString('base64url'),
    now: 0,
    sign: () => Promise.resolve(signature),
  });
  expect(await said(await joined(parts ?? []))).not.toEqual([]);
});

const bytesOfLatin = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));
