import { accessBlob } from '../../blobs/access.ts';
import { equal, sha256 } from '../../hash.ts';
import { Refused, refuse } from '../../refused.ts';
import { findChunk, isNamed, recordChunk, storedChunks } from '../../storage/blobs.ts';
import type { Handler } from '../handler.ts';

/** The bytes are durable before the chunk is recorded, so what the database names is always there. */
export const put: Handler<'blobs/put'> = async (body, { parts, session }) => {
  const { space, blob, index, sealed } = body;
  const { tables } = parts.db;
  const row = await accessBlob(parts, space, blob, session.account, true);
  if (row instanceof Refused) return row;
  if (index >= row.chunks) return refuse('malformed', 'index');
  const address = sha256(sealed);
  if (!(await findChunk(tables, space, blob, index))) {
    await parts.blobs.put(address, sealed);
    await recordChunk(tables, space, blob, index, address);
  }
  const stored = await findChunk(tables, space, blob, index);
  if (!stored) {
    // It was destroyed while its bytes came.
    if (!(await isNamed(tables, address))) await parts.blobs.remove(address);
    return refuse('not-found');
  }
  if (!equal(stored, address)) return refuse('blob-mismatch');
  return { complete: (await storedChunks(tables, space, blob)).length === row.chunks };
};
