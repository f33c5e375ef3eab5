import type { DossierView, Id, SaveRequest } from '@dayaq/vault/client';

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

/**
 * Whether somebody has begun notes of their own among those that they can open. What a colleague began and named them in is no
 * place for what is said to them alone.
 */
export const hasBegun = (notes: readonly Pick<DossierView, 'id' | 'records'>[], me: Id): boolean =>
  notes.some(({ id, records }) => records.some((root) => root.id === id && root.created.by === me));
