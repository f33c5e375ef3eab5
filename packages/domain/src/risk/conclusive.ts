import type { PlainRecord } from '../plain-record.ts';
import { answersOf, assess, isExplained, standingLevel } from './assess.ts';
import { LEVELS } from './instrument.ts';
import { instrumentOf } from './instruments.ts';

type Assessed = Pick<PlainRecord, 'fields' | 'conflict'>;

/**
 * Whether a `risk` record says enough to lower what was said before it: most of what is dangerous was answered, or the worker
 * judged otherwise and said why. One of an instrument that this version does not know lowers nothing.
 */
export function isConclusive({ fields, conflict }: Assessed): boolean {
  if (isExplained(fields) && conflict !== true) return true;
  const instrument = instrumentOf(fields.instrument);
  return instrument !== undefined && !assess(instrument, answersOf(instrument, fields)).tooLittleKnown;
}

/** Whether an assessment leaves an earlier one standing: it says too little, and the earlier one was graver. */
export function leavesStanding(later: Assessed, earlier: Assessed): boolean {
  const rank = (of: Assessed): number => LEVELS.findIndex((level) => level === standingLevel(of));
  return rank(later) < rank(earlier) && !isConclusive(later);
}
