import type { Step } from './reach-steps.ts';

export const stepFill = (step: Step): string => `url(#coverage-step-${step})`;

/** Size of a pattern's tile, in units of the map. */
const TILE = 16;

/** Shade for who sees shades, and strokes that grow with the distance for who does not, and for paper. */
const DRAWN: Readonly<Record<Step, { shade: number; strokes: string; width: number }>> = {
  here: { shade: 0.06, strokes: '', width: 0 },
  'to-50': { shade: 0.2, strokes: 'M7 8h2', width: 2.5 },
  'to-100': { shade: 0.36, strokes: 'M-4 4l8-8M0 16L16 0M12 20l8-8', width: 1.4 },
  'to-200': { shade: 0.56, strokes: 'M-4 4l8-8M-4 12L12-4M0 16L16 0M4 20L20 4M12 20l8-8', width: 2.2 },
  'over-200': { shade: 0.95, strokes: '', width: 0 },
  'asks-first': { shade: 0.1, strokes: 'M2 0v16M10 0v16', width: 2.2 },
  nowhere: { shade: 0, strokes: 'M-4 4l8-8M0 16L16 0M12 20l8-8M-4 12l8 8M0 0l16 16M12-4l8 8', width: 2.6 },
};

/** The patterns of all steps, once in a page. */
export function StepPatterns() {
  return (
    <defs>
      {Object.entries(DRAWN).map(([step, { shade, strokes, width }]) => (
        <pattern
          key={step}
          id={`coverage-step-${step}`}
          patternUnits="userSpaceOnUse"
          width={TILE}
          height={TILE}
        >
          <rect class="coverage-tile" width={TILE} height={TILE} />
          <rect class="coverage-shade" width={TILE} height={TILE} fill-opacity={shade} />
          {strokes !== '' && (
            <path
              class={step === 'nowhere' ? 'coverage-stroke-nowhere' : 'coverage-stroke'}
              d={strokes}
              stroke-width={width}
            />
          )}
        </pattern>
      ))}
    </defs>
  );
}
