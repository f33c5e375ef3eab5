import { formatCsv } from '@dayaq/domain/csv';
import { type Dimension, type Given, PLACE_DIMENSION } from '@dayaq/domain/count';
import type { Translator } from '@dayaq/locale';
import { type Cell as SheetCell, workbook, XLSX } from '../costs/report/workbook.ts';
import { dimensionName, headline, notes, rowName, sentence, wholeText } from './words.ts';

/** A file of a figure. */
export interface Leaving {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Every way in which a figure becomes a file: each takes what the gate gave, and nothing else. */
export const WAYS = { csv: asCsv, xlsx: asWorkbook } as const satisfies Record<
  string,
  (given: Given, translator: Translator) => Leaving
>;
export type Way = keyof typeof WAYS;

/** Tells spreadsheets which letters follow. */
const MARK = '\ufeff';

/** The tag of the Humanitarian Exchange Language for a column. */
function tagOf({ by, fine }: Dimension): string {
  if (by === PLACE_DIMENSION) return fine === true ? '#adm2+name' : '#adm1+name';
  if (by === 'month' || by === 'year') return `#date+${by}`;
  return `#group+${by.replace(/[^a-z]+/gi, '_').toLowerCase()}`;
}

interface Line {
  /** One name for each side; null where all of them are meant. */
  readonly names: readonly (string | null)[];
  readonly count: number | null;
}

/** Each number with what it is of, one under the other. */
function linesOf({ tables, question, all }: Given): Line[] {
  if (question.by.length === 0) return [{ names: [], count: all.low }];
  return tables.flatMap(({ of, rows, columns, cells }) =>
    of !== null && rows.length === 0
      ? [{ names: [of, null, null], count: null }]
      : rows.flatMap((row, at) =>
          columns.map((column, across): Line => {
            const names = [...(of === null ? [] : [of]), row, ...(question.by.length > 1 ? [column] : [])];
            return { names, count: cells[at]?.[across] ?? null };
          }),
        ),
  );
}

/** What has to be known of one number: that it is kept back, that it is of no whole month. */
function remarkOf({ question, day }: Given, { names, count }: Line, translator: Translator): string {
  const parts = names.map((name, at) => {
    const dimension = question.by[at];
    return name === null || dimension === undefined
      ? ''
      : wholeText(translator, question, dimension, name, day);
  });
  return [count === null ? translator.t('figures.keptBack') : '', ...parts]
    .filter((each) => each !== '')
    .join('; ');
}

function headOf({ question, day, all }: Given, translator: Translator): string[] {
  return [headline(translator, question, all), sentence(translator, question, day)];
}

/** With a row of HXL tags under the names of the columns. */
function asCsv(given: Given, translator: Translator): Leaving {
  const { question } = given;
  const rows = [
    ...headOf(given, translator).map((line) => [line]),
    ...notes(translator, given).map((note) => [note]),
    [],
    [
      ...question.by.map((each) => dimensionName(translator, each)),
      translator.t(`figures.unit.${question.unit}`),
      translator.t('figures.file.remark'),
    ],
    [
      ...question.by.map(tagOf),
      question.unit === 'cases' || question.unit === 'acts'
        ? `#indicator+num+${question.unit}`
        : '#affected+num',
      '#meta+remark',
    ],
    ...linesOf(given).map((line) => [
      ...line.names.map((name, at) => nameIn(question.by, at, name, translator)),
      line.count ?? undefined,
      remarkOf(given, line, translator) || undefined,
    ]),
  ];
  return {
    name: 'figure.csv',
    type: 'text/csv',
    bytes: new TextEncoder().encode(`${MARK}${formatCsv(rows)}`),
  };
}

const nameIn = (
  by: readonly Dimension[],
  at: number,
  name: string | null,
  translator: Translator,
): string => {
  const dimension = by[at];
  if (name === null) return '';
  return dimension === undefined ? name : rowName(translator, dimension, name);
};

const MONTH = /^\d{4}-\d{2}$/;

/** Numbers as numbers, months and the day as dates. */
function asWorkbook(given: Given, translator: Translator): Leaving {
  const { question, day } = given;
  const said = [...headOf(given, translator), ...notes(translator, given)].map((text): SheetCell[] => [
    { text },
  ]);
  const head = [
    ...question.by.map((each) => dimensionName(translator, each)),
    translator.t(`figures.unit.${question.unit}`),
    translator.t('figures.file.remark'),
  ].map((text): SheetCell => ({ text, strong: true }));
  const lines = linesOf(given).map((line): SheetCell[] => [
    ...line.names.map(
      (name, at): SheetCell =>
        name !== null && MONTH.test(name) && question.by[at]?.by === 'month'
          ? { day: `${name}-01` }
          : { text: nameIn(question.by, at, name, translator) },
    ),
    line.count === null ? null : { number: line.count },
    { text: remarkOf(given, line, translator) },
  ]);
  const asOf: SheetCell[] = [{ text: translator.t('figures.file.asOf') }, { day }];
  return {
    name: 'figure.xlsx',
    type: XLSX,
    bytes: workbook([
      {
        name: translator.t('figures.title'),
        rows: [...said, asOf, [], head, ...lines],
        widths: head.map(() => 28),
      },
    ]),
  };
}
