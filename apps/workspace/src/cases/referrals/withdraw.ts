import { isEmpty } from '@dayaq/domain';
import type { DossierView, Id, Outcome, Vault } from '@dayaq/vault/client';
import { withdrawalOf } from '@dayaq/acts/referral/withdrawal';

/**
 * Does a withdrawal: first in the case, so that it stands whatever happens next, all of it in one entry; then in each hand-over, so that the
 * recipient reads it; then the hand-over ends, because nothing that is written after its end reaches them. Each step can
 * be repeated.
 */
export async function withdraw(
  vault: Pick<Vault, 'save' | 'dossier' | 'endShare'>,
  dossier: DossierView,
  consents: readonly Id[],
  now: { at: number; day: string },
  why: string,
): Promise<Outcome<null>> {
  const all = consents.map((consent) => withdrawalOf(dossier.records, consent, now, why));
  const changes = [
    ...new Map(all.flatMap((one) => one.changes).map((change) => [change.record, change])).values(),
  ];
  const handovers = [...new Set(all.flatMap((one) => one.handovers))];
  if (changes.length > 0) {
    const kept = await vault.save({ dossier: dossier.id, changes });
    if (!kept.ok) return kept;
  }
  for (const handover of handovers) {
    const ended = await endHandover(vault, handover, now.at);
    if (!ended.ok) return ended;
  }
  return { ok: true, value: null };
}

/** Tells the recipient of one hand-over that it is withdrawn, and ends it. One that was never shared has nothing to end. */
async function endHandover(
  vault: Pick<Vault, 'save' | 'dossier' | 'endShare'>,
  handover: Id,
  at: number,
): Promise<Outcome<null>> {
  const opened = await vault.dossier(handover);
  if (!opened.ok) return opened.failure.code === 'not-found' ? { ok: true, value: null } : opened;
  if (opened.value.shared?.state === 'ended') return { ok: true, value: null };
  const head = opened.value.records.find((record) => record.id === handover);
  if (isEmpty(head?.fields['revoked']?.value)) {
    const kept = await vault.save({
      dossier: handover,
      changes: [{ kind: 'handover', record: handover, fields: { revoked: { set: at } } }],
    });
    if (!kept.ok) return kept;
  }
  return vault.endShare({ dossier: handover });
}
