import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { seeded } from '../test/seeded.ts';
import { generatePassphrase, passphraseStrength } from './index.ts';

describe('a generated passphrase', () => {
  it('has six words of the list, is strong, and is another one each time', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 200; i++) {
      const passphrase = generatePassphrase();
      const words = passphrase.split(' ');
      expect(words).toHaveLength(6);
      for (const word of words) expect(wordlist).toContain(word);
      if (new Set(words).size === 6)
        expect(passphraseStrength(passphrase)).toEqual({ bits: 66, level: 'strong' });
      seen.add(passphrase);
    }
    expect(seen.size).toBe(200);
  });

  it('is strong whichever of the words it has, common ones too', () => {
    for (let i = 0; i + 6 <= wordlist.length; i++) {
      expect(passphraseStrength(wordlist.slice(i, i + 6).join(' '))).toEqual({ bits: 66, level: 'strong' });
    }
  });

  it('draws on the whole list evenly', () => {
    const random = seeded('even');
    const words = new Set<string>();
    for (let i = 0; i < 3000; i++) for (const word of generatePassphrase(random).split(' ')) words.add(word);
    expect(words.size).toBeGreaterThan(2040);
  });
});

describe('the strength of a passphrase', () => {
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
  ])('is weak in %j', (text) => {
    expect(passphraseStrength(text).level).toBe('weak');
  });

  it('counts a repeated word once', () => {
    expect(passphraseStrength('dolphin dolphin dolphin')).toEqual(passphraseStrength('dolphin'));
  });

  it('grows with every different word, in any script', () => {
    const words = ['гуруб', 'дарахт', 'китоб', 'офтоб', 'себ', 'боғ'];
    let before = -1;
    for (let i = 1; i <= words.length; i++) {
      const { bits } = passphraseStrength(words.slice(0, i).join(' '));
      expect(bits).toBeGreaterThan(before);
      before = bits;
    }
    expect(passphraseStrength(words.join(' ')).level).toBe('strong');
  });
});
