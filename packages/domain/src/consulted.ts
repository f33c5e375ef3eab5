import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';

/** What can be said of an organisation at a consultation, in the order in which it would have gone. */
export const CONSULTED_STEPS = ['told', 'invited', 'tookPart', 'heard'] as const;
export type ConsultedStep = (typeof CONSULTED_STEPS)[number];
export type WasIt = 'yes' | 'no' | 'unknown';

/** One organisation at a consultation. */
export interface Consulted {
  id: string;
  side: string;
  /** What stands of each: none where nobody has said, several where two of us said it apart from each other. */
  said: Readonly<Record<ConsultedStep, readonly unknown[]>>;
}

/** How many there are of each answer; together they are all. */
export type CountedAnswers = Readonly<Record<WasIt, number>>;
export interface ConsultedCount {
  all: number;
  steps: Readonly<Record<ConsultedStep, CountedAnswers>>;
}

/** What is known of one step. Where two answers stand, or it was heard where it was not there, nobody knows. */
export function wasIt({ said }: Pick<Consulted, 'said'>, step: ConsultedStep): WasIt {
  const answers = new Set(said[step]);
  const [only] = answers;
  if (answers.size !== 1 || (only !== 'yes' && only !== 'no')) return 'unknown';
  const denied = step === 'heard' && only === 'yes' && said.tookPart.includes('no');
  return denied ? 'unknown' : only;
}

export function countConsulted(all: readonly Consulted[]): ConsultedCount {
  const of = (step: ConsultedStep): CountedAnswers => {
    const count = { yes: 0, no: 0, unknown: 0 };
    for (const each of all) count[wasIt(each, step)]++;
    return count;
  };
  return {
    all: all.length,
    steps: { told: of('told'), invited: of('invited'), tookPart: of('tookPart'), heard: of('heard') },
  };
}

/** The same by side, for each side of which somebody is there, in the given order. */
export function countBySide(
  all: readonly Consulted[],
  order: readonly string[],
): { side: string; count: ConsultedCount }[] {
  const place = (side: string): number => (order.indexOf(side) + order.length + 1) % (order.length + 1);
  const sides = [...new Set(all.map(({ side }) => side))].sort((a, b) => place(a) - place(b));
  return sides.map((side) => ({ side, count: countConsulted(all.filter((each) => each.side === side)) }));
}

/** How a proposal stands. `late`: no answer by the day that was promised; `no-day`: no answer, and none was promised. */
export const PROPOSAL_STATES = ['late', 'waits', 'no-day', 'answered'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** @param today YYYY-MM-DD: a day that is "June" is over when June is */
export function proposalState(
  { fate, answerBy }: { readonly fate?: unknown; readonly answerBy?: unknown },
  today: string,
): ProposalState {
  if (typeof fate === 'string' && fate !== '') return 'answered';
  if (!isFuzzyDate(answerBy)) return 'no-day';
  return fuzzyRange(answerBy).to < today ? 'late' : 'waits';
}
