/** A day that comes back every year. */
export interface FixedHoliday {
  /** Code of the list `holidays`. */
  holiday: string;
  /** First day, MM-DD. */
  from: string;
  /** How many days; 1 where it is not said. */
  days?: number;
  /** A day of mourning: no other day is given for it when it falls on a weekend. */
  mourning?: true;
}

/** A day that the moon, a decree or an election sets anew each year. */
export interface MovableHoliday {
  holiday: string;
  /** First day, YYYY-MM-DD. */
  from: string;
  days?: number;
  /** Reckoned, not yet announced: it may move by a day or two. */
  estimated?: true;
  /** Nobody is given another day for it when it falls on a weekend. */
  single?: true;
}

/** A country's working days. */
export interface WorkCalendar {
  /** Days of the week that nobody works, 0 = Sunday. */
  weekend: readonly number[];
  fixed: readonly FixedHoliday[];
  movable: readonly MovableHoliday[];
  /** By decree a working day becomes free, and a free one is worked instead. */
  swaps: readonly { free: string; worked: string }[];
  /** Years for which the movable ones are known; outside them every reckoning is marked as estimated. */
  years: { from: number; to: number };
}
