import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForIndex, foldForQuery } from './fold.ts';

/** Whether a search for `typed` finds a record that says `written`: every word begins some word of the index. */
function finds(typed: string, written: string): boolean {
  const indexed = foldForIndex(written).split(' ');
  const words = foldForQuery(typed);
  return words.length > 0 && words.every((word) => indexed.some((form) => form.startsWith(word)));
}

/** Spellings of one name: each finds each other. */
const SAME_NAME: readonly (readonly string[])[] = [
  ['Əliyev', 'Aliyev', 'Алиев', 'Eliyev', 'Aliev', 'ƏLİYEV', 'əliyev'],
  ['Həsən', 'Гасан', 'Hasan', 'Hesen'],
  ['Ҳасан', 'Хасан', 'Hasan'],
  ['Məmmədov', 'Мамедов', 'Mammadov', 'Memmedov', 'Mamedov'],
  ['Hüseyn', 'Huseyn', 'Гусейн', 'Husein'],
  ['Cəfər', 'Джафар', 'Jafar', 'Cefer'],
  ['Cavid', 'Джавид', 'Javid'],
  ['Əhməd', 'Ахмед', 'Ahmed', 'Ehmed'],
  ['Fərhad', 'Фархад', 'Farhad', 'Ferhad'],
  ['Şahin', 'Шахин', 'Shahin', 'Sahin'],
  ['Çingiz', 'Чингиз', 'Chingiz', 'Cingiz'],
  ['Xalid', 'Халид', 'Khalid', 'Halid'],
  ['Leyla', 'Лейла', 'Leila'],
  ['Zeynəb', 'Зейнаб', 'Zeinab', 'Zeyneb'],
  ['Nərgiz', 'Наргиз', 'Nargiz', 'Nergiz'],
  ['Rəşad', 'Рашад', 'Rashad', 'Resad'],
  ['Kərimov', 'Керимов', 'Kerimov'],
  ['Ləman', 'Ляман', 'Laman', 'Leman'],
  ['Gülnar', 'Гюльнар', 'Gulnar'],
  ['Bəxtiyar', 'Бахтияр', 'Bakhtiyar'],
  ['Ülviyyə', 'Ульвия', 'Ulviya', 'Ulviyye'],
  ['Qasım', 'Касым', 'Qasim'],
  ['Qasım', 'Гасым', 'Qasim', 'Gasim'],
  ['Hacıyev', 'Гаджиев', 'Hajiyev', 'Haciyev'],
  ['Ağayev', 'Агаев', 'Agayev', 'Aghayev'],
  ['Yevlax', 'Евлах', 'Yevlakh'],
  ['Yusif', 'Юсиф'],
  ['Elçin', 'Эльчин', 'Elchin', 'Elcin'],
  ['Zöhrə', 'Зохра', 'Zohra', 'Zohre'],
  ['İlqar', 'Ильгар', 'Ilgar', 'Ilqar'],
  ['Aydın', 'Айдын', 'Aydin', 'Aidin'],
  ['Mikayıl', 'Микаил', 'Mikail'],
  ['Қурбонов', 'Курбонов', 'Kurbonov'],
  ['Ҷумъа', 'Джума', 'Juma', 'Jum’a'],
  ['Ғафур', 'Гафур', 'Ghafur', 'Gafur'],
  ['Рӯзиев', 'Рузиев', 'Ruziev'],
  ['Шарифӣ', 'Шарифи', 'Sharifi'],
  ['Ҳоҷиев', 'Ходжиев', 'Hojiev', 'Khojiev'],
  ['Мирзоев', 'Mirzoyev', 'Mirzoev'],
  ['Тоҷикистон', 'Tojikiston'],
  ['Хайям', 'Khayyam'],
  ['Артём', 'Артем', 'Artyom', 'Artem'],
  ['Семён', 'Семен', 'Semyon'],
  ['Алексей', 'Aleksey', 'Alexey'],
  ['Дмитрий', 'Dmitry', 'Dmitriy', 'Dmitri'],
  ['Мария', 'Mariya', 'Maria'],
  ['Татьяна', 'Tatyana'],
  ['Людмила', 'Lyudmila'],
  ['Жанна', 'Zhanna', 'Janna'],
  ['Щедрин', 'Shchedrin'],
  ['Михаил', 'Mikhail', 'Mixail'],
];

/** An everyday word, and what is typed for it. */
const WORDS: readonly (readonly [typed: string, written: string])[] = [
  ['isgence', 'Saxlama zamanı işgəncə verilib, həkim çağırılmayıb'],
  ['işgəncə', 'saxlama zamanı işgəncə verilib, həkim çağırılmayıb'],
  ['ISGENCE', 'saxlama zamanı işgəncə verilib, həkim çağırılmayıb'],
  ['hedelendi', 'ona yenə hədələndi demişdilər, polis gəlmədi'],
  ['siginacaq', 'qadın üçün sığınacaq tapıldı, uşaq da onunla'],
  ['dermanxana', 'səhər tezdən dərmanxana bağlı idi'],
  ['елка', 'во дворе стояла ёлка и никого больше не было'],
  ['ёлка', 'во дворе стояла елка и никого больше не было'],
  ['полиц', 'соседи вызвали полицию, но никто не приехал'],
  ['зуроварӣ', 'аз зӯроварӣ дар оила шикоят кард ва кӯмак хост'],
  ['зӯроварӣ', 'аз зӯроварӣ дар оила шикоят кард ва кӯмак хост'],
  ['хуччат', 'ҳуҷҷатҳои ӯро гирифтанд ва барнагардонданд'],
  ['кумак', 'аз зӯроварӣ дар оила шикоят кард ва кӯмак хост'],
  ['shelter', 'there was no place in the shelter that night'],
];

