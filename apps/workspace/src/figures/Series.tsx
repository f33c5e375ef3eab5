import { type Dimension, NOT_SAID, type Question, SEVERAL } from '@dayaq/domain/count';
import type { Translator } from '@dayaq/locale';
import { t } from '../locale/index.ts';
import type { Cell } from './drawn.ts';
import { rangeText, rowName, wholeText } from './words.ts';

const WIDTH = 640;
const HEIGHT = 180;
const FOOT = 22;
const TOP = 16;

interface Props {
  names: readonly string[];
  cells: readonly Cell[];
  dimension: Dimension;
  question: Question;
  /** On which it was counted. */
  day: string;
  translator: Translator;
}

/**
 * Months or years side by side. What is kept back is hatched, what is no whole month is drawn open, and what no month is known of
 * stands in the table alone.
 */
export function Series({ names, cells, dimension, question, day, translator }: Props) {
  const shown = names.flatMap((name, at) =>
    name === NOT_SAID || name === SEVERAL
      ? []
      : [{ name, cell: cells[at] ?? null, part: wholeText(translator, question, dimension, name, day) }],
  );
  if (shown.length === 0) return null;
  const most = Math.max(1, ...shown.map(({ cell }) => cell?.high ?? 0));
  const step = WIDTH / shown.length;
  const gap = Math.min(6, step * 0.2);
  const high = (value: number): number => (value / most) * (HEIGHT - FOOT - TOP);
  // As many words under it as fit.
  const every = Math.max(1, Math.ceil(shown.length / 8));
  return (
    <svg
      class="figure-series"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('figures.series', {
        list: shown
          .map(({ name, cell, part }) =>
            [rowName(translator, dimension, name), textOf(cell, translator), part]
              .filter((each) => each !== '')
              .join(' '),
          )
          .join(', '),
      })}
    >
      <line class="figure-axis" x1="0" x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
      {shown.map(({ name, cell, part }, at) => {
        const x = at * step + gap / 2;
        const width = step - gap;
        const value = high(cell?.high ?? 0);
        const low = high(cell?.low ?? 0);
        return (
          <g key={name} class={part === '' ? undefined : 'figure-part'}>
            {cell === null ? (
              <rect class="figure-kept" x={x} width={width} y={HEIGHT - FOOT - 10} height={10} />
            ) : (
              <>
                <rect class="figure-bar-most" x={x} width={width} y={HEIGHT - FOOT - value} height={value} />
                <rect class="figure-bar-sure" x={x} width={width} y={HEIGHT - FOOT - low} height={low} />
              </>
            )}
            {shown.length <= 24 && (
              <text
                class="figure-number"
                x={x + width / 2}
                y={HEIGHT - FOOT - Math.max(value, cell === null ? 10 : 0) - 4}
              >
                {cell === null ? '' : textOf(cell, translator)}
              </text>
            )}
            {at % every === 0 && (
              <text class="figure-month" x={x + width / 2} y={HEIGHT - 6}>
                {shortName(name)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

const textOf = (cell: Cell, translator: Translator): string =>
  rangeText(translator, cell?.low ?? null, cell?.high ?? null);

/** "03.26": what fits under a bar. The table says it in words. */
export const shortName = (name: string): string =>
  name.length === 7 ? `${name.slice(5)}.${name.slice(2, 4)}` : name;
