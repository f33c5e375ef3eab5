import { soundOf } from '@dayaq/domain';

/** What stands for words that could tell who wrote them. */
export const MASK = '▮▮▮';

/** Letters of a word that is looked for elsewhere; shorter ones stand in any sentence. */
const LEAST = 3;
/** Letters by which two longer words are taken for one: endings differ, in four languages. */
const STEM = 4;

/** Addresses, names in networks, and what leads to a page. */
const ADDRESSES = [
  /\S+@\S+/gu,
  /(?<![\p{L}\p{N}])@[\w.]{2,}/gu,
  /(?:https?:\/\/|www\.|t\.me\/|wa\.me\/)\S+/giu,
];
/** Seven digits and more, with what people put between them. */
const NUMBERS = /\+?\d(?:[ \t().\-–/]{0,3}\d){6,}/gu;

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
const heard = (word: string): string => soundOf(word).trim();

function mayBeOne(said: string, name: string): boolean {
  if (said === name) return true;
  const stem = Math.max(STEM, name.length - 2);
  return name.length >= STEM ? said.slice(0, stem) === name.slice(0, stem) : said.startsWith(name);
}

/**
 * A text without whatever could tell who wrote it, as far as a program can see: addresses, telephone numbers, and the words of those
 * answers in which they name themselves, whichever alphabet and ending they stand in. In doubt a word too many is masked.
 * @param told what they answered where they were asked for a name, or how to reach them
 */
export function masked(text: string, told: readonly string[]): string {
  const names = told
    .flatMap(wordsOf)
    .map(heard)
    .filter((word) => word.length >= LEAST);
  let shown = text;
  for (const pattern of [...ADDRESSES, NUMBERS]) shown = shown.replace(pattern, MASK);
  return shown.replace(/[\p{L}\p{M}\p{N}'’]+/gu, (word) => {
    const sound = heard(word);
    return sound.length >= LEAST && names.some((name) => mayBeOne(sound, name)) ? MASK : word;
  });
}
