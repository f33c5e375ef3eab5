import { formatNumber } from '@dayaq/locale';
import { t, translator } from '../locale/index.ts';
import { HEIGHT, type SeriesPicture, WIDTH } from './series-picture.ts';

/**
 * What was measured over the years, by sheets of one unit: a line for each definition, a bar where only a range is known. It says
 * nothing that does not stand in the table beside it.
 */
export function Series({ picture }: { picture: SeriesPicture | null }) {
  if (picture === null) return null;
  return (
    <svg class="series" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <line class="series-scale" x1="0" x2={WIDTH} y1={picture.floor} y2={picture.floor} />
      <text class="series-word" x="0" y="10">
        {formatNumber(translator.value.language, picture.most)}
      </text>
      {picture.years.map(({ year, x }) => (
        <g key={year}>
          <line class="series-scale" x1={x} x2={x} y1={picture.floor} y2={picture.floor + 4} />
          <text class="series-word" x={x} y={HEIGHT - 4}>
            {year}
          </text>
        </g>
      ))}
      {picture.changes.map((x) => (
        <line key={x} class="series-change" x1={x} x2={x} y1="14" y2={picture.floor} />
      ))}
      {picture.lines.map((line, at) => (
        <g key={line[0]?.id ?? at}>
          {line.length > 1 && (
            <polyline class="series-line" points={line.map(({ x, middle }) => `${x},${middle}`).join(' ')} />
          )}
          {line.map(({ id, x, top, bottom }) =>
            top === bottom ? (
              <circle key={id} class="series-point" cx={x} cy={top} r="3.5" />
            ) : (
              <rect key={id} class="series-range" x={x - 3} y={top} width="6" height={bottom - top} />
            ),
          )}
        </g>
      ))}
      {picture.baselines.map(({ id, x, top, bottom }) => (
        <rect key={id} class="series-baseline" x={x - 4} y={top - 4} width="8" height={bottom - top + 8} />
      ))}
      {picture.targets.map(({ id, x, top }) => (
        <path key={id} class="series-target" d={`M${x - 5} ${top} h10 M${x} ${top - 5} v10`} />
      ))}
    </svg>
  );
}

/** What each sign in the picture stands for. */
export function SeriesLegend() {
  return (
    <ul class="series-legend small muted cluster">
      <li>
        <Sign d="M1 7 h14 M8 7 m-3 0 a3 3 0 1 0 6 0 a3 3 0 1 0 -6 0" kind="line" />{' '}
        {t('plans.indicators.sign.measured')}
      </li>
      <li>
        <Sign d="M4 3 h8 v8 h-8 z" kind="baseline" /> {t('plans.indicators.sign.baseline')}
      </li>
      <li>
        <Sign d="M3 7 h10 M8 2 v10" kind="target" /> {t('plans.indicators.sign.target')}
      </li>
    </ul>
  );
}

function Sign({ d, kind }: { d: string; kind: 'line' | 'baseline' | 'target' }) {
  return (
    <svg class="series-sign" viewBox="0 0 16 14" aria-hidden="true" focusable="false">
      <path class={`series-${kind}`} d={d} />
    </svg>
  );
}
