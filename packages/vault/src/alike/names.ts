import type { NameAlike } from '@dayaq/domain';
import { foldForIndex, looksLike } from '@dayaq/locale/fold';

/** Names as they are compared: by their words, in whatever alphabet and order they were written. */

/** One word of a name. */
export interface NameWord {
  /** The spellings that its sound takes, the plainest first. */
  readonly spellings: readonly string[];
  /** Its consonants, those that alphabets confuse as one: the same for every spelling. */
  readonly bones: string;
}

const MOST_WORDS = 4;
/** A slip of one letter in a shorter word makes another name of it. */
const SHORTEST_SLIP = 5;
const MANY_BONES = 3;
const KEPT = 20_000;

const known = new Map<string, readonly NameWord[]>();

/** The words of a name that say something: initials and signs do not. */
export function wordsOfName(name: string): readonly NameWord[] {
  let words = known.get(name);
  if (words === undefined) {
    words = name
      .split(/[^\p{L}\p{M}\p{N}'\u2018\u2019ʻʼ]+/u)
      .filter((word) => [...word].length > 1)
      .slice(0, MOST_WORDS)
      .map(heard);
    if (known.size >= KEPT) known.clear();
    known.set(name, words);
  }
  return words;
}

function heard(word: string): NameWord {
  const found = new Set(foldForIndex(word).split(' '));
  // Letters of two alphabets in one word: it was meant as it looks.
  if (/\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word))
    for (const spelling of foldForIndex(looksLike(word)).split(' ')) found.add(spelling);
  const spellings = [...found].filter(Boolean);
  return { spellings, bones: bonesOf(spellings[0] ?? word.toLowerCase()) };
}

/** @param spelling as the index has it: plain Latin letters */
function bonesOf(spelling: string): string {
  const bones = spelling
    .replace(/[aeiouy]/g, '')
    .replace(/[ghkq]/g, 'k')
    .replace(/[cj]/g, 'c')
    .replace(/(.)\1+/g, '$1');
  return bones === '' ? spelling.slice(0, 1) : bones;
}

const isSame = (a: NameWord, b: NameWord): boolean =>
  a.spellings.some((spelling) => b.spellings.includes(spelling));

const isClose = (a: NameWord, b: NameWord): boolean => {
  // Касумов beside Qasımov: as alphabets go, only the vowels are another's.
  if (a.bones.length >= MANY_BONES && a.bones === b.bones) return true;
  const [one = '', other = ''] = [a.spellings[0], b.spellings[0]];
  return Math.min(one.length, other.length) >= SHORTEST_SLIP && isOneSlip(one, other);
};

/** Whether one letter more, less or other makes one of the other. */
function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
  return rest === long.slice(at + 1);
}

/** How far two names are one; the order of their words says nothing. */
export function nameAlike(a: string, b: string): NameAlike {
  const [few, many] = [wordsOfName(a), wordsOfName(b)].sort((one, other) => one.length - other.length) as [
    readonly NameWord[],
    readonly NameWord[],
  ];
  if (few.length === 0) return 'unknown';
  const left = [...many];
  const take = (word: NameWord, meets: typeof isSame): boolean => {
    const at = left.findIndex((each) => meets(word, each));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const unmet = few.filter((word) => !take(word, isSame));
  const same = few.length - unmet.length;
  const isWhole = few.length > 1;
  if (unmet.length === 0) return isWhole ? 'full' : many.length === 1 ? 'same' : 'part';
  const far = unmet.filter((word) => !take(word, isClose));
  if (isWhole && same > 0 && far.length === 0) return 'close';
  return same > 0 ? 'part' : 'other';
}
