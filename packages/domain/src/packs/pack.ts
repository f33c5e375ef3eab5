import type { Language } from '../kind.ts';
import type { WorkCalendar } from './calendar.ts';
import type { Checklist } from './checklist.ts';

/** An admin area. Codes are ours and stable: `<country>-<slug>`, regions `<country>-r-<slug>`. */
export interface Area {
  code: string;
  /** The area that holds it; the country's code for the first level. */
  parent: string;
  /** A region may be chosen too, where no more is known. */
  level: 'region' | 'district' | 'city';
}

/**
 * How a legal deadline is reckoned. The numbers are what such laws commonly set, put here so that nobody forgets to
 * ask; every one of them has to be checked with a lawyer, and whoever shows one says so.
 */
export interface DeadlineRule {
  /** Code of the list `deadline-rules`. */
  rule: string;
  count: number;
  unit: 'work-days' | 'days' | 'months';
  /** What it is counted from: the day on which we filed, or the day on which they answered. */
  from: 'filed' | 'answered';
  /** Whose time it is: theirs to answer, or ours to go on. */
  whose: 'theirs' | 'ours';
  checkWithLawyer: true;
}

export interface CountryPack {
  country: string;
  /** In the order in which they are offered. */
  languages: readonly Language[];
  defaultLanguage: Language;
  /** ISO 4217, and how many digits its smallest unit has. */
  currency: { code: string; decimals: number };
  areas: readonly Area[];
  /** Minutes east of UTC, all year round: what day it is for the organisation, whatever a device is set to. */
  utcOffset: number;
  calendar: WorkCalendar;
  deadlines: readonly DeadlineRule[];
  documents: readonly Checklist[];
  /** Areas that no road within the country joins to the rest of it, each with all that it holds. */
  noRoadTo: readonly string[];
  /** Whom to call at once, in the order in which to think of them. */
  emergency: readonly EmergencyLine[];
}

/** A number that anybody may dial, day and night. */
export interface EmergencyLine {
  help: 'rescue' | 'ambulance' | 'police';
  number: string;
}

/** One region and what it holds. */
export function region(
  country: string,
  slug: string,
  holds: { cities?: readonly string[]; districts?: readonly string[] },
): Area[] {
  const code = `${country}-r-${slug}`;
  return [
    { code, parent: country, level: 'region' },
    ...(holds.cities ?? []).map(
      (city): Area => ({ code: `${country}-${city}`, parent: code, level: 'city' }),
    ),
    ...(holds.districts ?? []).map(
      (district): Area => ({ code: `${country}-${district}`, parent: code, level: 'district' }),
    ),
  ];
}

/** A capital that is a region of its own, and its city districts (`<capital>-<slug>`). */
export function capital(country: string, slug: string, districts: readonly string[]): Area[] {
  const code = `${country}-${slug}`;
  return [
    { code, parent: country, level: 'city' },
    ...districts.map((district): Area => ({ code: `${code}-${district}`, parent: code, level: 'district' })),
  ];
}

type Reckoning = [
  rule: string,
  count: number,
  unit: DeadlineRule['unit'],
  from: DeadlineRule['from'],
  whose: DeadlineRule['whose'],
];

/** Legal deadlines, one a line. None of them has been checked with a lawyer, and each says so. */
export function deadlines(rules: readonly Reckoning[]): DeadlineRule[] {
  return rules.map(([rule, count, unit, from, whose]) => ({
    rule,
    count,
    unit,
    from,
    whose,
    checkWithLawyer: true,
  }));
}
