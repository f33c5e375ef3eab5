import { barOn, type FuzzyDate, yearsOn } from '@dayaq/domain';
import { t } from '../locale/index.ts';

const WIDTH = 300;
const HEIGHT = 14;
/** Of a year's name: the last one must not be cut. */
const YEARS = 14;
const MIDDLE = HEIGHT / 2;
/** What is known to the day is seen all the same. */
const LEAST = 3;

interface Props {
  scale: FuzzyDate;
  /** When it begins. */
  start: FuzzyDate | null;
  /** By when it is there. */
  regular: FuzzyDate | null;
  /** YYYY-MM-DD */
  today: string;
}

/** Where what was promised lies on a plan's years, and where today is. It says nothing that does not stand beside it in words. */
export function TimeScale({ scale, start, regular, today }: Props) {
  const bar = barOn(scale, { start, regular }, today);
  if (bar === null) return null;
  const { past, ahead, about } = bar;
  const width = ({ from, to }: { from: number; to: number }): number => Math.max(LEAST, (to - from) * WIDTH);
  return (
    <svg class="plan-scale" viewBox={`0 0 ${WIDTH} ${HEIGHT + YEARS}`} aria-hidden="true" focusable="false">
      <line class="plan-scale-line" x1="0" x2={WIDTH} y1={MIDDLE} y2={MIDDLE} />
      {yearsOn(scale).map(({ year, at }) => (
        <g key={year}>
          <line class="plan-scale-line" x1={at * WIDTH} x2={at * WIDTH} y1="0" y2={HEIGHT} />
          <text class="plan-scale-year" x={at * WIDTH + 2} y={HEIGHT + YEARS - 1}>
            {year}
          </text>
        </g>
      ))}
      {past !== null && (
        <rect class="plan-scale-past" x={past.from * WIDTH} y={MIDDLE - 4} width={width(past)} height="8" />
      )}
      {ahead !== null && (
        <line
          class="plan-scale-ahead"
          x1={ahead.from * WIDTH}
          x2={ahead.from * WIDTH + width(ahead)}
          y1={MIDDLE}
          y2={MIDDLE}
        />
      )}
      {about.map((each) => (
        <rect
          key={each.from}
          class="plan-scale-about"
          x={each.from * WIDTH}
          y={MIDDLE - 5}
          width={width(each)}
          height="10"
        />
      ))}
      {bar.today !== null && (
        <line class="plan-scale-today" x1={bar.today * WIDTH} x2={bar.today * WIDTH} y1="0" y2={HEIGHT} />
      )}
    </svg>
  );
}

/** What the signs on a scale mean: each with its word. */
export function TimeScaleLegend() {
  const signs = [
    { name: t('plans.scale.past'), sign: <rect class="plan-scale-past" y="3" width="28" height="8" /> },
    { name: t('plans.scale.ahead'), sign: <line class="plan-scale-ahead" x1="0" x2="28" y1="7" y2="7" /> },
    {
      name: t('plans.scale.about'),
      sign: (
        <>
          <rect class="plan-scale-past" y="3" width="28" height="8" />
          <rect class="plan-scale-about" y="2" width="28" height="10" />
        </>
      ),
    },
    { name: t('plans.scale.today'), sign: <line class="plan-scale-today" x1="14" x2="14" y1="0" y2="14" /> },
  ];
  return (
    <ul class="plan-scale-legend small muted">
      {signs.map(({ name, sign }) => (
        <li key={name}>
          <svg viewBox="0 0 28 14" aria-hidden="true" focusable="false">
            {sign}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
