import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marked } from './marks.ts';

const found = (text: string, search: string) =>
  marked(text, search)
    .filter((piece) => piece.found)
    .map((piece) => piece.text);

describe('marking what a search found', () => {
  it('marks a word by its beginning, whatever letters were typed', () => {
    expect(found('Bölmədə işgəncə, sonra İŞGƏNCƏDƏN şikayət', 'isgence')).toEqual(['işgəncə', 'İŞGƏNCƏDƏN']);
  });

  it('does not mark the middle of a word, and marks nothing without a search', () => {
    expect(found('reported to the port', 'port')).toEqual(['port']);
    expect(marked('as it is', '  ')).toEqual([{ text: 'as it is', found: false }]);
  });

  it('keeps every character of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, search) => {
        expect(
          marked(text, search)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
