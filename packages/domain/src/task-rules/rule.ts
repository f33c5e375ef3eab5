/** When a task is due, reckoned from a day of its record. */
export type Offset =
  | { days: number }
  | { workDays: number }
  /** A legal time of the country pack, by its code of the list `deadline-rules`. */
  | { deadline: string };

/** The field has one of these codes; for a field of several codes, at least one of them. */
export interface Has {
  field: string;
  in: readonly string[];
}

/** Another live record of the case. */
export interface Beside extends Has {
  kind: string;
  by?: string;
}

/** A rule that makes a task out of a record. */
export interface TaskRule {
  /** Code of the list `task-rules`; its label words the task. One code may have several rows: the first that applies. */
  rule: string;
  kind: string;
  /** The field that it is reckoned from, a date (its last day) or a moment; `created` is when it was written down. */
  from: string;
  due: Offset;
  /** So many days before it is due it stands among what is to be done; else on the day itself. */
  ahead?: number;
  /** All of these hold. */
  when?: readonly Has[];
  /** None of these holds. */
  unless?: readonly Has[];
  /** These fields are empty: nobody has done it, or made it unnecessary. */
  empty?: readonly string[];
  /** These say something. */
  filled?: readonly string[];
  /** Only where the case has a record of that kind, and none that was written by who knew of this one. */
  newerThan?: string;
  /** Only while the case has no record of these kinds that was written by who knew of this one. */
  noneAfter?: readonly string[];
  /** Only where the day that it is reckoned from lies so many days or fewer before it was written down. */
  within?: number;
  /** Also in a case that is closed. */
  evenClosed?: true;
  /** Not where somebody protected the person after it was written down. */
  untilSafe?: true;
  /** Somebody's safety hangs on it: it is asked also about who no longer wants our help. */
  safety?: true;
  /** Another record of the case is like this; and none is like any of those. `by`: the field in which it names this one. */
  beside?: Beside;
  without?: readonly Beside[];
  /** What it waits for is owed by somebody outside: an answer, a promise. */
  owed?: true;
  /** It is counted in hours, and stands before everything else that is to be done. */
  urgent?: true;
}