describe('folding for search', () => {
  it('finds a name in whichever alphabet and manner it was written', () => {
    const missed = SAME_NAME.flatMap((names) =>
      names.flatMap((typed) =>
        names.filter((written) => !finds(typed, written)).map((written) => `${typed} → ${written}`),
      ),
    );
    expect(missed).toEqual([]);
  });

  it('finds a capitalised name inside a long text too', () => {
    const story = (name: string) =>
      `ночью в отделение полиции привезли человека по имени ${name}, без протокола`;
    const missed = SAME_NAME.flatMap((names) =>
      names.flatMap((typed) =>
        names
          .filter((written) => /^\p{Lu}/u.test(written) && !finds(typed, story(written)))
          .map((written) => `${typed} → ${written}`),
      ),
    );
    expect(missed).toEqual([]);
  });

  it.each(WORDS)('finds %s in "%s"', (typed, written) => {
    expect(finds(typed, written)).toBe(true);
  });

  it('does not take one word for another', () => {
    expect(finds('rape', 'please repeat the report to the repairer again')).toBe(false);
    expect(finds('вера', 'варвара говорила, что варит обед на вечер')).toBe(false);
    expect(finds('Aliyev', 'Vəliyev')).toBe(false);
    expect(finds('Гасан', 'Назим')).toBe(false);
    expect(finds('qan', 'qonşular kömək etmədi və getdilər')).toBe(false);
  });

  it('wants every word of the query, each from its beginning', () => {
    expect(finds('əli bak', 'Бакинский суд, Алиев')).toBe(true);
    expect(finds('əli gəncə', 'Бакинский суд, Алиев')).toBe(false);
    expect(finds('iyev', 'Əliyev')).toBe(false);
  });

  it('keeps references whole: with hyphen, without, and by their first part', () => {
    expect(foldForIndex('K7Q-2MX').split(' ')).toContain('k7q2mx');
    for (const typed of ['K7Q-2MX', 'k7q2mx', 'k7q', 'k7q-2', 'K7Q2', '2mx'])
      expect(finds(typed, 'case K7Q-2MX')).toBe(true);
    expect(finds('K77', 'K7Q-2MX')).toBe(false);
    expect(finds('AA7', 'A7')).toBe(false);
    expect(finds('2026-03', 'on 2026-03-14')).toBe(true);
  });

  it('joins and parts hyphenated names', () => {
    for (const typed of ['Nursultan', 'Нур-Султан', 'sultan', 'нурсултан'])
      expect(finds(typed, 'Нур-Султан')).toBe(true);
  });

  it('passes scripts that it does not know through, in lower case', () => {
    expect(foldForIndex('ΑΘΗΝΑ საქართველო 東京 عربي')).toBe('αθηνα საქართველო 東京 عربي');
    expect(finds('Αθήνα', 'ΑΘΉΝΑ')).toBe(true);
  });

  it('takes emoji and signs for spaces', () => {
    expect(foldForQuery('🙂 👩‍👧 — …')).toEqual([]);
    expect(finds('zaur', '🙂Zaur🙂')).toBe(true);
    expect(foldForIndex('')).toBe('');
    expect(foldForIndex(' — ')).toBe('');
  });

  it('does not care whether marks are separate characters', () => {
    for (const name of ['Нариманов йод', 'Şükür Ələkbərov', 'Ёлкин', 'Ҷӯраев', 'Çağrı'])
      expect(foldForIndex(name.normalize('NFD'))).toBe(foldForIndex(name.normalize('NFC')));
  });

  it('finds a Latin or Cyrillic word by itself, and by its first half, whatever its letters', () => {
    const letters = [...'abcçdeəfgğhxıijkqlmnoöprsştuüvyzабвгғдеёжзиӣйкқлмнопрстуӯфхҳцчҷшщъыьэюя'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 14 }),
        fc.boolean(),
        (word, capital) => {
          const lower = word.join('');
          const written = capital ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
          const spoken = /[^ьъ]/.test(lower);
          if (spoken) expect(finds(lower, `some words before it: ${written}`)).toBe(true);
        },
      ),
      { seed: 7, numRuns: 3000 },
    );
  });

  it('survives any text, and gives plain words separated by single spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(foldForIndex(text)).toMatch(/^(\S+( \S+)*)?$/u);
        for (const word of foldForQuery(text)) expect(word).toMatch(/^[^\s"*]+$/u);
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  it('bounds what one word may cost', () => {
    const long = foldForIndex(`A${'əhc'.repeat(2000)}`);
    expect(long.length).toBeLessThan(14 * 6001);
    expect(foldForIndex('Həcəqəxəhəcə').split(' ').length).toBeLessThanOrEqual(12);
  });
});
