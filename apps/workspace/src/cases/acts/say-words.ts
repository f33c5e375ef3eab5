import type { Words } from '@dayaq/acts/plan';
import type { Translator } from '@dayaq/locale';
import { codeLabel, kindLabel } from '../../fields/index.ts';

/** The words of an act in the reader's language. */
export function sayWords(translator: Translator, words: Words): string {
  if (typeof words === 'string') return translator.t(words);
  return 'list' in words ? codeLabel(translator, words.list, words.code) : kindLabel(translator, words.kind);
}
