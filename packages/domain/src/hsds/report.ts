/** What is wrong with a line, so that nothing of the file is taken. */
export type Refusal =
  | 'too-large'
  | 'too-many-rows'
  | 'too-deep'
  | 'not-json'
  | 'not-csv'
  | 'no-directory'
  | 'not-an-object'
  | 'not-a-list'
  | 'wrong-number-of-cells'
  | 'missing'
  | 'not-a-uuid'
  | 'not-a-number'
  | 'not-text'
  | 'twice'
  | 'contradicts'
  | 'points-nowhere'
  | 'not-valid';
/** What was read and has no place with us. It does not stop the rest. */
export type Note =
  | 'not-mapped'
  | 'recurrence-not-mapped'
  | 'time-not-read'
  | 'area-not-known'
  | 'zone-left-out';

export interface Remark {
  /** File and line ("services.csv:12") or the place in the JSON ("services[3].schedules[0]"). */
  where: string;
  /** Column or field, where one is meant. */
  what: string;
  code: Refusal | Note;
}

const NOTES: readonly string[] = [
  'not-mapped',
  'recurrence-not-mapped',
  'time-not-read',
  'area-not-known',
  'zone-left-out',
] satisfies readonly Note[];

export const isRefusal = (remark: Remark): boolean => !NOTES.includes(remark.code);

/** A row of a table, and where in the input it came from. */
export interface Placed {
  where: string;
  row: Record<string, string | number>;
}
