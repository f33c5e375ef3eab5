import { fuzzyRange } from '@dayaq/domain';
import { dayOf, formatDate } from '@dayaq/locale';
import type { RecordView } from '@dayaq/vault/client';
import { kindLabel } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { t } from '../../locale/index.ts';
import { useWords } from '../detail/FieldValue.tsx';
import { useOpenCase } from '../detail/open-case.ts';
import type { Planned } from './plan.ts';
import { drawPlan } from './plan-picture.ts';

const ROW = 34;
const HEAD = 22;
const WIDTH = 640;

/** Bars from the day on which something was planned to the day on which it was, or is to be, done. */
export function PlanPicture({ acts }: { acts: readonly Planned[] }) {
  const { today, translator } = useOpenCase();
  const words = useWords();
  const titleOf = (record: RecordView) => words(record, 'type') || kindLabel(translator, 'response');
  const picture = drawPlan(
    acts.map(({ record, planned, done }) => ({
      id: record.id,
      title: titleOf(record),
      begun: dayOf(record.created.at),
      end: (done ?? planned) === null ? null : fuzzyRange(done ?? planned ?? { day: today }).to,
      isDone: done !== null,
    })),
    today,
  );
  if (picture === null) return null;
  const height = HEAD + picture.bars.length * ROW + 6;
  const x = (share: number) => 4 + share * (WIDTH - 8);
  return (
    <figure class="plan-picture" aria-labelledby="plan-picture">
      <figcaption id="plan-picture" class="plan-picture-title">
        {t('plan.picture.title')}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true" focusable="false">
        {picture.months.map(({ day, at, named }) => (
          <g key={day}>
            <line class="plan-picture-month" x1={x(at)} x2={x(at)} y1={HEAD - 4} y2={height} />
            {named && (
              <text class="plan-picture-word" x={x(at) + 4} y={14}>
                {formatDate(translator.language, day, 'month')}
              </text>
            )}
          </g>
        ))}
        {picture.bars.map((bar, index) => {
          const y = HEAD + index * ROW;
          const isRight = bar.from > 0.6;
          return (
            <g key={bar.id}>
              <text
                class="plan-picture-name"
                x={isRight ? x(bar.to) : x(bar.from)}
                y={y + 13}
                text-anchor={isRight ? 'end' : 'start'}
              >
                {bar.title}
              </text>
              <rect
                class={bar.isDone ? 'plan-picture-done' : 'plan-picture-ahead'}
                x={x(bar.from)}
                y={y + 18}
                width={Math.max(8, x(bar.to) - x(bar.from))}
                height={8}
                rx={4}
              />
            </g>
          );
        })}
        <line
          class="plan-picture-today"
          x1={x(picture.today)}
          x2={x(picture.today)}
          y1={HEAD - 8}
          y2={height}
        />
      </svg>
      <details>
        <summary>{t('plan.picture.asText')}</summary>
        <ul class="small">
          {picture.bars.map((bar) => (
            <li key={bar.id}>
              {t('plan.picture.row', {
                what: bar.title,
                from: sayDate(translator, { day: bar.begun }),
                to: sayDate(translator, { day: bar.end }),
              })}
            </li>
          ))}
          <li>
            {t('plan.picture.today')}: {sayDate(translator, { day: today })}
          </li>
        </ul>
      </details>
    </figure>
  );
}
