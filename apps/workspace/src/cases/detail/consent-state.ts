import { CONSENT_KIND_NAMES, type ConsentKind, type ConsentState, isEmpty } from '@dayaq/domain';
import type { Id, RecordView } from '@dayaq/vault/client';
import { textIn } from '@dayaq/acts/record-values';

export { CONSENT_KIND_NAMES, type ConsentKind, type ConsentState };

/**
 * The decisions of one kind that stand for a person, as `domain` counts them: the last one made; of sharing, the last
 * about each recipient.
 */
export function consentsTo(records: readonly RecordView[], person: Id, kind: ConsentKind): RecordView[] {
  const latest = new Map<string, RecordView>();
  const decisions = records
    .filter(
      (r) => r.kind === 'consent' && !r.deleted && textIn(r, 'of') === person && textIn(r, 'to') === kind,
    )
    .sort((a, b) => a.created.at - b.created.at || (a.id < b.id ? -1 : 1));
  for (const decision of decisions) {
    latest.set(kind === 'sharing' ? textIn(decision, 'recipient').trim() : '', decision);
  }
  return [...latest.values()];
}

/** Two decisions that did not know of each other allow nothing until somebody has chosen. */
export function stateOf(consent: RecordView | undefined): ConsentState {
  if (consent === undefined) return 'not-asked';
  if (!isEmpty(consent.fields.withdrawn?.value)) return 'withdrawn';
  const decision = consent.fields.decision;
  return decision?.value === 'yes' && decision.alternatives.length < 2 ? 'yes' : 'no';
}
