import type { RowKind, Subject } from './targets.ts';
import type { CellValue, ValueFault } from './values.ts';

export type RowFields = Record<string, CellValue | null>;

/** Why a row does not come in. */
export type RowFault =
  | { fault: ValueFault; column: string; value: string }
  /** Another row has the same number. */
  | { fault: 'same-number'; column: string; value: string; row: number }
  /** Every filled cell is the same in another row. */
  | { fault: 'same-row'; row: number }
  /** It is of one case with a row that cannot come in: the case waits whole. */
  | { fault: 'with-row'; row: number }
  /** A service of nobody. */
  | { fault: 'no-name' }
  /** More records than one case holds. */
  | { fault: 'too-many' }
  /** The person said no to being helped or written down. */
  | { fault: 'refused'; column: string; value: string }
  /** What is said of their consent is neither a yes nor a no that is known, nor that nobody asked. */
  | { fault: 'consent-unclear'; column: string; value: string }
  /** It ends in the middle: a text file in which a few rows have fewer cells than the others. */
  | { fault: 'cut-off' }
  /** Nothing of the row comes along, or nothing but its number. */
  | { fault: 'nothing' };

/** What a person should know of a row that does come in. */
export type RowRemark =
  /** No day: the case stands under the day on which it was brought in. */
  | { remark: 'no-day' }
  /** A code built from a person was left out. */
  | { remark: 'code-left-out' }
  /** Several acts, and who did which is not said: they stand beside each other. */
  | { remark: 'who-did-what' }
  /** A place that is on no list is kept in its own words. */
  | { remark: 'place-in-words'; value: string }
  /** Another name than the client's: another person of the same case. */
  | { remark: 'another-person' }
  /** Said otherwise than in an earlier row of the case: that one stands, and this is kept as words. */
  | { remark: 'told-otherwise' }
  /** The same again as an earlier row of the case says: it is there once. */
  | { remark: 'said-again' }
  /** A day ahead of something that cannot stand for itself: it is a step that is due then. */
  | { remark: 'step-ahead' }
  /** Something that could not stand for itself is kept as words. */
  | { remark: 'kept-as-words' }
  /** The person said no to something beyond our help: it is kept as words, and is to be written down as a no. */
  | { remark: 'refused-more' }
  /** Letters that the file has lost: "G?nc?". */
  | { remark: 'lost-letters'; value: string }
  /** A cost that nobody here has approved: it comes in as not asked for yet. */
  | { remark: 'cost-open' };

/** A record that rows become. References name places of the same plan. */
export interface RowRecord {
  /** Within the plan: of its head the name of the kind. */
  place: string;
  kind: RowKind | 'note';
  fields: RowFields;
}

/** What one row, or the rows of one case or provider, become. */
export interface RowPlan {
  /** Of the first row, as numbered in the file. */
  number: number;
  /** What it is, and the place of its head. */
  root: Subject;
  /** The same for the same rows of the next file: their old number or name, else all that they say. */
  name: string;
  /** That old number or name as the row has it, or empty. */
  called: string;
  /** Empty where it cannot come in; the head first. */
  records: readonly RowRecord[];
  faults: readonly RowFault[];
  remarks: readonly RowRemark[];
  /** Row by row. */
  rows: readonly { number: number; faults: readonly RowFault[]; remarks: readonly RowRemark[] }[];
}
