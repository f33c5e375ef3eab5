import { EVERYDAY, isForeign, lookOf, mayEndIn, visible } from './name-doubt.ts';
import { acronymsIn, initialsIn, ShortNames } from './short-names.ts';

/**
 * A name as it is compared, where whoever types it again means the same recipient: not its capitals, the space around it, nor
 * which of the four letters i of our alphabets it has. Empty of what is no text.
 */
export const nameKey = (name: unknown): string =>
  typeof name === 'string' ? visible(name).normalize('NFC').trim().replace(/[İIı]/gu, 'i').toLowerCase() : '';

/** Letters of our Cyrillic alphabets by how they sound, as far as it is told apart here: a sound, then who writes it. */
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  'a:аеэяә b:б v:в g:гхғҝқҳһ d:д c:жчҹҷ z:з i:иы k:к l:л m:м n:н o:оө p:п r:р s:сцшщ t:т u:уюү f:ф'
    .split(' ')
    .flatMap((line) => [...line.slice(2)].map((letter) => [letter, line.slice(0, 1)])),
);

/** What a sound is written with in one alphabet or another, longest first; a mark has been taken off by then. */
const SPELT: readonly (readonly [RegExp, string])[] = [
  [/dzh|zh|dj|дж|ch|j/gu, 'c'],
  [/sch|sh|ts/gu, 's'],
  [/kh|gh|[qhx]/gu, 'g'],
  [/[əe]/gu, 'a'],
  [/w/gu, 'v'],
  [/[yьъ]/gu, ''],
  [/ij(?= |$)/gu, 'i'],
];

/** Signs of the one alphabet that look like signs of the other, and what they stand for there. */
const LOOKS: readonly (readonly [latin: string, cyrillic: string])[] =
  'aа bв cс eе hн iі kк mм oо pр tт xх yу'
    .split(' ')
    .map(([latin = '', cyrillic = '']) => [latin, cyrillic] as const);
const LOOKS_CYRILLIC = new Map(LOOKS);
const LOOKS_LATIN = new Map(LOOKS.map(([latin, cyrillic]) => [cyrillic, latin] as const));

/** A word in which two alphabets stand, as it looks: a sign of the other was typed by mistake, or to hide it. In small letters. */
function asItLooks(word: string): string {
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (cyrillic === 0 || latin === 0) return word;
  const looks = cyrillic >= latin ? LOOKS_CYRILLIC : LOOKS_LATIN;
  return [...word].map((letter) => looks.get(letter) ?? letter).join('');
}

