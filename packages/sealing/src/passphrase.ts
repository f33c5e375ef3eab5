import { wordlist } from '@scure/bip39/wordlists/english.js';
import { type Randomness, systemRandomness } from './bytes.ts';

const GENERATED_WORDS = 6;
const BITS_PER_WORD = 11;

/** Six words of a list of 2048, so 66 bits. */
export function generatePassphrase(random: Randomness = systemRandomness): string {
  const bytes = random(GENERATED_WORDS * 2);
  const words: string[] = [];
  for (let i = 0; i < GENERATED_WORDS; i++) {
    const index = (((bytes[2 * i] as number) << 8) | (bytes[2 * i + 1] as number)) & 2047;
    words.push(wordlist[index] as string);
  }
  return words.join(' ');
}

export interface PassphraseStrength {
  /** A cautious guess at the bits that someone who guesses well has to try. */
  readonly bits: number;
  readonly level: 'weak' | 'fair' | 'strong';
}

/** What everyone tries first, in the keyboards and languages of our users too. */
const COMMON = new Set(
  `password passphrase parol şifrə sifre пароль рамз qwerty qwertz йцукен admin letmein iloveyou salam привет
  салом azerbaijan azərbaycan tajikistan тоҷикистон таджикистан азербайджан baku bakı душанбе dayaq asdfgh`.split(
    /\s+/,
  ),
);
const LISTED = new Set(wordlist);

/** How many neighbours in a text continue a run such as "aaaa", "abcd" or "4321". */
function runs(text: string): number {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  let count = 0;
  for (let i = 2; i < codes.length; i++) {
    const step = (codes[i] as number) - (codes[i - 1] as number);
    if (Math.abs(step) <= 1 && step === (codes[i - 1] as number) - (codes[i - 2] as number)) count++;
  }
  return count;
}

/** Bits of one word: at most those of a large dictionary if it looks like a word, of its letters otherwise. */
function wordBits(word: string): number {
  if (LISTED.has(word)) return BITS_PER_WORD;
  if (COMMON.has(word)) return 3;
  const length = [...word].length - runs(word);
  if (/^\p{L}+$/u.test(word)) return Math.min(length * 2.5, length <= 12 ? 16 : 24);
  if (/^\p{N}+$/u.test(word)) return length <= 4 ? length * 2 : length * 2.5;
  return length * 4;
}

/** A cautious estimate, to advise with: weak under 40 bits, strong from 60. */
export function passphraseStrength(text: string): PassphraseStrength {
  const words = new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[\s\-_.,;:]+/u)
      .filter((word) => word !== ''),
  );
  let bits = 0;
  for (const word of words) bits += wordBits(word);
  bits = Math.round(bits);
  return { bits, level: bits < 40 ? 'weak' : bits < 60 ? 'fair' : 'strong' };
}
