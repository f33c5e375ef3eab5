import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seeded } from '../test/seeded.ts';
import { generatePassphrase, passphraseStrength } from './index.ts';

const folder = new URL('../../locale/passphrase-words/', import.meta.url);
const LISTS = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({
    language: name.slice(0, 2),
    words: readFileSync(new URL(name, folder), 'utf8').trim().split('\n'),
  }));

describe('an offered passphrase', () => {
  it.each(LISTS)(
    'in $language has six different words of the list and is strong',
    async ({ language, words }) => {
      const random = seeded(`offered ${language}`);
      const known = new Set(words);
      const seen = new Set<string>();
      for (let i = 0; i < 20; i++) {
        const passphrase = generatePassphrase(words, random);
        const drawn = passphrase.split(' ');
        expect(new Set(drawn).size).toBe(6);
        expect(drawn.every((word) => known.has(word))).toBe(true);
        expect({ passphrase, level: (await passphraseStrength(passphrase)).level }).toEqual({
          passphrase,
          level: 'strong',
        });
        seen.add(passphrase);
      }
      expect(seen.size).toBe(20);
    },
  );

  it.each(LISTS)('in $language has at least 64 bits: that many can be offered', ({ words }) => {
    let ways = 1;
    for (let i = 0; i < 6; i++) ways *= words.length - i;
    expect(Math.log2(ways)).toBeGreaterThanOrEqual(63.98);
    expect(6 * Math.log2(words.length)).toBeGreaterThanOrEqual(64);
  });

  it('draws on a list evenly, also where the number of words divides nothing', () => {
    const words = Array.from({ length: 1999 }, (_, i) => `word${i}`);
    const random = seeded('even');
    const counts = new Map<string, number>();
    for (let i = 0; i < 20_000; i++)
      for (const word of generatePassphrase(words, random).split(' '))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    const expected = (20_000 * 6) / 1999;
    const chiSquared = words.reduce(
      (sum, word) => sum + ((counts.get(word) ?? 0) - expected) ** 2 / expected,
      0,
    );
    // 1998 degrees of freedom: mean 1998, standard deviation 63.
    expect(chiSquared).toBeLessThan(1998 + 5 * 63);
  });

  it('is not made of a list that is too short, or repeats words', () => {
    expect(() => generatePassphrase(['one', 'two'])).toThrow();
    const list = Array.from({ length: 65_537 }, (_, i) => `word${i}`);
    for (const length of [1625, 65_537]) expect(() => generatePassphrase(list.slice(0, length))).toThrow();
    for (const length of [1626, 65_536])
      expect(generatePassphrase(list.slice(0, length)).split(' ')).toHaveLength(6);
  });
});

describe('a passphrase that a person would choose and a guesser tries first', () => {
  it.each([
    '',
    'a',
    'password',
    'parol 123456',
    'qwerty qwerty qwerty',
    'aaaaaaaaaaaaaaaaaaaa',
    'Bakı 2024',
    '12345678901234567890',
    'azerbaijan',
    'душанбе1',
    'Mehriban Əliyeva 1985',
    'Mehriban Aliyeva 1985',
    'Мехрибан Алиева 1985',
    'i love you so much baby',
    'Aysel Fatimə Nərgiz',
    'Aysel Fatima Nargiz',
    'Бисмиллах ар-Рахман',
    'bismillahir rahmanir rahim',
    'Heydər Əliyev 1923',
    'Azadlıq Qarabağ 2020',
    'mother father sister brother',
    'Rustam Душанбе 1991 Фарангис',
    'Рустам Dushanbe 1991 Farangis',
    'password12345678 salam dünya',
    'Allah is the greatest of all',
    'йцукенгшщзхъ фывапролджэ',
    'qüertyuıopöğ asdfghjklıə',
    'gfhjkm ghbdtn',
    'зфыыцщкв',
    'p a s s w o r d 1 2 3 4 5',
    'Mən səni çox sevirəm Leyla 2015',
    'Ман туро дӯст медорам модарҷон',
    'correct horse battery staple',
    'Qarabağ Azərbaycandır!',
    'Galatasaray 1905 şampiyon',
    'Эмомалӣ Раҳмон Пешвои миллат',
    '15 sentyabr 2019 Nihad',
    '+994 50 123 45 67',
    'Я тебя люблю навсегда',
    'P@ssw0rd P@ssw0rd2024',
  ])('is weak: %j', async (text) => {
    expect((await passphraseStrength(text)).level).toBe('weak');
  });
});

describe('the strength of a passphrase', () => {
  it('counts a repeated word once', async () => {
    const { bits } = await passphraseStrength('dolphin');
    const repeated = await passphraseStrength('dolphin dolphin dolphin');
    expect(repeated.bits - bits).toBeLessThan(3);
  });

  it('counts nothing that does not count when it is typed again: capitals, marks, dots, spaces', async () => {
    const one = await passphraseStrength('inci kölgə yarpaq süfrə çəpər örtük');
    const same = await passphraseStrength('  İNCİ  Kolge yarpaq sufre ÇƏPƏR ortuk ');
    expect(same).toEqual(one);
  });

  it('grows with every different word, in any script', async () => {
    const words = ['гуруб', 'дарахт', 'тиреза', 'офтоб', 'себарга', 'чавгон'];
    let before = -1;
    for (let i = 1; i <= words.length; i++) {
      const { bits } = await passphraseStrength(words.slice(0, i).join(' '));
      expect(bits).toBeGreaterThan(before);
      before = bits;
    }
    expect((await passphraseStrength(words.join(' '))).level).toBe('strong');
  });

  it('is strong for what a password manager makes', async () => {
    for (const made of ['kq7#Vw!2mZ%8tLx4', 'h3Kd-99sQ-mwX2-7bPz'])
      expect((await passphraseStrength(made)).level).toBe('strong');
  });

  it('takes a bounded time for 10 000 characters, whatever they are', async () => {
    await passphraseStrength('once, so that the lists are there');
    const texts = [
      'a'.repeat(10_000),
      'a b '.repeat(2500),
      'p@ssw0rd'.repeat(1250),
      '4@4@4@40oO0!1lLi|'.repeat(600),
      Array.from({ length: 10_000 }, (_, i) => String.fromCharCode(33 + ((i * 7) % 90))).join(''),
      Array.from({ length: 10_000 }, (_, i) => String.fromCodePoint(0x400 + ((i * 31) % 200))).join(''),
      '\u0307'.repeat(10_000),
    ];
    for (const text of texts) {
      const start = performance.now();
      await passphraseStrength(text);
      expect(performance.now() - start).toBeLessThan(2500);
    }
  });
});
