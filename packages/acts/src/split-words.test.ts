import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { firstSentence, splitWords } from './split-words.ts';

describe('a long account', () => {
  it('is cut into parts that fit, and loses nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 2, max: 40 }),
        (text, max) => {
          const parts = splitWords(text, max);
          expect(parts.join('')).toBe(text);
          for (const part of parts) {
            expect(part.length).toBeGreaterThan(0);
            expect(part.length).toBeLessThanOrEqual(max);
          }
        },
      ),
    );
  });
  it('is cut between paragraphs or words where it can be', () => {
    expect(splitWords('one two\nthree four', 12)).toEqual(['one two\n', 'three four']);
    expect(splitWords('one two three', 10)).toEqual(['one two ', 'three']);
  });
});

describe('the headline of an account', () => {
  it('is its first sentence', () => {
    expect(firstSentence('He put her out.  She has a child.', 80)).toBe('He put her out.');
    expect(firstSentence('2.5 rooms\nand more', 80)).toBe('2.5 rooms and more');
  });
  it('is never longer than asked, nor ends in half a sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const line = firstSentence(text, 40);
        expect(line.length).toBeLessThanOrEqual(40);
        const halves = /[\ud800-\udbff](?![\udc00-\udfff])/;
        if (!halves.test(text)) expect(halves.test(line)).toBe(false);
      }),
    );
  });
});
