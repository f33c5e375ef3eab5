import { isMinor } from './age.ts';
import { familyHarmed, type MinorGap, minorGap } from './minors.ts';
import type { PlainRecord } from './plain-record.ts';
import { Recipients, recipientOf } from './same-name.ts';
import { partsAgreed } from './shared-fields.ts';
import { isEmpty } from './validate.ts';

export type ConsentKind = 'service' | 'sharing' | 'statistics' | 'story';
export const CONSENT_KIND_NAMES: readonly ConsentKind[] = ['service', 'sharing', 'statistics', 'story'];
/** Ordered from the one that allows most to the one that allows least. */
export type ConsentState = 'yes' | 'not-asked' | 'no' | 'withdrawn';

const STRICTNESS: readonly ConsentState[] = ['yes', 'not-asked', 'no', 'withdrawn'];

const live = (records: readonly PlainRecord[], kind: string): PlainRecord[] =>
  records.filter((record) => record.kind === kind && !record.deleted);

/** Two decisions that disagree unseen (a conflict) allow nothing until somebody has chosen. */
function stateOf(consent: PlainRecord): ConsentState {
  if (!isEmpty(consent.fields.withdrawn)) return 'withdrawn';
  return consent.fields.decision === 'yes' && consent.conflict !== true ? 'yes' : 'no';
}

/** Of decisions that did not know of each other the one that allows least comes last. */
const stricter = (a: PlainRecord, b: PlainRecord): number =>
  STRICTNESS.indexOf(stateOf(a)) - STRICTNESS.indexOf(stateOf(b)) ||
  a.created.at - b.created.at ||
  (a.id < b.id ? -1 : 1);

type Consents = ReadonlyMap<string, readonly PlainRecord[]>;
const about = (person: unknown, to: unknown): string =>
  typeof person === 'string' && typeof to === 'string' ? `${to} ${person}` : '';

/** The decisions that stand, by person and what they are about, the strictest last. */
function consentsIn(records: readonly PlainRecord[]): Consents {
  const found = new Map<string, PlainRecord[]>();
  const standing = live(records, 'consent').filter(({ replaced }) => replaced !== true);
  for (const consent of standing.sort(stricter)) {
    const key = about(consent.fields.of, consent.fields.to);
    const others = found.get(key);
    if (others === undefined) found.set(key, [consent]);
    else others.push(consent);
  }
  return found;
}

/** The last decision counts; of sharing, that about each recipient, and one that stands makes it "yes". */
function personState(all: Consents, person: string, to: ConsentKind): ConsentState {
  const consents = all.get(about(person, to)) ?? [];
  if (to !== 'sharing') {
    const last = consents.at(-1);
    return last === undefined ? 'not-asked' : stateOf(last);
  }
  if (standingAmong(consents).length > 0) return 'yes';
  const last = consents.at(-1);
  return last === undefined ? 'not-asked' : stateOf(last);
}

/**
 * The decisions to share that stand, the last about each recipient. A "no" counts against all whom it may mean; a "yes" only
 * for whom it surely means.
 */
function standingAmong(consents: readonly PlainRecord[]): PlainRecord[] {
  const against = new Recipients(
    consents.filter((consent) => stateOf(consent) !== 'yes').map((consent) => recipientOf(consent)),
  );
  const later = new Recipients();
  const standing: PlainRecord[] = [];
  for (const consent of [...consents].reverse()) {
    const whom = recipientOf(consent);
    if (stateOf(consent) !== 'yes' || against.mayHave(whom) || later.surelyHas(whom)) continue;
    later.add(whom);
    standing.push(consent);
  }
  return standing.reverse();
}

/**
 * Where each of the four consents stands.
 * @param person record id; without it, every client of the case: the strictest state among them counts for the case
 */
export function consentState(
  records: readonly PlainRecord[],
  person?: string,
): Record<ConsentKind, ConsentState> {
  const people =
    person === undefined
      ? live(records, 'person')
          .filter((record) => record.fields.role === 'client')
          .map((record) => record.id)
      : [person];
  const consents = consentsIn(records);
  const strictest = (to: ConsentKind): ConsentState => {
    if (people.length === 0) return 'not-asked';
    const levels = people.map((id) => STRICTNESS.indexOf(personState(consents, id, to)));
    const level = levels.reduce((strictest, each) => Math.max(strictest, each), 0);
    return STRICTNESS[level] ?? 'not-asked';
  };
  return {
    service: strictest('service'),
    sharing: strictest('sharing'),
    statistics: strictest('statistics'),
    story: strictest('story'),
  };
}

/** Where each consent of each person stands, for whoever asks it of many: what was decided is put together once. */
export function consentsOf(
  records: readonly PlainRecord[],
): (person: string, to: ConsentKind) => ConsentState {
  const consents = consentsIn(records);
  return (person, to) => personState(consents, person, to);
}

export interface StandingShare {
  record: string;
  recipient: string;
  /** Codes of the list `shared-parts`. */
  parts: string[];
}

/** With whom this person's words may be shared now, and which parts of them. */
export function standingShares(records: readonly PlainRecord[], person: string): StandingShare[] {
  return standingAmong(consentsIn(records).get(about(person, 'sharing')) ?? []).map((consent) => ({
    record: consent.id,
    recipient: recipientOf(consent).name,
    parts: partsAgreed(records, consent).parts,
  }));
}

export interface ConsentGap {
  record: string;
  gap: /** Somebody decided for an adult, and no reason is given. */ 'adult-decided-for' | MinorGap;
}

/**
 * Consents that cannot be relied on yet, and why.
 * @param country whose pack says who may decide for somebody under 18
 * @param year the calendar year of the question
 */
export function consentGaps(records: readonly PlainRecord[], country: string, year: number): ConsentGap[] {
  const people = new Map(live(records, 'person').map((person) => [person.id, person]));
  const around = { country, year, familyHarmed: familyHarmed(records) };
  const gaps: ConsentGap[] = [];
  for (const consent of live(records, 'consent')) {
    const { of, decision, givenBy, decidedWhy } = consent.fields;
    if (decision !== 'yes' || stateOf(consent) === 'withdrawn' || consent.replaced === true) continue;
    const person = people.get(typeof of === 'string' ? of : '') ?? { fields: {} };
    if (isMinor(person, year) === 'yes') {
      const gap = minorGap(consent.fields, person, around);
      if (gap !== null) gaps.push({ record: consent.id, gap });
    } else if (!isEmpty(givenBy) && givenBy !== 'self' && isEmpty(decidedWhy)) {
      gaps.push({ record: consent.id, gap: 'adult-decided-for' });
    }
  }
  return gaps;
}
