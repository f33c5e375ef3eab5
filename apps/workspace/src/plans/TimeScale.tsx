import { type FuzzyDate, spanOn, yearsOn } from '@dayaq/domain';

const WIDTH = 300;
const HEIGHT = 14;
/** Of a year's name: the last one must not be cut. */
const YEARS = 12;

interface Mark {
  date: FuzzyDate | null;
  /** `start`: when it begins. `regular`: by when it is there. */
  what: 'start' | 'regular';
}

/**
 * Where dates lie on a plan's years: what begins is filled, what is there by then has an edge. It says nothing that does not
 * stand beside it in words.
 */
export function TimeScale({ scale, marks }: { scale: FuzzyDate; marks: readonly Mark[] }) {
  const spans = marks.flatMap(({ date, what }) => {
    const span = date === null ? null : spanOn(scale, date);
    return span === null ? [] : [{ what, span }];
  });
  if (spans.length === 0) return null;
  return (
    <svg class="plan-scale" viewBox={`0 0 ${WIDTH} ${HEIGHT + YEARS}`} aria-hidden="true" focusable="false">
      <line class="plan-scale-line" x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      {yearsOn(scale).map(({ year, at }) => (
        <g key={year}>
          <line class="plan-scale-line" x1={at * WIDTH} x2={at * WIDTH} y1="0" y2={HEIGHT} />
          <text class="plan-scale-year" x={at * WIDTH + 2} y={HEIGHT + YEARS - 1}>
            {year}
          </text>
        </g>
      ))}
      {spans.map(({ what, span }) => (
        <rect
          key={what}
          class={`plan-scale-${what}`}
          x={span.from * WIDTH}
          y={HEIGHT / 2 - 4}
          width={Math.max(3, (span.to - span.from) * WIDTH)}
          height="8"
          rx="2"
        />
      ))}
    </svg>
  );
}
