import type { AgendaReason } from '@dayaq/domain';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { memberName, type Room } from '../cases/room.ts';
import { codeLabel, fieldLabel, recordTitle, type Surroundings, valueText } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Tag } from '../look/Tag.tsx';
import { reviewsOf, type ReviewView, seatsOf } from './reviews.ts';
import type { Framework } from './use-framework.ts';
import { deciding, lineOf, preparing, seating, type Writing } from './writing.ts';

export const WHY = {
  due: () => t('plans.reviews.why.due'),
  'gone-back': () => t('plans.reviews.why.goneBack'),
  differ: () => t('plans.reviews.why.differ'),
  unanswered: () => t('plans.reviews.why.unanswered'),
  silent: () => t('plans.reviews.why.silent'),
  annex: () => t('plans.reviews.why.annex'),
} as const satisfies Record<AgendaReason, () => string>;

interface Props {
  room: Room;
  framework: Framework;
  around: Surroundings;
  /** Absent where this person may only read. */
  onWrite: ((writing: Writing) => void) | undefined;
}

/** Who has a seat in the body that follows a plan, and its reviews: what is before them, who was there, what they decided. */
export function Reviews({ room, framework, around, onWrite }: Props) {
  const reviews = reviewsOf(framework);
  return (
    <section class="stack" aria-labelledby="plan-reviews">
      <h3 id="plan-reviews">{t('plans.reviews.title')}</h3>
      {reviews.length === 0 && <p class="muted">{t('plans.reviews.none')}</p>}
      {reviews.map((review, at) => (
        <OneReview
          key={review.record.id}
          review={review}
          isNewest={at === 0}
          {...{ room, framework, around, onWrite }}
        />
      ))}
      {onWrite !== undefined && (
        <div class="buttons">
          <Button kind="plain" small onClick={() => onWrite(preparing(framework, null, room))}>
            {t('plans.reviews.add')}
          </Button>
        </div>
      )}
      <Seats {...{ framework, around, onWrite }} />
    </section>
  );
}

