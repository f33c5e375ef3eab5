import { childrenOf } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import { foldForIndex } from '@dayaq/locale/fold';
import { codeLabel } from '../../fields/index.ts';

/** Whether a text names an office that somebody holds, and nobody: "head of the centre". */
export type IsOffice = (text: string) => boolean;

/** Letters: a shorter word is known as an office's only whole. */
const SURE = 5;
/** Letters that an ending may put behind the stem of a word. */
const LONGEST_ENDING = 3;
const WORD = /[\p{L}\p{M}'’]+/gu;

/**
 * Knows offices by the words with which the lists of authorities name them, in the reader's language. One word alone may be a
 * name as well (Şahid, Sardor), and so may any word that is not known: only where every one of several is, nobody is named.
 */
export function officesIn(translator: Translator): IsOffice {
  const known = childrenOf('forums')
    .filter(({ special }) => special === undefined)
    .flatMap(({ code }) => stemsIn(codeLabel(translator, 'forums', code)));
  const isKnown = (stem: string): boolean =>
    known.some(
      (one) =>
        one === stem ||
        (one.length >= SURE && stem.startsWith(one) && stem.length - one.length <= LONGEST_ENDING),
    );
  return (text) => {
    const words = text.match(WORD) ?? [];
    if (words.length < 2 || /\d/.test(text)) return false;
    return words.every((word) => {
      const stems = stemsIn(word);
      return stems.length > 0 && stems.every(isKnown);
    });
  };
}

/** As it sounds, without the vowels of an ending. */
function stemsIn(text: string): string[] {
  return foldForIndex(text)
    .split(' ')
    .map((word) => word.replace(/[aeiou]+$/, ''))
    .filter((stem) => stem !== '');
}
