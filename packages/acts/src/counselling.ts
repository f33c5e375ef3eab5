import type { Id, SaveRequest } from '@dayaq/vault/client';

/**
 * Begins counselling notes beside a case: its own dossier, closed from its first word on.
 * @param readers whom the client names; the counsellor always reads
 */
export const beginCounselling = (
  dossier: Id,
  { of, me, readers }: { of: Id; me: Id; readers: readonly Id[] },
): SaveRequest => ({
  dossier,
  changes: [{ kind: 'counselling', record: dossier, fields: { of: { set: of } } }],
  restrictedTo: [...new Set([me, ...readers])],
});
