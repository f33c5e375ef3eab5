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
  writeSheetContent,
} from './index.ts';

const SHEET: SheetContent = {
  survey: new Uint8Array(32).fill(7),
  language: 'tg',
  readers: [newId<AccountId>(seeded('reader'))],
  answers: { held: ['yes'], where: 0, 'who#2': ['a', 'b'] },
};

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
    { kind: 'sheet', ...sheet, answers: { held: 'yes' } },
    { kind: 'sheet', ...sheet, answers: { held: -1 } },
    { kind: 'sheet', ...sheet, answers: { held: ['x'.repeat(4001)] } },
    { kind: 'sheet', ...sheet, more: 1 },
  ];
  for (const each of wrong) expect(readSheetContent(encodeCanonical(each)).ok).toBe(false);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => !readSheetContent(bytes).ok));
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
});
