import { EVERYDAY, isForeign, lookOf, mayEndIn, visible } from './name-doubt.ts';

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

/** Letters and digits by their sound, one space between words and around them; empty of what has none. */
export function soundOf(words: string): string {
  let sound = visible(words)
    .normalize('NFC')
    .replace(/[İIı]/gu, 'i')
    .toLowerCase()
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
  const words = wordsOf([written]);
  const looks = new Set(looksOf([written]));
  return {
    means: (names) =>
      keys.size > 0 &&
      // A name too short to be looked for inside a sentence still counts where it stands alone.
      (names.some((name) => keys.has(nameKey(name))) ||
        soundsOf(names).some((name) => sounds.some((piece) => piece.includes(name) || name.includes(piece)))),
    mayMean: (names) =>
      keys.size > 0 &&
      // What cannot be compared is in doubt.
      (isForeign(written) ||
        names.some(isForeign) ||
        looksOf(names).some((look) => looks.has(look)) ||
        wordsOf(names).some((name) => words.some((word) => mayBeOne(word, name)))),
  };
}

const isLong = (sound: string): boolean => sound.trim().length >= NAME_LENGTH;

const wordsOf = kept((words: string): string[] =>
  visible(words)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => [...word].length > 1)
    .map((word) => soundOf(word).trim())
    .filter((sound) => sound !== '' && !everyday().has(sound)),
);

/** What a word looks like says something where it is no short one. */
const looksOf = kept((words: string): string[] =>
  lookOf(words)
    .split(' ')
    .filter((look) => look.length > 2),
);

let sounds: ReadonlySet<string> | null = null;
function everyday(): ReadonlySet<string> {
  sounds ??= new Set(EVERYDAY.split(' ').map((word) => soundOf(word).trim()));
  return sounds;
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

/** Recipients of many decisions, each asked about in one step however many there are. */
export class Recipients {
  readonly #ids = new Set<string>();
  /** Names, and how they sound: of all, and of those that have nothing but their name. */
  readonly #all = { names: new Set<string>(), sounds: new Set<string>() };
  readonly #typed = { names: new Set<string>(), sounds: new Set<string>() };

  constructor(some: readonly Named[] = []) {
    for (const one of some) this.add(one);
  }

  add({ id, name }: Named): void {
    if (id !== '') this.#ids.add(id);
    const [key, sound] = [nameKey(name), soundOf(name)];
    for (const { names, sounds } of id === '' ? [this.#all, this.#typed] : [this.#all]) {
      names.add(key);
      if (sound !== '') sounds.add(sound);
    }
  }

  surelyHas({ id, name }: Named): boolean {
    const key = nameKey(name);
    if (id !== '' && this.#ids.has(id)) return true;
    return key !== '' && (id === '' ? this.#all : this.#typed).names.has(key);
  }

  mayHave({ id, name }: Named): boolean {
    if (id !== '' && this.#ids.has(id)) return true;
    const { names, sounds } = id === '' ? this.#all : this.#typed;
    return names.has(nameKey(name)) || sounds.has(soundOf(name));
  }
}