function OneReview({
  room,
  framework,
  around,
  onWrite,
  review,
  isNewest,
}: Props & { review: ReviewView; isNewest: boolean }) {
  const { record, represented } = review;
  const minutes = textIn(record, 'minutes');
  return (
    <details class="plan-review" id={`record-${record.id}`} open={isNewest}>
      <summary>
        <strong>{codeLabel(around.translator, 'review-types', textIn(record, 'type'))}</strong>{' '}
        <span class="muted">
          {[words(around, review, 'date'), words(around, review, 'place')].filter(Boolean).join(', ')}
        </span>
      </summary>
      <div class="stack">
        <WhoWasThere represented={represented} around={around} />
        <section class="stack stack-tight">
          <h4>{t('plans.reviews.agenda')}</h4>
          {review.agenda.length === 0 && <p class="muted">{t('plans.reviews.noAgenda')}</p>}
          <ol>
            {review.agenda.map(({ commitment, why }) => (
              <li key={commitment.record.id}>
                {lineOf(commitment, room)}
                {why.length > 0 && (
                  <span class="muted small"> {why.map((reason) => WHY[reason]()).join(', ')}</span>
                )}
              </li>
            ))}
          </ol>
        </section>
        <section class="stack stack-tight">
          <h4>{t('plans.reviews.decisions')}</h4>
          {review.decisions.length === 0 && <p class="muted">{t('plans.reviews.noDecisions')}</p>}
          <ul class="plan-readings">
            {review.decisions.map((decision) => (
              <li key={decision.record.id}>
                <OneDecision {...{ room, around, review, decision, onWrite }} plan={framework.root.id} />
              </li>
            ))}
          </ul>
        </section>
        {minutes !== '' && (
          <section class="stack stack-tight">
            <h4>{t('plans.reviews.minutes')}</h4>
            <p class="value-long">{minutes}</p>
          </section>
        )}
        {onWrite !== undefined && (
          <div class="buttons">
            <Button
              kind="plain"
              small
              onClick={() => void deciding(room, framework.root.id, review, null).then(onWrite)}
            >
              {t('plans.reviews.decide')}
            </Button>
            <Button kind="quiet" small onClick={() => onWrite(preparing(framework, record, room))}>
              {t('plans.reviews.edit')}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}

const words = (around: Surroundings, { record }: Pick<ReviewView, 'record'>, field: string): string => {
  const values = valuesOf(record);
  return valueText({ ...around, kind: record.kind, field, value: values[field], values });
};

function WhoWasThere({
  represented,
  around,
}: {
  represented: ReviewView['represented'];
  around: Surroundings;
}) {
  const { seats, present, enough, absent } = represented;
  if (seats === 0) return null;
  return (
    <>
      <p>
        {t('plans.reviews.represented', { present, seats })}{' '}
        <Tag tone={enough === false ? 'w' : enough === true ? 'o' : 'n'}>
          {enough === null
            ? t('plans.reviews.quorumUnknown')
            : enough
              ? t('plans.reviews.enough')
              : t('plans.reviews.notEnough')}
        </Tag>
      </p>
      {absent.length > 0 && (
        <p class="muted">
          {t('plans.reviews.absent', {
            sides: absent.map((side) => codeLabel(around.translator, 'seat-sides', side)).join(', '),
          })}
        </p>
      )}
    </>
  );
}

interface DecisionProps {
  room: Room;
  plan: string;
  around: Surroundings;
  review: ReviewView;
  decision: ReviewView['decisions'][number];
  onWrite: ((writing: Writing) => void) | undefined;
}

function OneDecision({ room, plan, around, review, decision, onWrite }: DecisionProps) {
  const { record, task } = decision;
  const becomes = textIn(record, 'becomes');
  const about = words(around, { record }, 'commitment');
  return (
    <div class="plan-reading">
      <p class="value-long">
        {textIn(record, 'words')}{' '}
        <Tag>{codeLabel(around.translator, 'decision-types', textIn(record, 'what'))}</Tag>
      </p>
      {about !== '' && <p class="muted small">{about}</p>}
      {becomes !== '' && <p class="value-long">{t('plans.reviews.becomes', { words: becomes })}</p>}
      {textIn(record, 'what') === 'task' && (
        <p class="small">
          {task === null
            ? t('plans.reviews.taskGone')
            : [
                t('plans.reviews.task', {
                  who: memberName(room, textIn(task, 'owner')),
                  day: valueText({ ...around, kind: 'task', field: 'due', value: task.fields['due']?.value }),
                }),
                typeof task.fields['done']?.value === 'number' ? t('plans.reviews.taskDone') : '',
              ]
                .filter(Boolean)
                .join(' · ')}
        </p>
      )}
      {onWrite !== undefined && (
        <Button kind="quiet" small onClick={() => void deciding(room, plan, review, record).then(onWrite)}>
          {t('plans.editReading')}
        </Button>
      )}
    </div>
  );
}

function Seats({ framework, around, onWrite }: Omit<Props, 'room'>) {
  const seats = seatsOf(framework);
  return (
    <details>
      <summary>{t('plans.seats.title')}</summary>
      <div class="stack stack-tight">
        {seats.length === 0 && <p class="muted">{t('plans.seats.none')}</p>}
        <ul class="plan-readings">
          {seats.map((seat) => (
            <li key={seat.id} class="spread">
              <span>
                {recordTitle(seat, around)}{' '}
                <span class="muted small">
                  {[
                    textIn(seat, 'holder') || t('plans.seats.empty'),
                    ...['since', 'until'].map((field) => {
                      const day = words(around, { record: seat }, field);
                      return day === '' ? '' : `${fieldLabel(around.translator, 'seat', field)}: ${day}`;
                    }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {onWrite !== undefined && (
                <Button kind="quiet" small onClick={() => onWrite(seating(seat))}>
                  {t('plans.editReading')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {onWrite !== undefined && (
          <div class="buttons">
            <Button kind="quiet" small onClick={() => onWrite(seating(null))}>
              {t('plans.seats.add')}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}
