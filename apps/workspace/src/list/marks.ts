import { foldForIndex, foldForQuery } from '@dayaq/locale/fold';

/** A piece of text; `found` when it is a word that the search matched. */
export interface Piece {
  text: string;
  found: boolean;
}

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/** Cuts a text into pieces so that the words that a search found can be marked, however they were spelt. */
export function marked(text: string, search: string): Piece[] {
  const wanted = foldForQuery(search);
  if (wanted.length === 0 || text === '') return text === '' ? [] : [{ text, found: false }];
  const pieces: Piece[] = [];
  let from = 0;
  for (const word of text.matchAll(WORDS)) {
    const folded = foldForIndex(word[0]).split(' ');
    if (!folded.some((form) => wanted.some((start) => form.startsWith(start)))) continue;
    if (word.index > from) pieces.push({ text: text.slice(from, word.index), found: false });
    pieces.push({ text: word[0], found: true });
    from = word.index + word[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), found: false });
  return pieces;
}
