import {
  holdsReceipt,
  isLongPhrase,
  newReceiptWords,
  receiptOfPhrase,
  receiptOfWords,
  type Secret,
  wordsIn,
} from '@dayaq/sealing';
import { spaceHere } from './door.ts';
import { part } from './page.ts';
import { type Listed, wordList } from './word-lists.ts';
import { askFor, say, tell } from './words.ts';

const typed = (id: string): string => part<HTMLInputElement>(id).value;

/** The words of this page's visit; drawn once, so that whoever goes back to what they wrote keeps what they noted. */
let words: string[] = [];
/** Which of them is asked for, from 1. */
let asked = 1;
let isOwn = false;

function showKeeping(): void {
  part('listed').hidden = isOwn;
  part('own').hidden = !isOwn;
  tell('other', say(isOwn ? 'keep.listed' : 'keep.own'));
  tell('which', askFor(asked));
  tell('keep-problem', '');
}

/** Says it anew, in the page's language; the words that were drawn stay. */
export function sayKeeping(): void {
  if (words.length > 0) showKeeping();
}

/** Shows how somebody comes back. False where the network does not give the words that it takes. */
export async function beginKeeping(language: string): Promise<boolean> {
  if (words.length === 0) {
    const list = await wordList(language as Listed);
    if (list === null) return false;
    words = await newReceiptWords(list);
    asked = 1 + ((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % words.length);
    part('words').replaceChildren(
      ...words.map((word) => {
        const line = document.createElement('li');
        line.textContent = word;
        return line;
      }),
    );
  }
  showKeeping();
  return true;
}

/** What opens the answers, if it was kept; else why not. @param everything that is about to be sent */
export async function receipt(everything: string): Promise<Secret | string> {
  if (!isOwn) {
    const [given = ''] = wordsIn(typed('confirm'));
    const isRight = holdsReceipt(given, [words[asked - 1] ?? '']);
    if (!isRight) return say('keep.wrong');
    return holdsReceipt(everything, words) ? say('keep.inStory') : receiptOfWords(words);
  }
  const phrase = typed('phrase');
  if (!isLongPhrase(phrase)) return say('keep.phraseShort');
  if (phrase.trim() !== typed('again').trim()) return say('keep.wrongPhrase');
  return holdsReceipt(everything, wordsIn(phrase))
    ? say('keep.inStory')
    : receiptOfPhrase(phrase, spaceHere());
}

export function forgetKeeping(): void {
  words = [];
  part('words').replaceChildren();
  part<HTMLFormElement>('keep').reset();
}

/** The words, or a phrase of one's own. */
export function switchKeeping(): void {
  isOwn = !isOwn;
  showKeeping();
}
