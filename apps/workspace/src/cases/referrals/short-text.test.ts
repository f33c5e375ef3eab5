import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SHORT_TEXT_BYTES, shortText } from './short-text.ts';

test('the short text keeps whole lines, the first ones first, and never more than fits', () => {
  expect(shortText(['a', '', '  b '])).toBe('a\nb');
  expect(shortText(['ab', 'x'.repeat(50), 'cd'], 6)).toBe('ab\ncd');
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (lines) => {
      expect(new TextEncoder().encode(shortText(lines)).length).toBeLessThanOrEqual(SHORT_TEXT_BYTES);
    }),
  );
});
