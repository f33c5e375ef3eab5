import type { Translator } from '@dayaq/locale';

/** Of what was said so much stands wherever a danger is named, everywhere the same; all of it is in the case. Characters. */
export const QUOTED = 240;

/** Between quotation marks of any kind, with nothing else but the end of the sentence. */
const WHOLE = /^[\s"«“„]+([^"«»“”„]*)["»“”]+([.!?…]*)\s*$/u;
const MARKS = /["«»“”„]/u;

/**
 * Somebody's words between the language's quotation marks, once: people who write down what was said often put the marks
 * themselves. Empty where nothing was said.
 * @param most characters; what is longer is ended between two words
 */
export function quoted({ t }: Translator, said: string, most: number): string {
  const [, inside, end = ''] = WHOLE.exec(said) ?? [];
  const heard = (inside ?? said).trim();
  if (heard === '') return '';
  const words = /[.!?…]$/u.test(heard) ? heard : heard + end;
  // Marks in the middle are the writer's own: a second pair around them would only confuse.
  return MARKS.test(words)
    ? beginning(words, most)
    : t('today.danger.quote', { words: beginning(words, most) });
}

/** The first words, ended between two of them where there is a blank. @param most characters */
export function beginning(words: string, most: number): string {
  if (words.length <= most) return words;
  const cut = words.slice(0, most);
  const blank = cut.lastIndexOf(' ');
  return `${(blank > most / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}
