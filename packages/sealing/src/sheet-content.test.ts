/** Threats: two answers of one person are tied together; an answer to a survey is tied to a letter; a hostile sheet. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../test/seeded.ts';
import {
  type AccountId,
  encodeCanonical,
  idBytes,
  type LetterId,
  newId,
  readLetter,
  readSheetContent,
  sheetRecord,
  sheetsDossier,
  type SheetContent,
  type SpaceId,
  tokenRecord,
  writeSheetContent,
} from './index.ts';

const SHEET: SheetContent = {
  survey: new Uint8Array(32).fill(7),
  language: 'tg',
  readers: [newId<AccountId>(seeded('reader'))],
  answers: { held: ['yes'], where: 0, 'who#2': ['a', 'b'] },
};

const TOKEN = { message: new Uint8Array(64).fill(1), signature: new Uint8Array(256) };

test('a sheet reads as it was written, and is no letter', () => {
  const written = writeSheetContent(SHEET);
  expect(readSheetContent(written)).toEqual({ ok: true, value: SHEET });
  expect(readLetter(written).ok).toBe(false);
});

test('it holds what was answered and nothing by which a second one could be known', () => {
  expect(writeSheetContent(SHEET)).toEqual(writeSheetContent({ ...SHEET }));
});

test('what is none is refused', () => {
  const sheet = { ...SHEET, readers: SHEET.readers.map(idBytes) };
  expect(readSheetContent(encodeCanonical({ kind: 'sheet', ...sheet })).ok).toBe(true);
  const wrong: unknown[] = [
    {},
    { kind: 'letter', ...sheet },
    { kind: 'sheet', ...sheet, survey: new Uint8Array(31) },
    { kind: 'sheet', ...sheet, readers: [] },
    { kind: 'sheet', ...sheet, readers: ['x'] },
    { kind: 'sheet', ...sheet, answers: ['x'] },
    { kind: 'sheet', ...sheet, answers: [] },
    { kind: 'sheet', ...sheet, answers: { held: [['x']] } },
    { kind: 'sheet', ...sheet, answers: { held: 'yes' } },
    { kind: 'sheet', ...sheet, answers: { held: -1 } },
    { kind: 'sheet', ...sheet, answers: { held: ['x'.repeat(4001)] } },
    { kind: 'sheet', ...sheet, more: 1 },
  ];
  for (const each of wrong) expect(readSheetContent(encodeCanonical(each)).ok).toBe(false);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => !readSheetContent(bytes).ok));
});

test('it holds as much as it may, and not one more', () => {
  const plain = { kind: 'sheet', ...SHEET, readers: SHEET.readers.map(idBytes) };
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`q${i}`, i]));
  const token = { message: new Uint8Array(64), signature: new Uint8Array(256) };
  const reads = (parts: Record<string, unknown>) =>
    readSheetContent(encodeCanonical({ ...plain, ...parts })).ok;
  const pairs: [Record<string, unknown>, Record<string, unknown>][] = [
    [{ answers: many(4000) }, { answers: many(4001) }],
    [{ answers: { ['k'.repeat(80)]: 0 } }, { answers: { ['k'.repeat(81)]: 0 } }],
    [{ answers: { a: Array(500).fill('x') } }, { answers: { a: Array(501).fill('x') } }],
    [{ answers: { a: ['x'.repeat(4000)] } }, { answers: { a: ['x'.repeat(4001)] } }],
    [{ answers: { a: [] } }, { answers: { a: [7] } }],
    [{ answers: { a: ['x', 'y'] } }, { answers: { a: ['x', 7] } }],
    [{ answers: { a: 0 } }, { answers: { a: 0.5 } }],
    [{ language: 'az' }, { language: 'a' }],
    [{ language: 'az-Latn1' }, { language: 'azerbaija' }],
    [{ token }, { token: { ...token, more: 1 } }],
    [{ token }, { token: { ...token, message: new Uint8Array(63) } }],
    [{ token }, { token: { ...token, signature: new Uint8Array(255) } }],
    [{ token }, { token: null }],
  ];
  for (const [right, wrong] of pairs)
    expect([reads(right), reads(wrong), Object.keys(wrong)]).toEqual([true, false, Object.keys(wrong)]);
  const sheet = { ...SHEET, token };
  expect(readSheetContent(writeSheetContent(sheet))).toEqual({ ok: true, value: sheet });
  expect(readSheetContent(new Uint8Array(512 * 1024 + 1))).toMatchObject({ error: { code: 'too-large' } });
  expect(readSheetContent(new Uint8Array(512 * 1024))).toMatchObject({ error: { code: 'malformed' } });
});

test('a code that is used twice is one answer', async () => {
  const token = TOKEN;
  const again = { ...token, signature: new Uint8Array(256).fill(9) };
  expect(await tokenRecord(again)).toBe(await tokenRecord(token));
  expect(await tokenRecord({ ...token, message: new Uint8Array(64) })).not.toBe(await tokenRecord(token));
});

test('its dossier follows from space, survey, readers and place, its record from the letter alone', async () => {
  const ids = seeded('ids');
  const [space, other] = [newId<SpaceId>(ids), newId<SpaceId>(ids)];
  const [one, two] = [newId<AccountId>(ids), newId<AccountId>(ids)];
  const of = (readers: AccountId[]) => ({ survey: SHEET.survey, readers });
  expect(await sheetsDossier(space, of([one, two]), 0)).toBe(await sheetsDossier(space, of([two, one]), 0));
  const all = [
    await sheetsDossier(space, of([one]), 0),
    await sheetsDossier(space, of([one, two]), 0),
    await sheetsDossier(space, of([one]), 1),
    await sheetsDossier(other, of([one]), 0),
  ];
  expect(new Set(all).size).toBe(all.length);
  const letter = newId<LetterId>(seeded('letter'));
  expect(await sheetRecord(letter)).not.toBe(letter);
  // The same on every device, whichever version runs there.
  expect([all[0], all[2], await sheetRecord(letter), await tokenRecord(TOKEN)]).toEqual([
    'drI0i29u86_evXd-8F8iEg',
    'b45XzQ-xAowgvi8MdE6zvA',
    'Q1Qt3i3h8ad1-WFJJn2f0w',
    '-feRQapbVbcvQGwQ-GOeoA',
  ]);
});
