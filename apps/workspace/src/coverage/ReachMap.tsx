import { t } from '../locale/index.ts';
import { DOT, type MapPicture } from './map-picture.ts';
import type { ReachRow } from './reach-rows.ts';
import { countSteps, type Step, STEPS } from './reach-steps.ts';
import { StepPatterns, stepFill } from './StepPatterns.tsx';
import type { Words } from './words.ts';

/** Districts by steps of distance. Its numbers are in its alternative, and every one of them in the table. */
export function ReachMap({
  picture,
  rows,
  chosen,
  onChoose,
  title,
  words,
}: {
  picture: MapPicture;
  rows: readonly ReachRow[];
  chosen: string | null;
  onChoose: (area: string) => void;
  title: string;
  words: Words;
}) {
  const byArea = new Map(rows.map((row) => [row.area, row]));
  const counts = countSteps(rows);
  const told = STEPS.filter((step) => counts[step] > 0).map((step) =>
    t('coverage.map.count', { step: t(`coverage.steps.${step}`), number: words.number(counts[step]) }),
  );
  const stepFor = (area: string): Step => byArea.get(area)?.step ?? 'nowhere';
  const chosenShape = picture.shapes.find(({ area }) => area === chosen);
  const chosenDot = picture.dots.find(({ area }) => area === chosen);
  return (
    <figure class="coverage-map">
      <svg
        viewBox={`-4 -4 ${picture.width + 8} ${picture.height + 8}`}
        role="img"
        aria-label={t('coverage.map.label', { title, counts: told.join('; ') })}
      >
        <StepPatterns />
        {picture.ground.map(({ area, path }) => (
          <path key={area} class="coverage-ground" d={path} fill-rule="evenodd" />
        ))}
        {picture.shapes.map(({ area, path }) => (
          <path
            key={area}
            class="coverage-district"
            data-area={area}
            data-step={stepFor(area)}
            d={path}
            fill={stepFill(stepFor(area))}
            fill-rule="evenodd"
            onClick={() => onChoose(area)}
          >
            <title>{byArea.get(area)?.name}</title>
          </path>
        ))}
        {picture.dots.map(({ area, x, y }) => (
          <circle
            key={area}
            class="coverage-district coverage-dot"
            data-area={area}
            data-step={stepFor(area)}
            cx={x}
            cy={y}
            r={DOT}
            fill={stepFill(stepFor(area))}
            onClick={() => onChoose(area)}
          >
            <title>{byArea.get(area)?.name}</title>
          </circle>
        ))}
        {chosenShape && <path class="coverage-chosen" d={chosenShape.path} />}
        {chosenDot && <circle class="coverage-chosen" cx={chosenDot.x} cy={chosenDot.y} r={DOT + 3} />}
      </svg>
      <figcaption>
        <ul class="coverage-legend">
          {STEPS.filter((step) => counts[step] > 0).map((step) => (
            <li key={step}>
              <svg viewBox="0 0 48 32" aria-hidden="true" focusable="false">
                <rect class="coverage-district" x="1" y="1" width="46" height="30" fill={stepFill(step)} />
              </svg>
              <span>
                {t('coverage.map.count', {
                  step: t(`coverage.steps.${step}`),
                  number: words.number(counts[step]),
                })}
              </span>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
