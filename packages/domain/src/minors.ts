import { allSaid, carefulFields } from './careful.ts';
import { agesOf } from './seeker.ts';
import { packOf } from './packs/index.ts';
import type { MinorBand, MinorRule } from './packs/pack.ts';
import type { PlainRecord } from './plain-record.ts';
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
export function minorBand(
  rule: MinorRule,
  fields: Readonly<Record<string, unknown>>,
  year: number,
): MinorBand {
  const youngest = agesOf(fields, year)?.from ?? 0;
  const band = rule.bands.find(({ from, to }) => youngest >= from && youngest <= to);
  return band ?? rule.bands[0];
}

/** Whether the family of somebody in the case is said to have harmed them, by anybody: who did it, or who threatened. */
export function familyHarmed(records: readonly PlainRecord[]): boolean {
  return records.some(
    (record) =>
      !record.deleted &&
      ((record.kind === 'perpetrator' && allSaid(record, 'type').some(isFamily)) ||
        (record.kind === 'threat' && allSaid(record, 'byWhom').some(isFamily))),
  );
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** What is said of a person where it matters whether they are a child: of versions the youngest. */
export function youngestReading(person: PlainRecord): PlainRecord['fields'] {
  const years = allSaid(person, 'birthYear').filter((year) => typeof year === 'number');
  // Bands begin with the age that they begin with.
  const [ageBand = null] = allSaid(person, 'ageBand').filter(isText).sort();
  const birthYear = years.length === 0 ? null : Math.max(...years);
  return person.versions === undefined ? person.fields : { ...carefulFields(person), birthYear, ageBand };
}

/**
 * What stands against relying on a consent of somebody under 18; null where nothing does.
 * @param consent fields of the `consent` record, or the answers of one that is being given
 * @param person fields of the `person` record
 * @param around the country, the calendar year, and whether the family harmed them (`familyHarmed`)
 */
export function minorGap(
  consent: Readonly<Record<string, unknown>>,
  person: Readonly<Record<string, unknown>>,
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
