import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { fail, ok, type Result } from './result.ts';
import { Secret } from './secret.ts';

const WORDS = 12;

/** BIP-39's English words differ in their first four letters, so these are enough to type. */
const BY_PREFIX = new Map(wordlist.map((word) => [word.slice(0, 4), word]));
const KNOWN = new Set(wordlist);

/** 128 bits as 12 words of the BIP-39 English list, four of whose bits are a checksum. */
export function secretWords(secret: Secret): string[] {
  if (secret.length !== 16) throw new Error('12 words hold 16 bytes');
  return entropyToMnemonic(secret.expose(), wordlist).split(' ');
}

/** A word or a number as it was typed. Turkish keyboards have İ and ı; neither is another letter of an English word. */
function typedTokens(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replaceAll('ı', 'i')
      .match(/\p{L}+|\p{N}+/gu) ?? []
  );
}

const isNumber = (token: string): boolean => /^\p{N}/u.test(token);

/** The word that a token stands for: itself, its first four letters, or its number (1 to 2048). */
function listed(token: string): string | undefined {
  if (/^[0-9]{1,4}$/.test(token)) return wordlist[Number(token) - 1];
  return KNOWN.has(token) ? token : token.length === 4 ? BY_PREFIX.get(token) : undefined;
}

/** Which tokens are meant: beside twelve words, numbers only count the lines; and so do those beside twelve numbers. */
function meant(tokens: readonly string[]): readonly string[] {
  const words = tokens.filter((token) => !isNumber(token));
  if (words.length === WORDS) return words;
  const counts =
    tokens.length === 2 * WORDS && tokens.every((token, i) => i % 2 === 1 || Number(token) === i / 2 + 1);
  return counts ? tokens.filter((_, i) => i % 2 === 1) : tokens;
}

/**
 * Reads 12 words, or their numbers in the list, as people type them: any case and any i, commas, line breaks, lines
 * that are counted, four-letter beginnings, a number where a word cannot be read.
 * Errors: `wrong-word-count`; `unknown-word` with its `position`; `wrong-words` when each word is in the list
 * but they do not belong together. One word replaced by another of the list is noticed in 15 cases of 16;
 * the sixteenth gives another secret, which opens nothing.
 */
export function readSecretWords(words: string | readonly string[]): Result<Secret> {
  const tokens = meant(typedTokens(typeof words === 'string' ? words : words.join(' ')));
  if (tokens.length !== WORDS) return fail('wrong-word-count', `${tokens.length} words instead of ${WORDS}`);
  const read: string[] = [];
  for (const [position, token] of tokens.entries()) {
    const known = listed(token);
    if (known === undefined) return fail('unknown-word', 'a word that is not in the list', position);
    read.push(known);
  }
  try {
    return ok(new Secret(mnemonicToEntropy(read.join(' '), wordlist)));
  } catch {
    return fail('wrong-words', 'the words do not belong together');
  }
}

/** Whether one letter put in, left out, changed, or two exchanged make `b` of `a`. */
function isOneSlip(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const restA = a.slice(from);
  const restB = b.slice(from);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

const MOST_NEAR = 3;

/** Words of the list that the word at `position` of what was typed may have been; none when nothing is near. */
export function nearKitWords(words: string, position: number): string[] {
  const token = meant(typedTokens(words))[position] ?? '';
  if (token.length < 3 || isNumber(token)) return [];
  const slips = wordlist.filter((word) => isOneSlip(token, word));
  const alike = wordlist.filter((word) => word.startsWith(token.slice(0, 3)) && !slips.includes(word));
  return [...slips, ...alike].slice(0, MOST_NEAR);
}

/** The numbers of a kit's words in the BIP-39 list, from 1 to 2048: the same kit for any keyboard. */
export function kitNumbers(words: readonly string[]): number[] {
  return words.map((word) => wordlist.indexOf(word) + 1);
}

/** The device secret as the 12 words of the kit. */
export function kitWords(deviceSecret: Secret): string[] {
  return secretWords(deviceSecret);
}

/** The device secret from the words of the kit; forgiving as `readSecretWords`, with its errors. */
export function readKit(words: string | readonly string[]): Result<Secret> {
  return readSecretWords(words);
}
