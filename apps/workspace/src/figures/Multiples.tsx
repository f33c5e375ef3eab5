import type { Question } from '@dayaq/domain/count';
import type { Translator } from '@dayaq/locale';
import { formatNumber } from '@dayaq/locale';
import { t } from '../locale/index.ts';
import type { Cell } from './drawn.ts';
import type { Multiples as Drawn } from './multiples.ts';
import { shortName } from './Series.tsx';
import { rangeText, rowName, wholeText } from './words.ts';

const WIDTH = 240;
const HEIGHT = 96;
const FOOT = 20;
const TOP = 16;
/** A bar of few is no wall. */
const WIDEST = 40;
/** A number that is kept back is hatched so high, on every scale. */
const KEPT = 8;

/**
 * Series side by side, one for each group, all on the same scale, so that they can be compared by eye.
 * @param most the number at the top of the scale
 */
export function Multiples({
  drawn,
  most,
  question,
  day,
  translator,
}: {
  drawn: Drawn;
  most: number;
  question: Question;
  day: string;
  translator: Translator;
}) {
  const { time, group, names, series, more } = drawn;
  const partOf = (name: string): string => wholeText(translator, question, time, name, day);
  const named = (name: string, cell: Cell): string =>
    [rowName(translator, time, name), textOf(cell, translator), partOf(name)]
      .filter((each) => each !== '')
      .join(' ');
  const isPart = (name: string): boolean => partOf(name) !== '';
  return (
    <div class="stack stack-tight">
      <ul class="figure-multiples">
        {series.map(({ of, cells }) => (
          <li key={of}>
            <p class="small">{rowName(translator, group, of)}</p>
            <svg
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              role="img"
              aria-label={t('figures.series', {
                list: names.map((name, at) => named(name, cells[at] ?? null)).join(', '),
              })}
            >
              <Small names={names} cells={cells} most={most} isPart={isPart} translator={translator} />
            </svg>
          </li>
        ))}
      </ul>
      <p class="muted small">
        {t('figures.multiples.scale', { most: formatNumber(translator.language, most) })}
        {more > 0 && ` ${t('figures.multiples.more', { count: more })}`}
      </p>
    </div>
  );
}

function Small({
  names,
  cells,
  most,
  isPart,
  translator,
}: {
  names: readonly string[];
  cells: readonly Cell[];
  most: number;
  isPart: (name: string) => boolean;
  translator: Translator;
}) {
  const step = WIDTH / names.length;
  const gap = Math.min(4, step * 0.2);
  const foot = HEIGHT - FOOT;
  const high = (value: number): number => (value / most) * (foot - TOP);
  const peak = cells.reduce<number>(
    (at, cell, i) => ((cell?.high ?? 0) > (cells[at]?.high ?? 0) ? i : at),
    0,
  );
  const top = cells[peak] ?? null;
  return (
    <>
      <line class="figure-scale" x1="0" x2={WIDTH} y1={TOP} y2={TOP} />
      {cells.map((cell, at) => {
        const width = Math.min(step - gap, WIDEST);
        const place = { x: at * step + (step - width) / 2, width };
        if (cell === null)
          return <rect key={names[at]} class="figure-kept" {...place} y={foot - KEPT} height={KEPT} />;
        return (
          <g key={names[at]} class={isPart(names[at] ?? '') ? 'figure-part' : undefined}>
            <rect class="figure-bar-most" {...place} y={foot - high(cell.high)} height={high(cell.high)} />
            <rect class="figure-bar-sure" {...place} y={foot - high(cell.low)} height={high(cell.low)} />
          </g>
        );
      })}
      <line class="figure-axis" x1="0" x2={WIDTH} y1={foot} y2={foot} />
      {top !== null && top.high > 0 && (
        <text
          class={`figure-number ${anchor(peak, cells.length)}`}
          x={edge(peak, cells.length, step)}
          y={foot - high(top.high) - 3}
        >
          {textOf(top, translator)}
        </text>
      )}
      <text class="figure-month figure-at-start" x="0" y={HEIGHT - 5}>
        {shortName(names[0] ?? '')}
      </text>
      {names.length > 1 && (
        <text class="figure-month figure-at-end" x={WIDTH} y={HEIGHT - 5}>
          {shortName(names.at(-1) ?? '')}
        </text>
      )}
    </>
  );
}

/** At the ends a number is written inwards, so that it is not cut off. */
const isFirst = (at: number, length: number): boolean => length > 5 && at < length / 6;
const isLast = (at: number, length: number): boolean => length > 5 && at >= length - length / 6;
const anchor = (at: number, length: number): string =>
  isFirst(at, length) ? 'figure-at-start' : isLast(at, length) ? 'figure-at-end' : '';
const edge = (at: number, length: number, step: number): number =>
  isFirst(at, length) ? at * step : isLast(at, length) ? (at + 1) * step : (at + 0.5) * step;

const textOf = (cell: Cell, translator: Translator): string =>
  rangeText(translator, cell?.low ?? null, cell?.high ?? null);
