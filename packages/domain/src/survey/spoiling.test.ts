import { expect, test } from 'vitest';
import { readAnswers } from './sheet.ts';
import { spoilingOf } from './spoiling.ts';

const sheet = (day: string, ...said: string[]) => ({
  day,
  answers: readAnswers(Object.fromEntries(said.map((each, i) => [`q${i}`, [each]]))),
});

test('sheets that say the very same show, and short ones that many could say do not', () => {
  const long = sheet('2026-11-02', 'yes', 'Gəncə', '24', 'lawyer');
  expect(spoilingOf([long, long, long, sheet('2026-11-02', 'yes'), sheet('2026-11-02', 'yes')]).copies).toBe(
    2,
  );
});

test('a day with far more than most shows, and a survey of a single day does not', () => {
  const usual = ['2026-11-02', '2026-11-03', '2026-11-04'].flatMap((day) => [
    sheet(day, 'a'),
    sheet(day, 'b'),
  ]);
  const crowd = Array.from({ length: 40 }, (_, i) => sheet('2026-11-05', `${i}`));
  expect(spoilingOf([...usual, ...crowd]).bursts).toEqual([{ day: '2026-11-05', count: 40 }]);
  expect(spoilingOf(crowd).bursts).toEqual([]);
  expect(spoilingOf([]).bursts).toEqual([]);
});
