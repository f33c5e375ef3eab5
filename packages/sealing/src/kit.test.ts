import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  equalBytes,
  kitWords,
  newReceipt,
  readKit,
  readReceipt,
  receiptWords,
  Secret,
  unwrap,
} from './index.ts';

const secret = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => new Secret(bytes));

describe('the words of a kit', () => {
  it('bring back the secret', () => {
    fc.assert(
      fc.property(secret, (one) => {
        const words = kitWords(one);
        expect(words).toHaveLength(12);
        expect(unwrap(readKit(words)).expose()).toEqual(one.expose());
      }),
      { seed: 1 },
    );
  });

  it('are read as people write them', () => {
    const one = new Secret(Uint8Array.from({ length: 16 }, (_, i) => i * 7));
    const words = kitWords(one);
    const written = [
      words.join(' '),
      words.join(', ').toUpperCase(),
      `\n  ${words.map((word, i) => `${i + 1}. ${word}`).join('\n')}\n`,
      words.map((word) => word.slice(0, 4)).join(' '),
      words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('-'),
    ];
    for (const text of written) expect(unwrap(readKit(text)).expose()).toEqual(one.expose());
  });

  it('say which word is not one of the list', () => {
    const words = kitWords(new Secret(new Uint8Array(16).fill(9)));
    for (let position = 0; position < 12; position++) {
      for (const wrong of ['salaam', 'qqqq', 'ab', 'слово']) {
        const result = readKit(words.with(position, wrong));
        expect(result).toMatchObject({ ok: false, error: { code: 'unknown-word', position } });
      }
    }
  });

  it('are refused when there are too few or too many', () => {
    const words = kitWords(new Secret(new Uint8Array(16)));
    for (const wrong of [[], words.slice(1), [...words, 'about']]) {
      expect(readKit(wrong)).toMatchObject({ ok: false, error: { code: 'wrong-word-count' } });
    }
  });

  it('with one word exchanged for another never give the same secret, and mostly say that they are wrong', () => {
    const one = new Secret(Uint8Array.from({ length: 16 }, (_, i) => 255 - i));
    const words = kitWords(one);
    let noticed = 0;
    let tried = 0;
    for (let position = 0; position < 12; position++) {
      for (let i = position; i < wordlist.length; i += 7) {
        const other = wordlist[i] as string;
        if (other === words[position]) continue;
        tried++;
        const result = readKit(words.with(position, other));
        if (!result.ok) {
          expect(result.error.code).toBe('wrong-words');
          noticed++;
        } else expect(equalBytes(result.value.expose(), one.expose())).toBe(false);
      }
    }
    // Twelve words have room for four bits of checksum: fifteen of sixteen mistakes are noticed.
    expect(noticed / tried).toBeGreaterThan(0.92);
    expect(noticed / tried).toBeLessThan(0.955);
  });

  it('are the same for a receipt', () => {
    const receipt = newReceipt();
    expect(unwrap(readReceipt(receiptWords(receipt).join(' '))).expose()).toEqual(receipt.expose());
  });
});
