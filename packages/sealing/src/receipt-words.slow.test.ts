/** Threat: guessing a receipt or phrase with the whole database; a slip of the pen that shuts its owner out unheard. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seeded } from '../test/seeded.ts';
import {
  holdsReceipt,
  idText,
  isLongPhrase,
  newReceiptWords,
  readReceiptWords,
  receiptOfPhrase,
  receiptOfWords,
  type SpaceId,
  toHex,
} from './index.ts';

const listOf = (language: string): string[] =>
  readFileSync(new URL(`../../locale/passphrase-words/${language}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
const LISTS = ['az', 'ru', 'en', 'tg'].map(listOf);

describe('the words of a receipt', () => {
  it('read again in any of the four languages, by their first letters, counted, in capitals', async () => {
    for (const [i, list] of LISTS.entries()) {
      const words = await newReceiptWords(list, seeded(`receipt ${i}`));
      expect(words).toHaveLength(12);
      const secret = toHex((await receiptOfWords(words)).expose());
      const spellings = [
        words.join(' '),
        words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join('\n'),
        words.map((word) => word.slice(0, 4)).join(','),
      ];
      for (const text of spellings) {
        const read = await readReceiptWords(text, LISTS);
        expect(read).toMatchObject({ is: 'words', fit: true });
        if (read.is === 'words') expect(toHex((await receiptOfWords(read.words)).expose())).toBe(secret);
      }
    }
  });

  it('say which kind of mistake was made, and nothing else', async () => {
    const [list = []] = LISTS;
    const words = await newReceiptWords(list, seeded('receipt'));
    expect(await readReceiptWords(words.slice(1).join(' '), LISTS)).toEqual({ is: 'wrong-count', count: 11 });
    const strange = words.toSpliced(4, 1, 'xqzw');
    expect(await readReceiptWords(strange.join(' '), LISTS)).toEqual({ is: 'unknown-word', position: 5 });
    for (const other of ['salam', 'nənəmin bağında yeddi nar ağacı var idi, biri qurudu'])
      expect(await readReceiptWords(other, LISTS), other).toEqual({ is: 'other' });
    const swapped = [words[1], words[0], ...words.slice(2)].join(' ');
    expect(await readReceiptWords(swapped, LISTS)).toMatchObject({ is: 'words', fit: false });
  });

  it('are still meant with up to three too few or too many, and two strange ones, and not beyond', async () => {
    const [list = []] = LISTS;
    const words = await newReceiptWords(list, seeded('receipt'));
    const is = async (typed: readonly string[]) => (await readReceiptWords(typed.join(' '), LISTS)).is;
    const more = [...words, ...words];
    for (const count of [9, 10, 11, 13, 14, 15]) expect(await is(more.slice(0, count))).toBe('wrong-count');
    for (const count of [0, 8, 16, 24]) expect(await is(more.slice(0, count))).toBe('other');
    const strange = ['xqzw', 'wzqx', 'qqzz'];
    const with_ = (count: number) => [...strange.slice(0, count), ...words.slice(count)];
    expect(await readReceiptWords(with_(2).join(' '), LISTS)).toEqual({ is: 'unknown-word', position: 1 });
    expect(await is(with_(3))).toBe('other');
    expect(await is([...words.slice(0, 8), ...strange.slice(0, 2)])).toBe('wrong-count');
  });

  it('are drawn from no list that is too short', async () => {
    const list = Array.from({ length: 1626 }, (_, i) =>
      `${i}`.replace(/\d/g, (d) => 'abcdefghij'.charAt(+d)),
    );
    expect(await newReceiptWords(list)).toHaveLength(12);
    await expect(newReceiptWords(list.slice(1))).rejects.toThrow();
  });

  it('are drawn from more than 2^117, each word of a list as likely as another', async () => {
    for (const list of LISTS) expect(11 * Math.log2(list.length)).toBeGreaterThan(117);
    const [list = []] = LISTS;
    const seen = new Set<string>();
    for (let i = 0; i < 400; i++)
      for (const word of (await newReceiptWords(list)).slice(0, -1)) seen.add(word);
    expect(seen.size).toBeGreaterThan(list.length * 0.85);
  });

  it('are noticed in a story, and a story that shares a word with them is not', async () => {
    const words = await newReceiptWords(LISTS[2] ?? [], seeded('receipt'));
    expect(holdsReceipt(`my code is ${words.join(' ')}, keep it`, words)).toBe(true);
    expect(holdsReceipt(`half: ${words.slice(5, 10).join(', ').toUpperCase()}`, words)).toBe(true);
    expect(holdsReceipt(`the ${words[0]} was near the ${words[4]} and ${words[5]}`, words)).toBe(false);
    expect(holdsReceipt(words.slice(0, 4).join(' '), words)).toBe(true);
    expect(holdsReceipt(words.slice(8).join(' '), words)).toBe(true);
    expect(holdsReceipt(words.slice(0, 3).join(' '), words)).toBe(false);
    expect(holdsReceipt([...words.slice(0, 3), words[5]].join(' '), words)).toBe(false);
    expect(holdsReceipt('a phrase', ['one', 'word'])).toBe(false);
    expect(holdsReceipt('it was one word', ['one', 'word'])).toBe(true);
    expect(holdsReceipt('anything', [])).toBe(false);
  });
});

describe('a phrase of one’s own', () => {
  const space = idText<SpaceId>(new Uint8Array(32).fill(1));
  const other = idText<SpaceId>(new Uint8Array(32).fill(2));
  it('has to be long and varied', () => {
    for (const weak of [
      'password',
      'a a a a a a a a a a a a a a a a a',
      'salam salam salam salam salam salam',
    ])
      expect(isLongPhrase(weak), weak).toBe(false);
    expect(isLongPhrase('nənəmin bağında yeddi nar ağacı var idi')).toBe(true);
    const five = 'abcde fghij klmno pqrst u';
    expect(five).toHaveLength(25);
    expect(isLongPhrase(five)).toBe(true);
    expect(isLongPhrase(five.slice(1))).toBe(false);
    expect(isLongPhrase(`${five}   `.replace('a', ''))).toBe(false);
    expect(isLongPhrase('abcde fghij klmno pqrst-')).toBe(false);
    expect(isLongPhrase('abcdefghij klmno pqrst uvwxyz')).toBe(false);
  });

  it('opens the same however it was spaced, and nothing with one letter changed, or at another organisation', async () => {
    const hex = async (phrase: string, at = space) => toHex((await receiptOfPhrase(phrase, at)).expose());
    const right = await hex('Seven pomegranates in my aunt’s garden');
    expect(await hex('  seven pomegranates  in my AUNT’s garden ')).toBe(right);
    expect(await hex('Seven pomegranate in my aunt’s garden')).not.toBe(right);
    expect(await hex('Seven pomegranates in my aunt’s garden', other)).not.toBe(right);
  });
});
