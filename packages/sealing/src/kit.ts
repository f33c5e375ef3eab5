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

/**
 * Reads 12 words as people type them: any case, commas, numbers, line breaks, four-letter beginnings.
 * Errors: `wrong-word-count`; `unknown-word` with its `position`; `wrong-words` when each word is in the list
 * but they do not belong together. One word replaced by another of the list is noticed in 15 cases of 16;
 * the sixteenth gives another secret, which opens nothing.
 */
export function readSecretWords(words: string | readonly string[]): Result<Secret> {
  const text = typeof words === 'string' ? words : words.join(' ');
  const typed = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  if (typed.length !== WORDS) return fail('wrong-word-count', `${typed.length} words instead of ${WORDS}`);
  const read: string[] = [];
  for (const [position, word] of typed.entries()) {
    const known = KNOWN.has(word) ? word : word.length === 4 ? BY_PREFIX.get(word) : undefined;
    if (known === undefined) return fail('unknown-word', 'a word that is not in the list', position);
    read.push(known);
  }
  try {
    return ok(new Secret(mnemonicToEntropy(read.join(' '), wordlist)));
  } catch {
    return fail('wrong-words', 'the words do not belong together');
  }
}

/** The device secret as the 12 words of the kit. */
export function kitWords(deviceSecret: Secret): string[] {
  return secretWords(deviceSecret);
}

/** The device secret from the words of the kit; forgiving as `readSecretWords`, with its errors. */
export function readKit(words: string | readonly string[]): Result<Secret> {
  return readSecretWords(words);
}
