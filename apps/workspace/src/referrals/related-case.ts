import type { Id, Vault } from '@dayaq/vault/client';

/** Cases that mention a number; more than one only by accident. */
const FEW = 5;

/**
 * The case of ours that belongs to a hand-over: the one that was made of it, or the one that it was made of. It is
 * found by the number that both sides call it, because nothing in the hand-over may lead back to a case.
 */
export async function relatedCase(
  vault: Pick<Vault, 'cases' | 'dossier'>,
  handover: Id,
  reference: string,
): Promise<Id | null> {
  if (reference === '') return null;
  const { rows } = await vault.cases({
    text: reference,
    filters: {},
    sort: 'updated',
    descending: true,
    offset: 0,
    limit: FEW,
  });
  for (const { id } of rows) {
    const opened = await vault.dossier(id);
    const belongs =
      opened.ok &&
      opened.value.records.some(
        ({ kind, deleted, fields }) =>
          !deleted &&
          ((kind === 'case' && fields['handover']?.value === handover) ||
            (kind === 'referral' && fields['dossier']?.value === handover)),
      );
    if (belongs) return id;
  }
  return null;
}
