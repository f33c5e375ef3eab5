/** Threat without an attacker: a page is newer than a reader's program, and a letter vanishes without a word. */
import { expect, it } from 'vitest';
import { goesOn, notRead } from './seen.ts';

const seen = { log: 'a', number: 9 };

it('goes on behind the last letter, and from the start of another log', () => {
  expect(goesOn(seen, 'a', 2)).toEqual(seen);
  expect(goesOn(seen, 'b', 2)).toEqual({ log: 'b', number: 0 });
  expect(goesOn(null, 'a', 2)).toEqual({ log: 'a', number: 0 });
});

it('what a program could not read is looked at again by the next that knows more, from the first such letter on', () => {
  const noted = notRead(notRead(seen, 7, 2), 8, 2);
  expect(goesOn(noted, 'a', 2)).toEqual(noted);
  expect(goesOn(noted, 'a', 3)).toEqual({ log: 'a', number: 6 });
  expect(goesOn(notRead(noted, 4, 2), 'a', 3).number).toBe(3);
  expect(goesOn(noted, 'b', 3)).toEqual({ log: 'b', number: 0 });
});
