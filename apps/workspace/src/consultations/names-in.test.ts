import { expect, test } from 'vitest';
import { namesIn } from './names-in.ts';

test('several names are one a line, each once, and none that stands there already', () => {
  expect(namesIn('  Ayna \r\n\nFem  utopia\nayna\nNafas', ['NAFAS'])).toEqual({
    names: ['Ayna', 'Fem utopia'],
    tooLong: null,
  });
});

test('a line that is no name is named by its number, and nothing is cut', () => {
  const long = 'x'.repeat(201);
  expect(namesIn(`Ayna\n${long}`, [])).toEqual({ names: ['Ayna', long], tooLong: 2 });
});
