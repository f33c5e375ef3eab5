import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCsv, parseCsv } from './csv.ts';

/** The cells that a spreadsheet shows which divides at semicolons, as ours do in az, ru and tg: a quote counts only where a cell begins. */
function cellsIn(text: string, separator: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) {
        if (text[at] === '"') at += 1;
        cell += text.charAt(at);
        at += 1;
      }
      at += 1;
    }
    while (at < text.length && !`${separator}\r\n`.includes(text.charAt(at))) {
      cell += text.charAt(at);
      at += 1;
    }
    cells.push(cell);
    at += 1;
  }
  return cells;
}

const typed = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', ';', '\t', '\n', '\r', "'", '"', ',', ' ', 'a', '１', '＝'),
  maxLength: 12,
});
const row = fc.array(typed, { minLength: 2, maxLength: 4 });

test('whatever was typed begins no formula, wherever the program that opens the file divides', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(';', '\t', ','),
      (rows, separator) => {
        for (const cell of cellsIn(formatCsv(rows), separator))
          expect(cell).not.toMatch(/^[\s\p{Cc}]*[=+\-@＝]/u);
      },
    ),
  );
});

test('what is written is read again to the letter, apostrophes of its own included', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (rows) => {
      const read = parseCsv(formatCsv(rows));
      expect(read.ok && read.lines.map(({ cells }) => cells)).toEqual(rows);
    }),
  );
});

test('a list in somebody’s words keeps its lines and its dashes, each told apart from a formula', () => {
  const words = 'Needs:\n- taxi; - food\n- 2 + 2';
  expect(formatCsv([['c1', words]])).toBe("c1,\"Needs:\n'- taxi;' - food\n'- 2 + 2\"\r\n");
  const read = parseCsv(formatCsv([['c1', words]]));
  expect(read.ok && read.lines[0]?.cells).toEqual(['c1', words]);
});

test('a text of a hundred thousand blanks and line ends is written and read at once', () => {
  const text = ' \n'.repeat(50_000) + '=';
  const read = parseCsv(formatCsv([['a', text]]));
  expect(read.ok && read.lines[0]?.cells[1]).toBe(text);
});
