import { SEPARATOR, SILENT, lowerAt, soundAt } from './fold-table.ts';
import { allVowels } from './open-vowels.ts';
import { Heard } from './sound.ts';
import { spellings } from './spellings.ts';

/** A text of no more words than this is likely a name or a heading: each of its words gets a name's spellings. */
const SHORT_TEXT = 3;
const LONGEST_COMPOUND = 32;

const heard = new Heard();

/**
 * The text as the full-text index keeps it: words that sound alike are spelt alike, in plain Latin letters, separated by
 * spaces. A capitalised word, and each word of a very short text, appears in the spellings that its sound takes in other
 * alphabets. Words with digits (references, dates) stay as they are, in lower case; hyphenated words appear joined too.
 */
export function foldForIndex(text: string): string {
  const source = composed(text);
  return fold(source, isShort(source));
}

/** The same for a part of a longer text: its own few words do not make it a name. */
export function foldPart(text: string): string {
  return fold(composed(text), false);
}

function fold(source: string, short: boolean): string {
  heard.clear();
  let at = 0;
  let chain = -1;
  let chainDigits = false;
  while ((at = nextWord(source, at)) < source.length) {
    const start = at;
    at = heard.hear(source, at, false);
    if (!heard.spoken) continue;
    if (!heard.digits && (short || isCapital(source, start)))
      for (const word of spellings(heard)) heard.add(word);
    else if (heard.schwa) addOpen();
    const goesOn =
      isHyphen(source.charCodeAt(at)) && at + 1 < source.length && soundAt(source, at + 1) !== SEPARATOR;
    if (chain >= 0) {
      chainDigits ||= heard.digits;
    } else if (goesOn) {
      chain = start;
      chainDigits = heard.digits;
    }
    if (chain >= 0 && !goesOn) {
      addCompound(source.slice(chain, at), chainDigits);
      chain = -1;
    }
  }
  return heard.text();
}

/**
 * The words of a query, each to be matched as the beginning of a word of the index (`"word"*`, all of them). Empty when
 * nothing that can be searched was typed.
 */
export function foldForQuery(text: string): string[] {
  const source = composed(text);
  const found = new Set<string>();
  let at = 0;
  while ((at = nextWord(source, at)) < source.length) {
    heard.clear();
    at = heard.hear(source, at, true);
    const word = heard.text();
    // ə is e or a, and whoever types it expects both: in such a word both are e, as in the index.
    if (word !== '') found.add(heard.schwa ? allVowels(word, 'e') : word);
  }
  return [...found];
}

/** й, ё and ӯ may come as a letter and a mark; all other marks are silent anyway. */
function composed(text: string): string {
  return /[\u0304\u0306\u0308]/.test(text) ? text.normalize('NFC') : text;
}

function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && soundAt(text, at) === SEPARATOR) at += 1;
  return at;
}

/** Whether a text has so few words that each may be a name. */
export function isShort(text: string): boolean {
  let words = 0;
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    const now = soundAt(text, at) !== SEPARATOR;
    if (now && !inside && ++words > SHORT_TEXT) return false;
    inside = now;
  }
  return true;
}

const isCapital = (text: string, at: number): boolean => lowerAt(text, at) !== text.charCodeAt(at);
const isHyphen = (code: number): boolean => code === 0x2d || code === 0x2010 || code === 0x2011;

/** An everyday word with ə, as a query that has ə looks for it. */
function addOpen(): void {
  const word = heard.word();
  const open = allVowels(word, 'e');
  if (open !== word) heard.add(open);
}

/** K7Q-2MX is also k7q2mx, and Nur-Sultan nursultan. */
function addCompound(text: string, digits: boolean): void {
  if (text.length > LONGEST_COMPOUND) return;
  const joined = text.replace(/[-\u2010\u2011]/g, '');
  if (digits)
    heard.add(
      [...joined]
        .map((_, at) => (soundAt(joined, at) === SILENT ? '' : String.fromCharCode(lowerAt(joined, at))))
        .join(''),
    );
  else heard.hear(joined, 0, false);
}
