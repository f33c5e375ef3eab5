/** Threats: two answers of one person are tied together; an answer to a survey is tied to a letter; a hostile sheet. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../test/seeded.ts';
import {
  encodeCanonical,
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
  const wrong: unknown[] = [
    {},
    { kind: 'letter', ...SHEET },
    { kind: 'sheet', ...SHEET, survey: new Uint8Array(31) },
    { kind: 'sheet', ...SHEET, answers: ['x'] },
    { kind: 'sheet', ...SHEET, answers: { held: 'yes' } },
    { kind: 'sheet', ...SHEET, answers: { held: -1 } },
    { kind: 'sheet', ...SHEET, answers: { held: ['x'.repeat(4001)] } },
    { kind: 'sheet', ...SHEET, more: 1 },
  ];
  for (const each of wrong) expect(readSheetContent(encodeCanonical(each)).ok).toBe(false);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => !readSheetContent(bytes).ok));
});

test('its dossier follows from space and survey, its record from the letter alone', async () => {
  const [space, other] = [newId<SpaceId>(seeded('space')), newId<SpaceId>(seeded('other'))];
  expect(await sheetsDossier(space, SHEET.survey)).toBe(await sheetsDossier(space, SHEET.survey));
  expect(await sheetsDossier(space, SHEET.survey)).not.toBe(await sheetsDossier(other, SHEET.survey));
  const letter = newId<LetterId>(seeded('letter'));
  expect(await sheetRecord(letter)).not.toBe(letter);
});