/** Letters and digits by their sound, one space between words and around them; empty of what has none. */
export function soundOf(words: string): string {
  let sound = visible(words)
    .normalize('NFC')
    .replace(/[İIı]/gu, 'i')
    .toLowerCase()
    .replace(/\p{L}+/gu, asItLooks)
    // Said as the sign before a vowel is, and so in names that other alphabets write without it.
    .replace(/й/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  for (const [spelling, one] of SPELT) sound = sound.replace(spelling, one);
  sound = sound
    .replace(/\p{Script=Cyrillic}/gu, (letter) => CYRILLIC[letter] ?? '')
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return sound === '' ? '' : ` ${sound} `;
}

/** Shorter words ("Aid") would be found in any sentence. Letters. */
const NAME_LENGTH = 4;

/** Consonants are what transliterations agree on; k and g they do not. */
const bones = (word: string): string => word.replace(/[aiou]/gu, '').replace(/k/gu, 'g');

/**
 * Whether two words by their sound may be one: an ending apart, or written by another habit of vowels.
 * @param a as somebody wrote it in a sentence
 */
function mayBeOne(a: string, b: string): boolean {
  if (a === b || mayEndIn(a, b)) return true;
  const stem = Math.max(NAME_LENGTH, Math.min(a.length, b.length) - 2);
  if (Math.min(a.length, b.length) >= NAME_LENGTH && a.slice(0, stem) === b.slice(0, stem)) return true;
  return bones(a).length >= NAME_LENGTH && bones(a) === bones(b);
}

/** Words in which an initial stands for a name; in a sentence a single letter is none. */
const MOST_WITH_INITIALS = 3;

/**
 * Whether two names of several words are one person's, whichever word stands first: one word of them surely, as letters go in
 * four alphabets, and every other of the shorter one perhaps, or by its initial.
 */
function areOne(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (few.length < 2) return false;
  const left = [...many];
  let sure = 0;
  for (const word of [...few].sort((one, other) => other.length - one.length)) {
    const at = left.findIndex((other) =>
      word.length === 1 || other.length === 1
        ? many.length <= MOST_WITH_INITIALS && word.slice(0, 1) === other.slice(0, 1)
        : word === other || mayBeOne(word, other) || (bones(word).length > 1 && bones(word) === bones(other)),
    );
    if (at < 0) return false;
    const [other = ''] = left.splice(at, 1);
    if (
      word.length >= NAME_LENGTH &&
      (word === other || (bones(word).length > 2 && bones(word) === bones(other)))
    )
      sure += 1;
  }
  return sure > 0;
}

/** Which names somebody's words mean. */
export interface Said {
  /** Surely, in whatever alphabet. */
  means: (names: readonly string[]) => boolean;
  /** Perhaps not: somebody has to ask. */
  mayMean: (names: readonly string[]) => boolean;
}

/** Reads what somebody wrote, one name or sentence a piece; the answers say of one recipient's names whether it is meant. */
export function saidIn(written: string): Said {
  const pieces = written.split(/[\n;,]/);
  const keys = new Set(pieces.map(nameKey).filter((key) => key !== ''));
  const sounds = pieces.map(soundOf).filter(isLong);
  const said = sounds.map((sound) => sound.trim().split(' '));
  const words = wordsOf([written]);
  const looks = new Set(looksOf([written]));
  const shortened = once(() => new Set(words.flatMap((word) => shortNames().mayStandFor(word))));
  const acronyms = new Set(acronymsOf([written]));
  const initials = once(() => new Set(pieces.flatMap((piece) => initialsIn(piece, soundOf))));
  return {
    means: (names) =>
      keys.size > 0 &&
      // A name too short to be looked for inside a sentence still counts where it stands alone.
      (names.some((name) => keys.has(nameKey(name))) ||
        soundsOf(names).some(
          (name) =>
            sounds.some((piece) => piece.includes(name) || name.includes(piece)) ||
            said.some((piece) => areOne(piece, name.trim().split(' '))),
        )),
    mayMean: (names) =>
      keys.size > 0 &&
      // What cannot be compared is in doubt.
      (isForeign(written) ||
        names.some(isForeign) ||
        looksOf(names).some((look) => looks.has(look)) ||
        fullNamesOf(names).some((full) => shortened().has(full)) ||
        (acronyms.size > 0 && initialsOf(names).some((each) => acronyms.has(each))) ||
        acronymsOf(names).some((each) => initials().has(each)) ||
        wordsOf(names).some((name) => words.some((word) => mayBeOne(word, name)))),
  };
}

const isLong = (sound: string): boolean => sound.trim().length >= NAME_LENGTH;

const wordsOf = kept((words: string): string[] =>
  visible(words)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => [...word].length > 1)
    .map((word) => soundOf(word).trim())
    .filter((sound) => sound !== '' && !everyday().sounds.has(sound)),
);

/** What a word looks like says something where it is no short one. */
const looksOf = kept((words: string): string[] =>
  lookOf(words)
    .split(' ')
    .filter((look) => look.length > 2 && !everyday().looks.has(look)),
);

interface Everyday {
  readonly sounds: ReadonlySet<string>;
  readonly looks: ReadonlySet<string>;
}
let ofAnySentence: Everyday | null = null;
/** Words of any sentence, by how they sound and look. */
function everyday(): Everyday {
  const all = EVERYDAY.split(' ');
  ofAnySentence ??= {
    sounds: new Set(all.map((word) => soundOf(word).trim())),
    looks: new Set(all.map(lookOf)),
  };
  return ofAnySentence;
}

