import { expect, it } from 'vitest';
import { isKitWord } from './kit-word.ts';

it.each(['inside', 'Inside', 'İnside', 'ınside', 'INSIDE', 'İNSİDE', ' inside. ', 'insi', '937'])(
  'takes %j for word 937, “inside”',
  (typed) => {
    expect(isKitWord(typed, 'inside', 937)).toBe(true);
  },
);

it.each(['', ' ', 'insect', 'ins', '936', '0937', 'outside', 'inside out'])('does not take %j', (typed) => {
  expect(isKitWord(typed, 'inside', 937)).toBe(false);
});
