import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSheet, unzipped } from './testing/read-workbook.ts';
import { columnName, workbook } from './workbook.ts';

const oneSheet = (rows: Parameters<typeof workbook>[0][number]['rows']) =>
  workbook([{ name: 'A/B', rows, widths: [10] }]);

test('whatever is written comes back: words in four languages, amounts to the last unit', () => {
  const words = fc.oneof(
    fc.constantFrom('Şəki & Gəncə', 'Қӯрғонтеппа', '<b>', '"quoted"', ' ', 'línea'),
    fc.string({ unit: 'grapheme' }),
  );
  const row = fc.tuple(words, fc.integer({ min: -(10 ** 15), max: 10 ** 15 }));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      const bytes = oneSheet(rows.map(([text, minor]) => [{ text }, null, { minor, currency: 'AZN' }]));
      const read = readSheet(bytes, 1);
      expect(read).toHaveLength(rows.length);
      for (const [i, [text, minor]] of rows.entries()) {
        const [said, nothing, amount = ''] = read[i] ?? [];
        const kept = text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '');
        expect(said).toBe(kept);
        expect(nothing).toBe('');
        expect(amount).toMatch(/^-?\d+\.\d\d$/);
        expect(BigInt(amount.replace('.', ''))).toBe(BigInt(minor));
      }
    }),
    { numRuns: 60 },
  );
});

test('what somebody typed is text and stays as typed, though it looks like a formula or a number', () => {
  const typed = ['- такси', '+994 50 123-45-67', '@fond', '=1+1', '＝1', ' =1', '-5', '1e3', '0501234567'];
  const bytes = oneSheet(typed.map((text) => [{ text }]));
  expect(readSheet(bytes, 1).map(([said]) => said)).toEqual(typed);
  const styles = unzipped(bytes).get('xl/styles.xml')?.toString() ?? '';
  const formats = [...styles.matchAll(/<xf numFmtId="(\d+)"/g)].map(([, number]) => number);
  // The first is the base; then plain and strong words are of the sort "text" (49), amounts and numbers are numbers, days dates.
  expect(formats.slice(1)).toEqual(['49', '49', '4', '1', '14']);
});

test('numbers are numbers and days are days, as a spreadsheet counts them', () => {
  const bytes = oneSheet([[{ number: 11 }, { day: '2026-03-08' }, { day: '1970-01-01' }]]);
  expect(readSheet(bytes, 1)).toEqual([['11', '46089', '25569']]);
});

test('a sheet holds no formula, no author and no time', () => {
  const bytes = oneSheet([[{ text: '=HYPERLINK("http://x")', strong: true }]]);
  const files = unzipped(bytes);
  const sheet = files.get('xl/worksheets/sheet1.xml')?.toString() ?? '';
  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=HYPERLINK');
  expect([...files.keys()].filter((name) => name.startsWith('docProps'))).toEqual([]);
  expect(files.get('xl/workbook.xml')?.toString()).toContain('name="A B"');
  expect(oneSheet([[{ text: 'x' }]])).toEqual(oneSheet([[{ text: 'x' }]]));
});

test('columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('what is no day of the calendar is written as text: the file stays one that programs open', () => {
  const bytes = oneSheet([[{ day: '2026-99-01' }], [{ day: '2026-03-01' }]]);
  expect(readSheet(bytes, 1).map(([said]) => said)).toEqual(['2026-99-01', '46082']);
});
