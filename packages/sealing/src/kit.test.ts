import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  equalBytes,
  kitNumbers,
  kitWords,
  nearKitWords,
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

  it('are read as numbers, from any keyboard, and with a number where a word cannot be read', () => {
    fc.assert(
      fc.property(secret, fc.nat(11), (one, smudged) => {
        const words = kitWords(one);
        const numbers = kitNumbers(words);
        expect(numbers.map((number) => wordlist[number - 1])).toEqual(words);
        const written = [
          numbers.join(' '),
          numbers.join(', '),
          numbers.map((number) => String(number).padStart(4, '0')).join('\n'),
          numbers.map((number, i) => `${i + 1}. ${number}`).join('\n'),
          words.map((word, i) => `${i + 1}. ${word}  (${numbers[i]})`).join('\n'),
          words.map((word, i) => (i === smudged ? String(numbers[i]) : word)).join(' '),
        ];
        for (const text of written) expect(unwrap(readKit(text)).expose()).toEqual(one.expose());
      }),
      { seed: 5 },
    );
  });

  it('are read from a Turkish or Azerbaijani keyboard, whose capitals and i are others', () => {
    const typed = [
      'İDEA ınside İnside idea ICE ıce ice ısland İsland island İMAGE zebra',
      'idea inside inside idea ice ice ice island island island image zebra',
    ].map((text) => readKit(text));
    expect(typed[0]).toEqual(typed[1]);
    const one = new Secret(Uint8Array.from({ length: 16 }, (_, i) => i * 11));
    const words = kitWords(one);
    const turkish = [
      words.map((word) => word.toLocaleUpperCase('az')).join(' '),
      words.map((word) => word.replaceAll('i', 'ı')).join(' '),
      words.map((word) => word.replaceAll('i', 'i\u0307')).join(' '),
    ];
    for (const text of turkish) expect(unwrap(readKit(text)).expose()).toEqual(one.expose());
  });

  it('name the place of a number that is none of the list', () => {
    const numbers = kitNumbers(kitWords(new Secret(new Uint8Array(16).fill(3)))).map(String);
    for (const wrong of ['0', '2049', '9999', '12345', '00001', '٣']) {
      expect(readKit(numbers.with(7, wrong))).toMatchObject({ error: { code: 'unknown-word', position: 7 } });
    }
  });

  it('are not guessed from numbers that count no lines', () => {
    const numbers = kitNumbers(kitWords(new Secret(new Uint8Array(16).fill(3))));
    const written = [
      numbers.flatMap((number) => [7, number]),
      numbers.flatMap((number, i) => [i === 5 ? 9 : i + 1, number]),
      numbers.flatMap((number, i) => [i === 0 ? 2 : i + 1, number]),
      numbers.flatMap((number, i) => [i + 1, number]).slice(2),
      [...numbers, ...numbers],
    ];
    for (const text of written)
      expect(readKit(text.join(' '))).toMatchObject({ error: { code: 'wrong-word-count' } });
  });

  it('are made of sixteen bytes', () => {
    for (const length of [0, 15, 17, 20, 32])
      expect(() => kitWords(new Secret(new Uint8Array(length)))).toThrow('16 bytes');
  });

  it('offer what a mistyped word may have been', () => {
    const words = kitWords(new Secret(new Uint8Array(16).fill(9)));
    const near = (wrong: string) => nearKitWords(words.with(4, wrong).join(' '), 4);
    // A slip comes before what only begins alike, and there are three at most.
    expect(near('zbera')[0]).toBe('zebra');
    expect(near('zera')[0]).toBe('era');
    expect(near('ebra')).toEqual(['era', 'zebra']);
    expect(near('zzebra')).toEqual(['zebra']);
    expect(near('zoba')).toEqual([]);
    expect(near('aba')).toEqual(wordlist.filter((word) => word.startsWith('aba')).slice(0, 3));
    expect(near('abondon')).toContain('abandon');
    expect(near('insde')).toContain('inside');
    expect(near('isnide')).toContain('inside');
    expect(near('İnsidee')).toContain('inside');
    expect(near('zebraa')).toEqual(['zebra']);
    expect(near('слово')).toEqual([]);
    expect(near('qqqqqq')).toEqual([]);
    expect(near('in')).toEqual([]);
    for (const word of wordlist.slice(0, 300)) expect(near(`${word}s`).length).toBeLessThanOrEqual(3);
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
