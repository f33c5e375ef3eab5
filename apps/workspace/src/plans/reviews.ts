import {
  agendaOf,
  type AgendaReason,
  type FuzzyDate,
  fuzzyRange,
  isFuzzyDate,
  type Promised,
  type Represented,
  representedAt,
} from '@dayaq/domain';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import type { RecordView } from '@dayaq/vault/client';
import type { Commitment, Framework } from './use-framework.ts';

/** A review with what belongs before it, who was there, and what it decided. */
export interface ReviewView {
  record: RecordView;
  agenda: readonly { commitment: Commitment; why: readonly AgendaReason[] }[];
  represented: Represented;
  decisions: readonly { record: RecordView; task: RecordView | null }[];
}

const dateIn = (value: unknown): FuzzyDate | null => (isFuzzyDate(value) ? value : null);
const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];

const all = ({ groups }: Framework): Commitment[] => groups.flatMap(({ commitments }) => commitments);

function promisedIn({ record, values, said }: Commitment, { unanswered }: Framework): Promised {
  return {
    id: record.id,
    start: dateIn(values['start']),
    regular: dateIn(values['regular']),
    annexLacks: textIn(record, 'annexLacks'),
    said,
    unanswered: unanswered.get(record.id) ?? [],
  };
}

/** Its first day; empty where it has none. */
const dayOf = (review: RecordView): string => {
  const date = dateIn(valuesOf(review)['date']);
  return date === null ? '' : fuzzyRange(date).from;
};

/** The first day of the review before that day; empty where there was none. */
const lastBefore = (reviews: readonly RecordView[], day: string): string =>
  reviews
    .map(dayOf)
    .filter((each) => each < day)
    .sort()
    .at(-1) ?? '';

/** What a review on that day should speak about. */
export function proposedAgenda(framework: Framework, day: string): string[] {
  const reviews = framework.records.filter(({ kind }) => kind === 'review');
  return agendaOf(
    all(framework).map((each) => promisedIn(each, framework)),
    day,
    lastBefore(reviews, day),
  ).map(({ id }) => id);
}

/** The newest first. */
export function reviewsOf(framework: Framework): ReviewView[] {
  const { records } = framework;
  const commitments = all(framework);
  const reviews = records.filter(({ kind }) => kind === 'review');
  const seats = seatsOf(framework).map((seat) => {
    const { since, until } = valuesOf(seat);
    return { id: seat.id, side: textIn(seat, 'side'), since: dateIn(since), until: dateIn(until) };
  });
  return reviews
    .sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : b.created.at - a.created.at))
    .map((record) => {
      const { agenda, present, quorum, date } = valuesOf(record);
      const day = dayOf(record);
      const reasons = new Map(
        agendaOf(
          commitments.map((each) => promisedIn(each, framework)),
          day,
          lastBefore(reviews, day),
        ).map(({ id, why }) => [id, why]),
      );
      const chosen = new Set(idsIn(agenda));
      return {
        record,
        agenda: commitments
          .filter((each) => chosen.has(each.record.id))
          .map((commitment) => ({ commitment, why: reasons.get(commitment.record.id) ?? [] })),
        represented: representedAt(
          {
            date: dateIn(date) ?? { day: '1900' },
            quorum: typeof quorum === 'number' ? quorum : null,
            present: idsIn(present),
          },
          seats,
        ),
        decisions: records
          .filter((each) => each.kind === 'decision' && textIn(each, 'review') === record.id)
          .sort((a, b) => a.created.at - b.created.at)
          .map((each) => ({
            record: each,
            task: records.find(({ kind, id }) => kind === 'task' && id === textIn(each, 'task')) ?? null,
          })),
      };
    });
}

export const seatsOf = ({ records }: Framework): RecordView[] =>
  records.filter(({ kind }) => kind === 'seat').sort((a, b) => a.created.at - b.created.at);
