import type { Id, Vault } from '@dayaq/vault/client';

/** Links of one hand-over: its case, and by accident another. */
const FEW = 5;

/**
 * The case of ours that belongs to a hand-over: the one that was made of it, or the one that it was made of. Nothing in the
 * hand-over leads there; whoever may open the case has the link that leads from it.
 */
export async function relatedCase(vault: Pick<Vault, 'linked'>, handover: Id): Promise<Id | null> {
  const { from } = await vault.linked({ id: handover, limit: FEW });
  const ours = from.find(({ field, end: { root, kind } }) => {
    const leads = kind === 'case' ? field === 'handover' : kind === 'referral' && field === 'dossier';
    return root === 'case' && leads;
  });
  return ours?.end.dossier ?? null;
}
