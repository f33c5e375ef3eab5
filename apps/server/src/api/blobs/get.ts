import { accessBlob } from '../../blobs/access.ts';
import { Refused, refuse } from '../../refused.ts';
import { findChunk } from '../../storage/blobs.ts';
import type { Handler } from '../handler.ts';

export const get: Handler<'blobs/get'> = async (body, { parts, session }) => {
  const { space, blob, index } = body;
  const row = await accessBlob(parts, space, blob, session.account, false);
  if (row instanceof Refused) return row;
  if (index >= row.chunks) return refuse('malformed', 'index');
  const address = await findChunk(parts.db.tables, space, blob, index);
  if (!address) return refuse('blob-incomplete');
  const sealed = await parts.blobs.get(address);
  if (!sealed) throw new Error('a recorded chunk is missing from the blob store');
  return { sealed, chunks: row.chunks };
};
