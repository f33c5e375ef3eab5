import { daysBetween } from './day.ts';
import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';
import type { PlainRecord } from './plain-record.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface Nights {
  /** Fewest and most nights that the days of the stay allow; the same where they are known to the day. */
  least: number;
  most: number;
  /** They are there still. */
  goesOn: boolean;
}

/**
 * The nights of a stay: the night that follows each day from coming in to before going out.
 * @param today YYYY-MM-DD: until when a stay that goes on is counted
 * @returns null where nobody came in, or the days contradict each other
 */
export function nightsOf({ in: begun, out, ending }: Fields, today: string): Nights | null {
  if (!isFuzzyDate(begun) || ending === 'refused') return null;
  const first = fuzzyRange(begun);
  const isOver = isFuzzyDate(out);
  const last = isOver ? fuzzyRange(out) : { from: today, to: today };
  // Over, and nobody wrote when: the nights are not known.
  if (!isOver && typeof ending === 'string' && ending !== '') return null;
  const most = daysBetween(first.from, last.to);
  if (most < 0) return null;
  return { least: Math.max(0, daysBetween(first.to, last.from)), most, goesOn: !isOver };
}

/** Nights of all stays of a case together, by person: a mother with two children for three nights are nine. */
export function personNights(
  records: readonly PlainRecord[],
  today: string,
): { least: number; most: number } {
  return records
    .filter(({ kind, deleted }) => kind === 'stay' && !deleted)
    .reduce(
      (sum, { fields }) => {
        const nights = nightsOf(fields, today);
        const people = Math.max(1, Array.isArray(fields.who) ? fields.who.length : 0);
        return nights === null
          ? sum
          : { least: sum.least + nights.least * people, most: sum.most + nights.most * people };
      },
      { least: 0, most: 0 },
    );
}

/** As what a stay that ended so is put on record against its provider (list `service-event-types`); null for none. */
export function eventOfEnding(ending: unknown): 'refusal' | 'exit' | 'closure' | null {
  if (ending === 'refused') return 'refusal';
  if (ending === 'closed') return 'closure';
  return ending === 'put-out' || ending === 'left-unsafe' || ending === 'rules' ? 'exit' : null;
}

/** How often somebody came, of the times that are over and were not called off. */
export function attendanceOf(steps: readonly Fields[]): { came: number; of: number } {
  const over = steps.filter(({ came }) => came === 'came' || came === 'missed' || came === 'excused');
  return { came: over.filter(({ came }) => came === 'came').length, of: over.length };
}
