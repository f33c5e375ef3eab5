import type { About, Bearing, Count, Question, Suggestion } from '@dayaq/domain/count';
import type { Id } from './values.ts';

/** What came of a question: a table too large to be read has none. */
export type FigureAnswer = { is: 'counted'; count: Count } | { is: 'too-large' } | { is: 'locked' };

/** Acts of several cases that are alike, at most 30; `more`: how many suggestions are left out. */
export type PatternsAnswer =
  | { is: 'found'; suggestions: readonly Suggestion[]; more: number }
  | { is: 'locked' };

/** Cases that may bear on a commitment, at most 20; `more`: how many are left out. */
export type BearingAnswer = { is: 'found'; cases: readonly Bearing[]; more: number } | { is: 'locked' };

/** Counting what this account may read, on this device. */
export interface Figures {
  /**
   * What is asked of the cases of one space, as they stand here now.
   * @param today YYYY-MM-DD
   */
  figure(question: Question, today: string, at?: Id): Promise<FigureAnswer>;
  /**
   * Acts that may be a pattern, for a person to say so; none that somebody has gathered already.
   * @param today YYYY-MM-DD
   */
  patterns(today: string, at?: Id): Promise<PatternsAnswer>;
  /** Cases in which something was done that a commitment is about; none of which somebody has said so already. */
  bearing(asked: { commitment: Id; about: About }, at?: Id): Promise<BearingAnswer>;
}