/** Spelling names by their sound takes longer than comparing them, and a directory's names stay the same. */
function kept(of: (name: string) => string[]): (names: readonly string[]) => readonly string[] {
  const known = new WeakMap<readonly string[], readonly string[]>();
  return (names) => {
    let all = known.get(names);
    if (all === undefined) {
      all = [...new Set(names.flatMap(of))];
      known.set(names, all);
    }
    return all;
  };
}

let shortNamesByOurSound: ShortNames | null = null;
const shortNames = (): ShortNames => (shortNamesByOurSound ??= new ShortNames(soundOf));

/** What the words of names may be short for. */
const fullNamesOf = kept((name) => wordsOf([name]).flatMap((word) => [...shortNames().standsFor(word)]));
const acronymsOf = kept((name) => acronymsIn(name, soundOf));
const initialsOf = kept((name) => initialsIn(name, soundOf));

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const soundsOf = kept((name) => [soundOf(name)].filter(isLong));

/** Whom a decision is about: an id where somebody was chosen, else a name as it was typed. */
export interface Named {
  id: string;
  name: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Whom a `consent` record is about. */
export const recipientOf = ({ fields }: { fields: Readonly<Record<string, unknown>> }): Named => ({
  id: textOf(fields.recipientId),
  name: textOf(fields.recipient),
});

/** Whether two surely mean one recipient: by id where both have one, else by the name. */
export const surelySame = (a: Named, b: Named): boolean => new Recipients([a]).surelyHas(b);

/** Whether two may mean one recipient, also in another alphabet: what a "no" is taken by. */
export const perhapsSame = (a: Named, b: Named): boolean => new Recipients([a]).mayHave(b);

/** Recipients of many decisions. */
export class Recipients {
  readonly #ids = new Set<string>();
  /** Names, and how they sound: of all, and of those that have nothing but their name. */
  readonly #all = new Names();
  readonly #typed = new Names();

  constructor(some: readonly Named[] = []) {
    for (const one of some) this.add(one);
  }

  add({ id, name }: Named): void {
    if (id !== '') this.#ids.add(id);
    for (const names of id === '' ? [this.#all, this.#typed] : [this.#all]) names.add(name);
  }

  surelyHas({ id, name }: Named): boolean {
    const key = nameKey(name);
    if (id !== '' && this.#ids.has(id)) return true;
    return key !== '' && (id === '' ? this.#all : this.#typed).has(key);
  }

  mayHave({ id, name }: Named): boolean {
    if (id !== '' && this.#ids.has(id)) return true;
    return (id === '' ? this.#all : this.#typed).mayMean(name);
  }
}

/** Words of a name that are looked for inside others; of a longer one the first. */
const MOST_WORDS = 12;

/** All that stands inside a name by its sound, word after word, as far as it is long enough to be looked for; itself first. */
function runsOf(name: string): string[] {
  const words = soundOf(name).trim().split(' ').slice(0, MOST_WORDS);
  return words
    .flatMap((_, from) => words.slice(from).map((__, i) => words.slice(from, words.length - i).join('')))
    .filter((run) => run.length >= NAME_LENGTH);
}

/** Names of recipients, each asked about in one step however many there are. */
class Names {
  readonly #keys = new Set<string>();
  /** How they sound, without the space between words: whole, and whatever stands inside. */
  readonly #whole = new Set<string>();
  readonly #inside = new Set<string>();

  add(name: string): void {
    this.#keys.add(nameKey(name));
    this.#whole.add(soundOf(name).replaceAll(' ', ''));
    for (const run of runsOf(name)) this.#inside.add(run);
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  /** Whether one of them may be meant: in another alphabet, or by a part of the name ("Sunrise", "Sunrise shelter"). */
  mayMean(name: string): boolean {
    if (this.#keys.has(nameKey(name))) return true;
    const whole = soundOf(name).replaceAll(' ', '');
    if (whole === '') return false;
    return (
      this.#whole.has(whole) ||
      (whole.length >= NAME_LENGTH && this.#inside.has(whole)) ||
      runsOf(name).some((run) => this.#whole.has(run))
    );
  }
}
