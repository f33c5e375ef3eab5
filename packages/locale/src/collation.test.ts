import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText, sortKey } from './collation.ts';
import { LANGUAGES, type Language } from './language.ts';

const sorted = (language: Language, words: string): string =>
  words.split(' ').sort(compareText(language)).join(' ');
const shuffled = (words: string): string => words.split(' ').reverse().join(' ');

describe('alphabetical order', () => {
  it.each([
    [
      'az',
      'ana cib çay dağ ev ət fil gül ğ həyat xalq ışıq iş jalə kənd qan lalə maya od öd pul sam şam toy uz üz vəkil yol zebra',
    ],
    ['az', 'Cabbarov Çingizov Eldarov Əliyev Hüseynov Xəlilov Işıqlı İlqarov Kərimov Qasımov Lalayev'],
    ['ru', 'Абрамов Ёлкин Емельянов Еремин Жуков Иванов Йодов Кузьмин Щукин Эминов Юсупов Яшин'],
    ['ru', 'ежа елка ёлка елки ель'],
    [
      'tg',
      'вақт гул ғам ер ёр жола зан илм ӣ йод кор қалам лола умр ӯ фил хона ҳаво чой ҷавоб шаб эҳсон юз ях',
    ],
    ['en', 'abel Abel Ábel Éva Evan Zoe'],
    ['ru', 'Анна Яна Anna Zoe'],
    ['az', 'Anna Zoe Анна Яна'],
    ['en', 'case-2 case-10 case-100'],
  ] as const)('%s: %s', (language, words) => {
    expect(sorted(language, shuffled(words))).toBe(words);
  });

  it('puts ё with е in Russian and after it in Tajik', () => {
    expect(sorted('ru', 'ёж еж ежа')).toBe('еж ёж ежа');
    expect(sorted('tg', 'ёр ера ер')).toBe('ер ера ёр');
  });

  it('looks at letters first, then marks, then capitals', () => {
    expect(sorted('en', 'resumes résumé Resume resume')).toBe('resume Resume résumé resumes');
  });

  it('sorts word by word, and does not count hyphens and apostrophes', () => {
    expect(['Əli-zadə', 'Əlizadə', 'Əli Yusif', 'Əlibəyli'].sort(compareText('az'))).toEqual([
      'Əli Yusif',
      'Əlibəyli',
      'Əli-zadə',
      'Əlizadə',
    ]);
  });

  it('is an order: consistent, and the same by key, by comparing and by bytes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGUAGES),
        fc.array(fc.string({ unit: fc.constantFrom(...'aəbIİıiёЁеҳxqҷ 0129-’éZ🙂ῃ东'), maxLength: 8 }), {
          minLength: 2,
          maxLength: 6,
        }),
        (language, words) => {
          const byText = [...words].sort(compareText(language));
          const byKey = [...words].sort((a, b) => (sortKey(language, a) < sortKey(language, b) ? -1 : 1));
          const byBytes = [...words].sort((a, b) =>
            Buffer.compare(Buffer.from(sortKey(language, a)), Buffer.from(sortKey(language, b))),
          );
          const keys = (list: string[]): string[] => list.map((word) => sortKey(language, word));
          expect(keys(byKey)).toEqual(keys(byText));
          expect(keys(byBytes)).toEqual(keys(byText));
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });
});
