import { type Randomness, systemRandomness, utf8 } from './bytes.ts';
import { NO_SALT, hkdf } from './derive.ts';
import { hashOf, labelBytes } from './hash.ts';
import { idBytes, type SpaceId } from './ids.ts';
import { Secret } from './secret.ts';

export const RECEIPT_WORDS = 12;
const RECEIPT_BYTES = 16;
/** Letters by which the words of a list differ, also without their marks. */
const TELLING = 4;
/** Characters and words that a phrase of one's own has at least, each different word counted once. */
export const PHRASE = { characters: 25, words: 5 } as const;

/** A word as it counts: its first letters, without marks and case, whatever the keyboard makes of an i. */
function telling(word: string): string {
  return [...word.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replaceAll('ı', 'i')]
    .slice(0, TELLING)
    .join('');
}

/** The words of a text, as people write them: any signs between them, lines that are counted. */
export function wordsIn(text: string): string[] {
  return text.normalize('NFC').match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
}

function pick(list: readonly string[], bytes: Uint8Array): string {
  // 48 bits over a few thousand: no word is likelier than another by more than 2^-36.
  let value = 0;
  for (const byte of bytes.subarray(0, 6)) value = value * 256 + byte;
  return list[value % list.length] as string;
}

async function lastWord(list: readonly string[], words: readonly string[]): Promise<string> {
  return pick(list, await hashOf('receipt-check', utf8(words.map(telling).join(' '))));
}

/**
 * Twelve words: eleven drawn from a list of at least 1626 (117 bits and more), and one that follows from them and shows a slip.
 * What they open follows from the words themselves, so that a list may grow.
 */
export async function newReceiptWords(
  list: readonly string[],
  random: Randomness = systemRandomness,
): Promise<string[]> {
  if (list.length < 1626) throw new Error('too few words');
  const drawn = Array.from({ length: RECEIPT_WORDS - 1 }, () => pick(list, random(6)));
  return [...drawn, await lastWord(list, drawn)];
}

export async function receiptOfWords(words: readonly string[]): Promise<Secret> {
  const text = utf8(words.map(telling).join(' '));
  return new Secret(await hkdf(text, NO_SALT, labelBytes('receipt-words'), RECEIPT_BYTES));
}

/** What can be seen of typed words without asking anybody: too few or many, one that no list has, or a slip somewhere. */
export type WordsRead =
  | { readonly is: 'words'; readonly words: readonly string[]; readonly fit: boolean }
  | { readonly is: 'wrong-count'; readonly count: number }
  | { readonly is: 'unknown-word'; readonly position: number }
  /** Nearly no word of it stands in a list, or it is much shorter or longer: no receipt with a slip, but something else. */
  | { readonly is: 'other' };

/** Words by which a receipt may be too short or too long and still be meant, and how many of ten are listed in it at least. */
const SLIP = { count: 3, listed: 8 } as const;

function isAlmostReceipt(typed: readonly string[], lists: readonly (readonly string[])[]): boolean {
  if (Math.abs(typed.length - RECEIPT_WORDS) > SLIP.count) return false;
  return lists.some((list) => {
    const known = new Set(list.map(telling));
    return typed.filter((word) => known.has(telling(word))).length * 10 >= typed.length * SLIP.listed;
  });
}

/** Reads twelve words of one of these lists. `fit` is false where they are all in one but do not belong together. */
export async function readReceiptWords(
  text: string,
  lists: readonly (readonly string[])[],
): Promise<WordsRead> {
  const typed = wordsIn(text);
  if (!isAlmostReceipt(typed, lists)) return { is: 'other' };
  if (typed.length !== RECEIPT_WORDS) return { is: 'wrong-count', count: typed.length };
  let furthest = 0;
  for (const list of lists) {
    const known = new Map(list.map((word) => [telling(word), word]));
    const strange = typed.findIndex((word) => !known.has(telling(word)));
    if (strange !== -1) {
      furthest = Math.max(furthest, strange);
      continue;
    }
    const last = await lastWord(list, typed.slice(0, -1));
    return { is: 'words', words: typed, fit: telling(last) === telling(typed.at(-1) ?? '') };
  }
  return { is: 'unknown-word', position: furthest + 1 };
}

/** Whether a text holds what opens the answers: then whoever reads the text could read and write in its sender's place. */
export function holdsReceipt(text: string, words: readonly string[]): boolean {
  const [found, sought] = [wordsIn(text).map(telling), words.map(telling)];
  const run = Math.min(4, sought.length);
  return sought.some((_, from) => {
    const part = sought.slice(from, from + run);
    return part.length === run && found.some((_, at) => part.every((word, i) => found[at + i] === word));
  });
}

/** A phrase as it counts: single spaces, no case, no marks of a keyboard. */
function canonicalPhrase(phrase: string): string {
  return phrase.normalize('NFKC').toLowerCase().replaceAll('i̇', 'i').replace(/\s+/gu, ' ').trim();
}

/** Whether a phrase of one's own is long and varied enough that nobody finds it by trying. */
export function isLongPhrase(phrase: string): boolean {
  const text = canonicalPhrase(phrase);
  return [...text].length >= PHRASE.characters && new Set(wordsIn(text)).size >= PHRASE.words;
}

/** 64 MiB and three passes of Argon2id: each guess costs whoever holds the whole database that. */
export async function receiptOfPhrase(phrase: string, space: SpaceId): Promise<Secret> {
  const salt = (await hashOf('receipt-phrase', idBytes(space))).slice(0, RECEIPT_BYTES);
  // Most come back by their words: whoever does not waits for it here.
  const { argon2id } = await import('./argon2.ts');
  const stretched = await argon2id(utf8(canonicalPhrase(phrase)), salt);
  return new Secret(await hkdf(stretched, NO_SALT, labelBytes('receipt-phrase'), RECEIPT_BYTES));
}
