import type { Count, Question } from '@dayaq/domain/count';
import type { Id } from './values.ts';

/** What came of a question: a table too large to be read has none. */
export type FigureAnswer = { is: 'counted'; count: Count } | { is: 'too-large' } | { is: 'locked' };

/** Counting what this account may read, on this device. */
export interface Figures {
  /** What is asked of the cases of one space, as they stand here now. */
  figure(question: Question, at?: Id): Promise<FigureAnswer>;
}
