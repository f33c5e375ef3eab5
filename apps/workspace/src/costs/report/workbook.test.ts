import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSheet, unzipped } from './testing/read-workbook.ts';
import { columnName, tame, workbook } from './workbook.ts';

const oneSheet = (rows: Parameters<typeof workbook>[0][number]['rows']) =>
  workbook([{ name: 'A/B', rows, widths: [10] }]);

test('whatever is written comes back: words in four languages, amounts to the last unit', async () => {
  const words = fc.oneof(
    fc.constantFrom('Şəki & Gəncə', 'Қӯрғонтеппа', '<b>', '"quoted"', ' ', 'línea'),
    fc.string({ unit: 'grapheme' }),
  );
  const row = fc.tuple(words, fc.integer({ min: -(10 ** 15), max: 10 ** 15 }));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
      const bytes = await oneSheet(rows.map(([text, minor]) => [{ text }, null, { minor, currency: 'AZN' }]));
      const read = readSheet(bytes, 1);
      expect(read).toHaveLength(rows.length);
      for (const [i, [text, minor]] of rows.entries()) {
        const [said, nothing, amount = ''] = read[i] ?? [];
        const kept = tame(text).replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '');
        expect(said).toBe(kept);
        expect(nothing).toBe('');
        expect(amount).toMatch(/^-?\d+\.\d\d$/);
        expect(BigInt(amount.replace('.', ''))).toBe(BigInt(minor));
      }
    }),
    { numRuns: 60 },
  );
});

test('nothing that somebody typed is ever a formula, neither here nor in a CSV made of it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '|',
        '%',
        '\t',
        '\r',
        '\n',
        '＝',
        '＋',
        '－',
        '＠',
        ' =',
        '\u0000=',
      ),
      fc.string(),
      (start, rest) => {
        expect(tame(start + rest)).toMatch(/^'/);
      },
    ),
  );
  expect(tame('12 manat')).toBe('12 manat');
});

test('a sheet holds no formula, no author and no time', async () => {
  const bytes = await oneSheet([[{ text: '=HYPERLINK("http://x")', strong: true }]]);
  const files = unzipped(bytes);
  const sheet = files.get('xl/worksheets/sheet1.xml')?.toString() ?? '';
  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain(`'=HYPERLINK`);
  expect([...files.keys()].filter((name) => name.startsWith('docProps'))).toEqual([]);
  expect(files.get('xl/workbook.xml')?.toString()).toContain('name="A B"');
  expect(await oneSheet([[{ text: 'x' }]])).toEqual(await oneSheet([[{ text: 'x' }]]));
});

test('columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
