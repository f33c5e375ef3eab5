import { CONSENT_KIND_NAMES, type ConsentKind, type ConsentState, isEmpty } from '@dayaq/domain';
import type { Id, RecordView } from '@dayaq/vault/client';
import { textIn } from '@dayaq/acts/record-values';

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
