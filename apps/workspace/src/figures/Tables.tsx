import type { Dimension, Question } from '@dayaq/domain/count';
import type { Translator } from '@dayaq/locale';
import type { ComponentChildren } from 'preact';
import { t } from '../locale/index.ts';
import type { Cell, Drawn } from './drawn.ts';
import { FigureMap } from './FigureMap.tsx';
import { isByPlace } from './map-steps.ts';
import { Multiples } from './Multiples.tsx';
import { highest, multiplesOf } from './multiples.ts';
import { Series } from './Series.tsx';
import { dimensionName, rangeText, rowName, wholeText } from './words.ts';

interface Props {
  question: Question;
  /** On which it was counted, YYYY-MM-DD. */
  day: string;
  tables: readonly Drawn[];
  country: string;
  translator: Translator;
}

/** Every table of a figure: its picture first, where it has one. */
export function Tables({ question, day, tables, country, translator }: Props) {
  const isThree = question.by.length === 3;
  const multiples = tables.map((table) => multiplesOf(question, table));
  // Series of all the tables are on one scale.
  const most = highest(multiples.flatMap((each) => each?.series.flatMap(({ cells }) => cells) ?? []));
  return (
    <div class="stack figure-tables">
      {tables.map((table, at) => {
        const [first] = question.by;
        const drawn = multiples[at] ?? null;
        const caption = isThree && first !== undefined ? rowName(translator, first, table.of ?? '') : '';
        if (isThree && table.rows.length === 0)
          return (
            <p key={table.of}>
              {caption}: {t('figures.keptBack')}
            </p>
          );
        return table.columns.length === 1 && table.columns[0] === '' ? (
          <Bars
            key={table.of}
            question={question}
            day={day}
            table={table}
            country={country}
            translator={translator}
          />
        ) : (
          <Crossed
            key={table.of}
            question={question}
            day={day}
            table={table}
            translator={translator}
            caption={caption}
            picture={
              drawn !== null && (
                <Multiples drawn={drawn} most={most} question={question} day={day} translator={translator} />
              )
            }
          />
        );
      })}
    </div>
  );
}

const WIDTH = 100;
const HEIGHT = 10;

/** By one thing: each row with its bar; above it months as a series, places as a map. */
function Bars({
  question,
  day,
  table,
  country,
  translator,
}: {
  question: Question;
  day: string;
  table: Drawn;
  country: string;
  translator: Translator;
}) {
  const [dimension] = question.by;
  if (dimension === undefined) return null;
  const cells = table.cells.map(([cell = null]) => cell);
  const most = highest(cells);
  const isSeries = dimension.by === 'month' || dimension.by === 'year';
  return (
    <>
      {isByPlace(question.by) && (
        <FigureMap question={question} table={table} country={country} translator={translator} />
      )}
      {isSeries && (
        <Series
          names={table.rows}
          cells={cells}
          dimension={dimension}
          question={question}
          day={day}
          translator={translator}
        />
      )}
      <table class="figure-table">
        <thead>
          <tr>
            <th scope="col">{dimensionName(translator, dimension)}</th>
            <th scope="col" class="number">
              {t(`figures.unit.${question.unit}`)}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((name, at) => {
            const cell = cells[at] ?? null;
            return (
              <tr key={name}>
                <th scope="row">
                  <RowName
                    name={name}
                    dimension={dimension}
                    question={question}
                    day={day}
                    translator={translator}
                  />
                  {!isSeries && cell !== null && (
                    <svg
                      class="figure-bar"
                      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                      preserveAspectRatio="none"
                      aria-hidden="true"
                      focusable="false"
                    >
                      <rect class="figure-bar-most" width={(cell.high / most) * WIDTH} height={HEIGHT} />
                      <rect class="figure-bar-sure" width={(cell.low / most) * WIDTH} height={HEIGHT} />
                    </svg>
                  )}
                </th>
                <td class="number">{textOf(cell, translator)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

/** What a row is called; of a month or year that is not whole it says so. */
function RowName({
  name,
  dimension,
  question,
  day,
  translator,
}: Pick<Props, 'question' | 'day' | 'translator'> & { name: string; dimension: Dimension }) {
  const part = wholeText(translator, question, dimension, name, day);
  return (
    <>
      {rowName(translator, dimension, name)}
      {part !== '' && <span class="muted small"> {part}</span>}
    </>
  );
}

const textOf = (cell: Cell, translator: Translator): string =>
  rangeText(translator, cell?.low ?? null, cell?.high ?? null);

function Crossed({
  question,
  day,
  table,
  translator,
  caption,
  picture,
}: {
  question: Question;
  day: string;
  table: Drawn;
  translator: Translator;
  caption: string;
  picture: ComponentChildren;
}) {
  const [down, across] = question.by.slice(-2);
  if (down === undefined || across === undefined) return null;
  const title = `${dimensionName(translator, down)} × ${dimensionName(translator, across)}`;
  const label = caption === '' ? title : `${caption}: ${title}`;
  return (
    <>
      {caption !== '' && picture !== false && <p class="strong">{caption}</p>}
      {picture}
      <div class="table-scroll" tabIndex={0} role="region" aria-label={label}>
        <table class="figure-table">
          <caption>{label}</caption>
          <thead>
            <tr>
              <td />
              {table.columns.map((name) => (
                <th key={name} scope="col" class="number">
                  <RowName
                    name={name}
                    dimension={across}
                    question={question}
                    day={day}
                    translator={translator}
                  />
                </th>
              ))}
              <th scope="col" class="number">
                {t('figures.sum')}
              </th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map((name, row) => (
              <tr key={name}>
                <th scope="row">
                  <RowName
                    name={name}
                    dimension={down}
                    question={question}
                    day={day}
                    translator={translator}
                  />
                </th>
                {(table.cells[row] ?? []).map((cell, column) => (
                  <td key={column} class="number">
                    {textOf(cell, translator)}
                  </td>
                ))}
                <td class="number figure-sum">{textOf(table.rowSums[row] ?? null, translator)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('figures.sum')}</th>
              {table.columnSums.map((cell, column) => (
                <td key={column} class="number figure-sum">
                  {textOf(cell, translator)}
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}
