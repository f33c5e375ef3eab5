import { readdirSync, readFileSync } from 'node:fs';
import { parseCsv } from '@dayaq/domain/csv';
import { type Count, give, Given, PLAIN_QUESTION, SaidBefore } from '@dayaq/domain/count';
import { LANGUAGES } from '@dayaq/domain';
import { createTranslator, loadMessages, type Translator } from '@dayaq/locale';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSheet } from '../costs/report/testing/read-workbook.ts';
import { WAYS, type Way } from './leave.ts';

const DAY = '2026-03-08';
const translators: Translator[] = [];
beforeAll(async () => {
  for (const language of LANGUAGES)
    translators.push(createTranslator(language, await loadMessages(language)));
});

function figure(by: Count['question']['by'], sides: Count['sides'], cells: readonly number[]): Given {
  const low = cells.reduce((sum, each) => sum + each, 0);
  const found = give(
    {
      question: { ...PLAIN_QUESTION, by, from: '2026-02-01', to: '2026-02-28' },
      sides,
      cells,
      most: cells,
      all: { low, high: low },
      overlaps: false,
      perhaps: 3,
      undated: 2,
      withheld: 1,
    },
    DAY,
    new SaidBefore([]),
  );
  if (!(found instanceof Given)) throw new Error(found);
  return found;
}

/** Every cell of a file. */
function cellsOf(way: Way, given: Given, translator: Translator): string[] {
  const { bytes } = WAYS[way](given, translator);
  if (way === 'xlsx') return readSheet(bytes, 1).flat();
  const read = parseCsv(new TextDecoder().decode(bytes));
  if (!read.ok) throw new Error(`line ${read.line}`);
  return read.lines.flatMap(({ cells }) => cells);
}

const FIGURES: Readonly<Record<string, () => Given>> = {
  'by one thing': () => figure([{ by: 'case.channel' }], [['outreach', 'hotline', 'media']], [2, 9, 30]),
  'by month': () => figure([{ by: 'month' }], [['2026-01', '2026-02', '2026-03']], [3, 12, 30]),
  'by two': () =>
    figure(
      [{ by: 'case.channel' }, { by: 'place' }],
      [
        ['outreach', 'hotline'],
        ['az-baku', 'az-r-absheron-khizi', ''],
      ],
      [1, 20, 30, 4, 40, 50],
    ),
  'by three': () =>
    figure(
      [{ by: 'violation.type' }, { by: 'case.channel' }, { by: 'place' }],
      [['health', 'liberty'], ['outreach', 'hotline'], ['az-baku']],
      [1, 1, 70, 80],
    ),
};

describe('a figure that leaves', () => {
  it.each(
    Object.keys(WAYS).flatMap((way) => Object.keys(FIGURES).map((name) => [name, way as Way] as const)),
  )('%s, as %s, says in no language what the gate keeps back', (name, way) => {
    const given = (FIGURES[name] as () => Given)();
    for (const translator of translators) {
      const cells = cellsOf(way, given, translator);
      expect(cells.filter((cell) => /^[1-4]$/.test(cell))).toEqual([]);
      // Nor in a sentence: "3 more may belong to this time".
      expect(cells.filter((cell) => /(?:^|\s)[1-4](?:\s|$)/.test(cell))).toEqual([]);
      expect(cells).toContain(translator.t('figures.keptBack'));
    }
  });

  it('has a row of HXL tags under the names of its columns', () => {
    const translator = translators[0] as Translator;
    const cells = cellsOf('csv', (FIGURES['by two'] as () => Given)(), translator);
    expect(cells).toEqual(
      expect.arrayContaining(['#group+case_channel', '#adm1+name', '#indicator+num+cases']),
    );
  });

  it('says of a month that was not over, or was asked for in part, that it is not whole', () => {
    const given = (FIGURES['by month'] as () => Given)();
    for (const translator of translators)
      for (const way of Object.keys(WAYS) as Way[]) {
        const cells = cellsOf(way, given, translator);
        // March goes on on its eighth day; of January nothing was asked for by these days.
        expect(cells).toContain(translator.t('figures.whole.not-over'));
        expect(cells.some((cell) => cell.includes(translator.t('figures.whole.cut')))).toBe(true);
      }
  });

  it('has months as dates and numbers as numbers in a spreadsheet', () => {
    const cells = cellsOf('xlsx', (FIGURES['by month'] as () => Given)(), translators[0] as Translator);
    // 1 March 2026 and 8 March 2026, as spreadsheets count days.
    expect(cells).toEqual(expect.arrayContaining(['46082', '30', '46089']));
  });

  it('takes no way but these: nothing else here makes a file, and exact numbers never reach paper', () => {
    const sources = readdirSync(import.meta.dirname)
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
      .map((name) => ({ name, text: readFileSync(`${import.meta.dirname}/${name}`, 'utf8') }));
    const saying = (pattern: RegExp) =>
      sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);
    expect(saying(/new Blob|createObjectURL|saveAs\(/)).toEqual(['save-way.ts']);
    expect(saying(/formatCsv|workbook\(/)).toEqual(['leave.ts']);
    expect(saying(/clipboard|execCommand|navigator\.share/)).toEqual([]);
    expect(saying(/\bprint\(\)/)).toEqual(['Figure.tsx']);
    // What draws a count, or says its number, stands where paper never shows it.
    expect(saying(/drawnCount\(|data\.count/)).toEqual(['Figure.tsx', 'PinnedFigures.tsx', 'drawn.ts']);
    for (const name of ['Figure.tsx', 'PinnedFigures.tsx'])
      expect(sources.find((each) => each.name === name)?.text).toMatch(
        /<section class="[^"]*no-print" aria-labelledby="(?:figure-found|pinned-figures)"/,
      );
  });
});
