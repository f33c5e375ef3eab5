import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameAlike, wordsOfName } from './names.ts';

/** One person's name, as four alphabets and tired hands write it. */
const ONE: readonly (readonly string[])[] = [
  ['Leyla Əliyeva', 'Алиева Лейла', 'Leila Aliyeva', 'ƏLİYEVA LEYLA', 'Лейла Рашидовна Алиева'],
  ['Həsən Məmmədov', 'Гасан Мамедов', 'Hasan Mammadov', 'Məmmədov H. Həsən'],
  ['Cavid Qasımov', 'Джавид Касымов', 'Javid Qasimov', 'Джавид Гасымов'],
  ['Ҳасан Қурбонов', 'Хасан Курбонов', 'Hasan Qurbonov'],
  ['Zöhrə Hacıyeva', 'Зохра Гаджиева', 'Zohra Hajiyeva'],
  // Cyrillic letters that look like Latin ones, in the middle of a word.
  ['Rena Osmanova', 'Rеnа Оsmаnоvа'],
];

describe('names of one person', () => {
  it('are one in whichever alphabet, order and manner they were written', () => {
    const missed = ONE.flatMap((names) =>
      names.flatMap((a) => names.filter((b) => nameAlike(a, b) !== 'full').map((b) => `${a} / ${b}`)),
    );
    expect(missed).toEqual([]);
  });

  it('share their bones, by which they are looked for', () => {
    const bones = (name: string) => wordsOfName(name).map((word) => word.bones);
    const common = (a: string, b: string) => bones(a).filter((each) => bones(b).includes(each)).length;
    const missed = ONE.flatMap((names) =>
      names.flatMap((a) => names.filter((b) => common(a, b) < 2).map((b) => `${a} / ${b}`)),
    );
    expect(missed).toEqual([]);
  });

  it.each([
    ['Leyla Əliyeva', 'Leyla Əliyev', 'close'],
    ['Cavid Qasımov', 'Джавид Касумов', 'close'],
    ['Leyla Əliyeva', 'Leyla Əlizadə', 'part'],
    ['Leyla', 'Лейла', 'same'],
    ['Gunel', 'Гюнель', 'same'],
    ['Günel', 'Гюнель', 'same'],
    ['Samir', 'Самир', 'same'],
    ['Leyla', 'Leyla Əliyeva', 'part'],
    ['Leyla', 'Nigar', 'other'],
    ['Leyla Əliyeva', 'Nigar Quliyeva', 'other'],
    ['Aygün Kərimli', 'Aytən Kərimli', 'part'],
    ['', 'Leyla', 'unknown'],
    ['L.', 'Leyla', 'unknown'],
    ['🙂', '???', 'unknown'],
  ])('%s and %s are %s', (a, b, how) => {
    expect(nameAlike(a, b)).toBe(how);
  });

  it('say the same from both sides, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }), (a, b) => {
        expect(nameAlike(a, b)).toBe(nameAlike(b, a));
        expect(['full', 'same', 'unknown']).toContain(nameAlike(a, a));
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
