/** Why something of a plan is not in the file, or stands in it otherwise than one would look for it. */
export const WHYS = [
  /** It is no activity: what was recommended, achieved, or stands in the way. */
  'no-activity',
  /** Neither it nor the plan has a date. */
  'no-date',
  /** Its donor is not to be named outside: day and amount could name them. */
  'hidden-donor',
  /** Money of which no day is known, nor a year or less for which it is. */
  'no-day',
  /** Given in kind: it stands there in words. */
  'in-kind',
  /** A number that would tell of single people. */
  'small',
  /** Only a range is known: it stands there in words. */
  'range',
  /** An indicator of which nobody said what is counted. */
  'no-definition',
  /** We have not said how far it came: it counts as one that has not begun. */
  'unsaid',
] as const;
export type Why = (typeof WHYS)[number];

/** What was left, by why. */
export class LeftOut {
  readonly #found = new Map<Why, string[]>();

  /** @param name of the commitment that it is of */
  add(why: Why, name: string): void {
    const names = this.#found.get(why);
    if (names === undefined) this.#found.set(why, [name]);
    else names.push(name);
  }

  /** In the order of `WHYS`; `names` of commitments, each once. */
  list(): { why: Why; count: number; names: readonly string[] }[] {
    return WHYS.flatMap((why) => {
      const names = this.#found.get(why);
      return names === undefined ? [] : [{ why, count: names.length, names: [...new Set(names)] }];
    });
  }
}
