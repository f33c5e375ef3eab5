import { accessBlob, refuseDossier } from '../../blobs/access.ts';
import { equal } from '../../hash.ts';
import { Refused, refuse } from '../../refused.ts';
import { insertBlob, storedChunks } from '../../storage/blobs.ts';
import { isErasedBlob } from '../../storage/erased.ts';
import type { Handler } from '../handler.ts';

export const begin: Handler<'blobs/begin'> = async (body, { parts, session }) => {
  const { space, dossier, blob, chunks } = body;
  const refused = await refuseDossier(parts, space, dossier, session.account, true);
  if (refused) return refused;
  if (await isErasedBlob(parts.db.tables, space, dossier, blob)) return refuse('blob-mismatch');
  await insertBlob(parts.db.tables, space, blob, { dossier, chunks });
  const row = await accessBlob(parts, space, blob, session.account, true);
  if (row instanceof Refused) return row;
  if (row.chunks !== chunks || !equal(row.dossier, dossier)) return refuse('blob-mismatch');
  const stored = new Uint8Array(chunks);
  for (const index of await storedChunks(parts.db.tables, space, blob)) stored[index] = 1;
  return { stored, complete: !stored.includes(0) };
};
