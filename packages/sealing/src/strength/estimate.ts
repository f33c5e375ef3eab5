/**
 * How many guesses a passphrase takes. Loaded only where one is chosen: the lists weigh more than the rest of sealing.
 * Matching and counting single words is zxcvbn's (Wheeler, USENIX Security 2016). How words add up is ours, since zxcvbn
 * counts spaces and each further word far too high for passphrases.
 */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { canonicalPassphrase } from '../canonical-passphrase.ts';
import { asCyrillic, asQwerty, plain, sounded } from './fold.ts';
import { GUESSED_FIRST } from './guessed-first.ts';

/** Longer texts are judged by their beginning, so that no input takes long: 10 000 letters cost what 200 do. */
const LONGEST = 200;
const MOST_WORDS = 24;
const LONGEST_WORD = 24;

/** A word of letters is in some dictionary: at most these bits, however it is spelled. */
const DICTIONARY_BITS = 16;
const LONG_WORD_BITS = 24;
const LONG_WORD = 13;
/** Bits a letter of a word that stands in no list: words are not random letters. */
const LETTER_BITS = 2.5;
/** Even the commonest word among others has to be chosen and put in its place. */
const LEAST_BITS = 2;

function spellings(words: readonly string[]): string[] {
  return [...new Set(words.flatMap((word) => [plain(word), sounded(word)]))].filter(
    (word) => word.length > 1,
  );
}

const estimator = new ZxcvbnFactory({
  dictionary: {
    passwords: dictionary['passwords-common'],
    ...Object.fromEntries(Object.entries(GUESSED_FIRST).map(([name, words]) => [name, spellings(words)])),
  },
  graphs: adjacencyGraphs,
  l33tMaxSubstitutions: 12,
  maxLength: LONGEST_WORD * 2,
});

/** Bits a character where nothing was recognised; zxcvbn counts ten guesses for any, too few for signs among digits. */
function characterBits(text: string): number {
  const kinds = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(text)).length;
  return kinds < 2 ? Math.log2(10) : 3.3 + kinds * 0.7;
}

/** The parts that zxcvbn sees, each by itself: their order and number are the phrase's, and cost a guesser little. */
function guessedBits(text: string): number {
  const { sequence } = estimator.check(text);
  const perCharacter = characterBits(text);
  return sequence.reduce(
    (sum, { pattern, token, guesses }) =>
      sum +
      (pattern === 'bruteforce' ? [...token].length * perCharacter : Math.log2(Math.max(Number(guesses), 1))),
    0,
  );
}

function leastBits(text: string): number {
  const latin = plain(text);
  const ways = new Set([latin, sounded(text), asQwerty(text), plain(asCyrillic(text))]);
  return Math.min(...[...ways].filter((way) => way !== '').map(guessedBits));
}

function wordBits(word: string): number {
  const letters = [...word].length;
  const counted = leastBits(word);
  if (!/^\p{L}+$/u.test(word)) return Math.max(counted, LEAST_BITS);
  const bound = Math.min(letters * LETTER_BITS, letters < LONG_WORD ? DICTIONARY_BITS : LONG_WORD_BITS);
  return Math.max(Math.min(counted, bound), LEAST_BITS);
}

/** Pieces of at most `LONGEST_WORD` characters between spaces and marks. */
function wordsOf(text: string): string[] {
  const pieces = text
    .split(/[\s\-_.,;:!?'"/\\|+*=()[\]{}<>]+/u)
    .flatMap((word) => word.match(new RegExp(`.{1,${LONGEST_WORD}}`, 'gsu')) ?? []);
  return [...new Set(pieces)];
}

/** Bits (the logarithm of the guesses) that somebody needs who knows our languages and how people choose. */
export function estimateBits(passphrase: string): number {
  const text = canonicalPassphrase(passphrase.slice(0, 4 * LONGEST)).slice(0, LONGEST);
  const words = wordsOf(text);
  const apart = words.slice(0, MOST_WORDS).reduce((sum, word) => sum + wordBits(word), 0);
  // Letters set apart by spaces are still a word, and a known sentence is one guess.
  const joined = words.join('');
  if (joined === '' || joined.length > LONGEST_WORD * 2) return apart;
  return Math.min(apart, leastBits(joined) + words.length);
}
