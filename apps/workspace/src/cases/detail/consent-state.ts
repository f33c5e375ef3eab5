import {
  CONSENT_KIND_NAMES,
  type ConsentKind,
  type ConsentState,
  isEmpty,
  type PlainRecord,
} from '@dayaq/domain';
import type { Id, RecordView } from '@dayaq/vault/client';
import { textIn, valuesOf } from './open-case.ts';

export { CONSENT_KIND_NAMES, type ConsentKind, type ConsentState };

/** The decisions of one kind that stand for a person; where two did not know of each other, the one that allows least last. */
export function consentsTo(records: readonly RecordView[], person: Id, kind: ConsentKind): RecordView[] {
  const standing = records
    .filter(({ kind: is, deleted, replaced }) => is === 'consent' && !deleted && replaced !== true)
    .filter((record) => textIn(record, 'of') === person && textIn(record, 'to') === kind);
  return standing.sort(
    (a, b) =>
      Number(stateOf(a) !== 'yes') - Number(stateOf(b) !== 'yes') ||
      a.created.at - b.created.at ||
      (a.id < b.id ? -1 : 1),
  );
}

/** Two decisions that did not know of each other allow nothing until somebody has chosen. */
export function stateOf(consent: RecordView | undefined): ConsentState {
  if (consent === undefined) return 'not-asked';
  if (!isEmpty(consent.fields.withdrawn?.value)) return 'withdrawn';
  const decision = consent.fields.decision;
  return decision?.value === 'yes' && decision.alternatives.length < 2 ? 'yes' : 'no';
}

/** A record as the rules of `domain` take it. */
export function plainRecord(record: RecordView): PlainRecord {
  const { id, kind, deleted, created, updated } = record;
  const doubted = Object.entries(record.fields).filter(([, field]) => field.alternatives.length > 1);
  const { replaced, settled } = record;
  const plain = {
    id,
    kind,
    deleted,
    fields: valuesOf(record),
    created,
    updated,
    ...(replaced && { replaced }),
    ...(settled && { settled }),
  };
  if (doubted.length === 0) return { ...plain, conflict: false };
  const versions = doubted.map(([name, { alternatives }]) => [name, alternatives.map(({ value }) => value)]);
  return { ...plain, conflict: true, versions: Object.fromEntries(versions) };
}
