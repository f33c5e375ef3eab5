import type { Shown } from '../disclosure/index.ts';
import type { Question } from './question.ts';

/**
 * One table of a figure that leaves; of a figure by three things there is one for each that the first of them says, without rows
 * where that is kept back.
 */
export interface GivenTable {
  /** What the first of three sides says; null of other figures. */
  readonly of: string | null;
  readonly rows: readonly string[];
  /** One, empty, where the figure is by one thing alone. */
  readonly columns: readonly string[];
  /** Null: kept back. */
  readonly cells: readonly (readonly Shown[])[];
  /** Of everything that stands in a row or a column; what stands in several is in several. Empty by one thing alone. */
  readonly rowSums: readonly Shown[];
  readonly columnSums: readonly Shown[];
}

/** The numbers of a figure that leaves, and what they are of. */
export interface GivenNumbers {
  readonly question: Question;
  readonly tables: readonly GivenTable[];
  /** All of it, each once; the higher number takes in what is only estimated or told. */
  readonly all: { readonly low: Shown; readonly high: Shown };
  readonly overlaps: boolean;
  /** How many it does not count, and why: `Count`. */
  readonly perhaps: Shown;
  readonly undated: Shown;
  readonly withheld: Shown;
}
