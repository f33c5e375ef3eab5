import {
  agreedIn,
  type ChosenFields,
  chosenOf,
  type Offer,
  offersTo,
  partsAgreed,
  type PlainRecord,
} from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';

/** What is chosen to go, and which parts were opened to choose from. */
export interface Choosing {
  chosen: ChosenFields;
  /** Codes of the list `shared-parts`. */
  parts: readonly string[];
}

export const NOTHING_CHOSEN: Choosing = { chosen: {}, parts: [] };

/** Everything that may be chosen: of a consent that stands, what it agreed to; else all there is about them. */
export function offersOn(records: readonly PlainRecord[], of: Id, consent: PlainRecord | null): Offer[] {
  const offers = offersTo(records, of);
  if (consent === null) return offers;
  const agreed = agreedIn(consent);
  if (agreed !== null) {
    return offers.filter(
      ({ record, field }) => Object.hasOwn(agreed, record) && agreed[record]?.includes(field),
    );
  }
  const { parts } = partsAgreed(records, consent);
  return offers.filter(({ person, part }) => person === of && parts.includes(part));
}

/** Whoever depends on the person and may come along. */
export function dependantsOn(
  records: readonly PlainRecord[],
  of: Id,
  consent: PlainRecord | null,
): PlainRecord[] {
  const agreed = consent === null ? null : agreedIn(consent);
  return records.filter(
    ({ id, kind, deleted, fields }) =>
      kind === 'person' &&
      !deleted &&
      id !== of &&
      fields.role === 'dependant' &&
      (consent === null || (agreed !== null && Object.hasOwn(agreed, id))),
  );
}

/** With what choosing begins on a consent that stands: what was agreed by itself, and of whole parts what needs no own yes. */
export function begunOn(records: readonly PlainRecord[], of: Id, consent: PlainRecord): Choosing {
  const byField = agreedIn(consent) !== null;
  const offers = offersOn(records, of, consent).filter(({ alone }) => byField || !alone);
  const people = dependantsOn(records, of, consent).map(({ id }) => id);
  return { chosen: chosenOf(offers, people), parts: partsAgreed(records, consent).parts };
}

/** The offers about those who go: the person, and whoever comes along. */
export function offersNow({ chosen }: Choosing, offers: readonly Offer[], of: Id): Offer[] {
  return offers.filter(({ person }) => person === of || Object.hasOwn(chosen, person));
}

export const isChosen = ({ chosen }: Choosing, { record, field }: Offer): boolean =>
  Object.hasOwn(chosen, record) && chosen[record]?.includes(field) === true;

/** Opens a part, with what needs no yes of its own; or closes it, and nothing of it goes. */
export function withPart(
  choosing: Choosing,
  offers: readonly Offer[],
  of: Id,
  part: string,
  on: boolean,
): Choosing {
  const others = choosing.parts.filter((one) => one !== part);
  const touched = offersNow(choosing, offers, of).filter((offer) => offer.part === part);
  return {
    parts: on ? [...others, part] : others,
    chosen: put(
      choosing.chosen,
      touched.filter(({ alone }) => !on || !alone),
      on,
      of,
    ),
  };
}

export const withOffer = (choosing: Choosing, offer: Offer, of: Id, on: boolean): Choosing => ({
  ...choosing,
  chosen: put(choosing.chosen, [offer], on, of),
});

/** Takes somebody along, with what the opened parts say of them; or leaves them out, and nothing about them goes. */
export function withDependant(
  choosing: Choosing,
  offers: readonly Offer[],
  person: Id,
  on: boolean,
): Choosing {
  const theirs = offers.filter((offer) => offer.person === person);
  if (!on) {
    const records = new Set([person, ...theirs.map(({ record }) => record)]);
    const left = Object.entries(choosing.chosen).filter(([record]) => !records.has(record));
    return { ...choosing, chosen: Object.fromEntries(left) };
  }
  const parts = [...new Set([...choosing.parts, 'alias-age'])];
  const first = theirs.filter(({ part, alone }) => parts.includes(part) && !alone);
  return { parts, chosen: put({ ...choosing.chosen, [person]: [] }, first, true, '') };
}

/** A record of which nothing is chosen is left out, but for people who come along. */
function put(chosen: ChosenFields, offers: readonly Offer[], on: boolean, of: Id): ChosenFields {
  const next: Record<string, readonly string[]> = { ...chosen };
  for (const { record, field, kind } of offers) {
    const others = (Object.hasOwn(next, record) ? (next[record] ?? []) : []).filter((one) => one !== field);
    if (on) next[record] = [...others, field];
    else if (others.length > 0 || (kind === 'person' && record !== of)) next[record] = others;
    else delete next[record];
  }
  return next;
}
