import { type Doubted, standing } from './careful.ts';
import { packOf } from './packs/index.ts';
import type { MinorBand, MinorRule } from './packs/pack.ts';
import type { PlainRecord } from './plain-record.ts';
import { agesOf } from './seeker.ts';
import { isEmpty } from './validate.ts';

/** Why a yes given for, or by, somebody under 18 cannot be relied on yet. It never stops the help itself. */
export type MinorGap =
  /** Nobody has said who decided. */
  | 'minor-who-decided'
  /** A child of this age decided with nobody beside them. */
  | 'minor-alone'
  /** Their family is said to have harmed somebody here, and it is the family that decided. */
  | 'minor-by-family'
  /** Who decided is not among those whom the country's rule names first, and nobody wrote why. */
  | 'minor-other-decider';

/** Those who decide as a child's family. */
const FAMILY_GIVERS: readonly unknown[] = ['parent', 'guardian', 'self-and-adult'];
/** Codes of the list `perpetrator-types` that may be a child's family. */
const FAMILY: readonly unknown[] = ['family', 'partner', 'former-partner'];
export const isFamily = (perpetratorType: unknown): boolean => FAMILY.includes(perpetratorType);

/** The rule of a country's pack for somebody of these ages: where they may be of two bands, the younger one's. */
export function minorBand(rule: MinorRule, person: Doubted, year: number): MinorBand {
  const youngest = agesOf(person, year)?.from ?? 0;
  const band = rule.bands.find(({ from, to }) => youngest >= from && youngest <= to);
  return band ?? rule.bands[0];
}

/** The field that says who harmed somebody, or threatened to. */
const HARMED_BY: Readonly<Record<string, string>> = { perpetrator: 'type', threat: 'byWhom' };

/** Whether the family of somebody in the case is said to have harmed them, in any version that stands. */
export function familyHarmed(records: readonly PlainRecord[]): boolean {
  return records.some((record) => {
    const field = HARMED_BY[record.kind];
    return !record.deleted && field !== undefined && standing(record, field).some(isFamily);
  });
}

/**
 * What stands against relying on a consent of somebody under 18; null where nothing does.
 * @param consent fields of the `consent` record, or the answers of one that is being given
 * @param person the `person` record
 * @param around the country, the calendar year, and whether the family harmed them (`familyHarmed`)
 */
export function minorGap(
  consent: Readonly<Record<string, unknown>>,
  person: Doubted,
  around: { country: string; year: number; familyHarmed: boolean },
): MinorGap | null {
  const { givenBy, decidedBy, decidedWhy } = consent;
  if (isEmpty(givenBy) || givenBy === 'unknown') return 'minor-who-decided';
  const rule = packOf(around.country)?.minors;
  const band = rule === undefined ? undefined : minorBand(rule, person, around.year);
  if (givenBy === 'self') return band?.mayDecide.includes('self') === false ? 'minor-alone' : null;
  if (around.familyHarmed && FAMILY_GIVERS.includes(givenBy) && isEmpty(decidedWhy)) return 'minor-by-family';
  if (isEmpty(decidedBy)) return 'minor-who-decided';
  const isNamed = band === undefined || band.mayDecide.some((giver) => giver === givenBy);
  return isNamed || !isEmpty(decidedWhy) ? null : 'minor-other-decider';
}
