import { charterHead, charterLeaf, entryLeaf, generationLeaf, hashOf } from '@dayaq/sealing/verify';
import { LOG_CHARTER, LOG_GENERATION } from './schema.ts';

/** What the running hash takes of a row of the log: acts and headers need their bytes, entries do not. */
export interface Leaf {
  kind: number;
  dossier_id: Uint8Array | null;
  /** The generation, where it is an entry. */
  number: number;
  entry_id: Uint8Array | null;
  body: Uint8Array | null;
}

/** Of a header that was destroyed its hash stays in its place; no header is as short. */
export const ERASED_HEADER_BYTES = 32;

/** A row's leaf, as every member's device reckons it. */
export async function leafOf({ kind, dossier_id, number, entry_id, body }: Leaf): Promise<Uint8Array> {
  if (kind === LOG_CHARTER && body) return charterLeaf(await charterHead(body));
  if (kind === LOG_GENERATION && body)
    return generationLeaf(
      body.length === ERASED_HEADER_BYTES ? body : await hashOf('generation-header', body),
    );
  if (dossier_id && entry_id) return entryLeaf(dossier_id, number, entry_id);
  throw new Error('a row of the log lacks what its leaf is made of');
}
