import { newReference, REFERENCE_BYTES } from '@dayaq/domain';
import type { Vault } from '@dayaq/vault/client';
import type { IntakeDraft } from './draft.ts';
import { placesOf } from './records.ts';

/** The draft with an id for every record that it will become, and a reference; itself where it has them all. */
export async function withIds(vault: Pick<Vault, 'newId'>, draft: IntakeDraft): Promise<IntakeDraft> {
  // Asked all at once: each answer is a way to the vault's Worker and back.
  const lacking = placesOf(draft).filter((place) => draft.ids[place] === undefined);
  if (lacking.length === 0 && draft.ids['reference'] !== undefined) return draft;
  const fresh = await Promise.all(lacking.map(() => vault.newId()));
  const ids = { ...draft.ids };
  for (const [i, place] of lacking.entries()) ids[place] ??= fresh[i] ?? '';
  ids['reference'] ??= newReference(crypto.getRandomValues(new Uint8Array(REFERENCE_BYTES)));
  return { ...draft, ids };
}
