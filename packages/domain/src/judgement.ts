import type { PlainRecord } from './plain-record.ts';
import { counts } from './card.ts';
import { fieldOf } from './kinds/index.ts';

/** What was judged of one act: whether it violates a right. */
export interface Judgement {
  /** Code of the list `qualification`. */
  answer: string;
  /** Whoever signed it; empty where that is not known. */
  by: string;
  /** It counts: another than whoever took the act down says so. */
  counts: boolean;
}

/** The judgement of an act, or null where nobody judged it. */
export function judgementOf(violation: PlainRecord): Judgement | null {
  const answer = violation.fields.qualified;
  const field = fieldOf('violation', 'qualified');
  if (typeof answer !== 'string' || answer === '' || field === undefined) return null;
  return { answer, by: violation.writers?.['qualified'] ?? '', counts: counts(field, violation) };
}
