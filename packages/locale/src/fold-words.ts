import { SEPARATOR, SILENT, lowerAt, soundAt } from './fold-table.ts';
import { type Sounded, soundOf } from './sound.ts';

/** A text of no more words than this is likely a name or a heading: each of its words gets a name's readings. */
const SHORT_TEXT = 3;
/** No word takes more places in the index than this. */
const MOST_READINGS = 12;
const LONGEST_COMPOUND = 32;

interface Word {
  start: number;
  end: number;
  digits: boolean;
  capital: boolean;
  schwa: boolean;
  /** Joined to the word before by a hyphen. */
  joined: boolean;
}

/**
 * The text as the full-text index keeps it: words that sound alike are spelt alike, in plain Latin letters, separated by
 * spaces. A capitalised word, and each word of a very short text, appears in every spelling that its sound may take in
 * another alphabet. Words with digits (references, dates) stay as they are, in lower case, without hyphens.
 */
export function foldForIndex(text: string): string {
  const source = composed(text);
  const words = wordsOf(source);
  const short = words.length <= SHORT_TEXT;
  let folded = '';
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    folded = `${folded}${at === 0 ? '' : ' '}${foldWord(source, word, short)}`;
    if (word.joined && words[at + 1]?.joined !== true) folded += compound(source, words, at);
  }
  return folded;
}

/**
 * The words of a query, each to be matched as the beginning of a word of the index (`"word"*`, all of them). Empty when
 * nothing that can be searched was typed.
 */
export function foldForQuery(text: string): string[] {
  const source = composed(text);
  const found = new Set<string>();
  for (const word of wordsOf(source)) {
    const folded = word.digits ? lowered(source, word.start, word.end) : queryWord(source, word);
    if (folded !== '') found.add(folded);
  }
  return [...found];
}

/** й and ё may come as a letter and a mark; all other marks are silent anyway. */
function composed(text: string): string {
  return text.includes('\u0306') || text.includes('\u0308') ? text.normalize('NFC') : text;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    while (at < text.length && soundAt(text, at) === SEPARATOR) at += 1;
    const start = at;
    let digits = false;
    let schwa = false;
    let heard = false;
    for (; at < text.length; at += 1) {
      const sound = soundAt(text, at);
      if (sound === SEPARATOR) break;
      if (sound !== SILENT) heard = true;
      if (sound >= 0x30 && sound <= 0x39) digits = true;
      else if (sound === E_SOUND && isSchwa(text.charCodeAt(at))) schwa = true;
    }
    if (!heard) continue;
    const first = text.charCodeAt(start);
    const before = words[words.length - 1];
    words.push({
      start,
      end: at,
      digits,
      schwa,
      capital: lowerAt(text, start) !== first,
      joined: before !== undefined && start - before.end === 1 && isHyphen(text.charCodeAt(start - 1)),
    });
  }
  return words;
}

const E_SOUND = 0x65;
const isSchwa = (code: number): boolean => code === 0x259 || code === 0x18f || code === 0x4d9 || code === 0x4d8;
const isHyphen = (code: number): boolean => code === 0x2d || code === 0x2010 || code === 0x2011;

function lowered(text: string, start: number, end: number): string {
  let lower = '';
  for (let at = start; at < end; at += 1)
    if (soundAt(text, at) !== SILENT) lower += String.fromCharCode(lowerAt(text, at));
  return lower;
}

/** ə is e or a, and whoever types it expects both: in such a word both are e, as in the index. */
function queryWord(text: string, word: Word): string {
  const heard = soundOf(text, word.start, word.end, 0, true).text;
  return word.schwa ? allAsE(heard) : heard;
}

function foldWord(text: string, word: Word, short: boolean): string {
  if (word.digits) return lowered(text, word.start, word.end);
  const heard = soundOf(text, word.start, word.end, 0, false);
  if (word.capital || short) return readingsOf(text, word, heard).join(' ');
  const open = word.schwa ? allAsE(heard.text) : heard.text;
  return open === heard.text ? heard.text : `${heard.text} ${open}`;
}

/** All spellings under which a name may be sought. */
function readingsOf(text: string, word: Word, first: Sounded): string[] {
  const found = new Set([first.text]);
  const add = (reading: string): void => {
    if (found.size < MOST_READINGS) found.add(reading);
  };
  for (const readings of readingChoices(first)) {
    const heard = readings === 0 ? first.text : soundOf(text, word.start, word.end, readings, false).text;
    add(heard);
    if (word.schwa) add(allAsE(heard));
    else for (const reading of vowelReadings(heard)) add(reading);
  }
  return [...found];
}

/** Up to three doubtful letters: every combination. More: those that transliterators really produce. */
function readingChoices({ doubtful, schwas }: Sounded): number[] {
  const all = (1 << doubtful) - 1;
  if (doubtful <= 3) return Array.from({ length: all + 1 }, (_, readings) => readings);
  const firstSchwa = schwas & -schwas;
  return [0, schwas, firstSchwa, all, all & ~schwas, (all & ~schwas) | firstSchwa];
}

/** Without ə in sight, an a or e may still be one: Фархад is Fərhad. */
function vowelReadings(heard: string): string[] {
  const places = [...heard.matchAll(/[ae]/g)].map((match) => match.index);
  if (places.length === 0) return [];
  if (places.length === 1) return [allAsE(heard), heard.replace('e', 'a')];
  const [first = 0, second = 0] = places;
  const swapped = (at: number): string =>
    `${heard.slice(0, at)}${heard[at] === 'a' ? 'e' : 'a'}${heard.slice(at + 1)}`;
  if (places.length === 2) return [swapped(first), swapped(second), allAsE(heard), heard.replaceAll('e', 'a')];
  return [allAsE(heard), heard.replaceAll('e', 'a'), swapped(first)];
}

function allAsE(heard: string): string {
  return heard.includes('a') ? heard.replaceAll('a', 'e').replaceAll('ee', 'e') : heard;
}

/** K7Q-2MX is also k7q2mx, and Nur-Sultan nursultan. */
function compound(text: string, words: readonly Word[], last: number): string {
  let first = last;
  while (words[first]?.joined === true) first -= 1;
  const { start } = words[first] as Word;
  const { end } = words[last] as Word;
  if (end - start > LONGEST_COMPOUND) return '';
  const parts = words.slice(first, last + 1);
  if (!parts.some((part) => part.digits))
    return ` ${soundOf(parts.map((part) => text.slice(part.start, part.end)).join(''), 0, end - start, 0, false).text}`;
  return ` ${parts.map((part) => lowered(text, part.start, part.end)).join('')}`;
}
