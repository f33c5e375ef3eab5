import { type BlobId, idBytes, type SpaceId } from '@dayaq/sealing';
import type { Failure } from '../client.ts';
import { done } from '../failure.ts';
import type { Unlocked } from '../unlocked.ts';

/** What every sealed chunk of a file is kept under. */
export const chunkPrefix = (blob: string) => `chunk/${blob}/`;
export const chunkName = (blob: string, index: number) =>
  `${chunkPrefix(blob)}${String(index).padStart(5, '0')}`;

interface Upload extends Record<string, null | number | string | Uint8Array> {
  blob: string;
  space: string;
  dossier: string;
  chunks: number;
}

export interface WantedUpload {
  blob: string;
  space: string;
  dossier: string;
  chunks: number;
  /** The file's own name, for the list of what waits. */
  name: string;
  /** Milliseconds since 1970. */
  at: number;
}

const uploadName = (blob: string) => `upload/${blob}`;

/** Notes that a file's chunks wait to be sent, in the database and, sealed, beside it, where the chunks are too. */
export async function wantUpload(unlocked: Unlocked, upload: WantedUpload): Promise<void> {
  const { blob, ...rest } = upload;
  await unlocked.kept.put(uploadName(blob), rest);
  if (unlocked.alive) insertUpload(unlocked, upload);
}

function insertUpload(unlocked: Unlocked, { blob, space, dossier, chunks, name, at }: WantedUpload): void {
  unlocked.engine.run(
    'insert or ignore into upload(blob, space, dossier, chunks, name, at) values(?, ?, ?, ?, ?, ?)',
    blob,
    space,
    dossier,
    chunks,
    name,
    at,
  );
}

/** A file is not to be sent any more. */
export async function forgetUpload(unlocked: Unlocked, blob: string): Promise<void> {
  await unlocked.kept.delete(uploadName(blob));
  if (unlocked.alive) unlocked.engine.run('delete from upload where blob = ?', blob);
}

/** On opening: what waited to be sent waits again, whatever happened to the database. */
export async function recoverUploads(unlocked: Unlocked): Promise<void> {
  for (const { name, value } of await unlocked.kept.all(uploadName(''))) {
    const upload = value as Omit<WantedUpload, 'blob'>;
    insertUpload(unlocked, { ...upload, blob: name.slice(uploadName('').length) });
  }
}

/** Sends file chunks that wait; the server says which it has, so an upload goes on where it was cut. */
export async function pushUploads(
  unlocked: Unlocked,
  space: SpaceId,
): Promise<{ ok: true } | { ok: false; failure: Failure }> {
  for (const upload of unlocked.engine.all<Upload>(
    'select blob, space, dossier, chunks from upload where space = ? order by at',
    space,
  )) {
    // The dossier's first entry goes first: until then the server does not know who may read the file.
    const unsent = unlocked.engine.get(
      'select rid from entry where dossier = ? and position is null limit 1',
      upload.dossier,
    );
    if (unsent !== null) continue;
    const outcome = await sendBlob(unlocked, upload);
    if (!outcome.ok) return outcome;
    if (!unlocked.alive) return done;
    unlocked.engine.run('delete from upload where blob = ?', upload.blob);
    await unlocked.kept.delete(uploadName(upload.blob));
    unlocked.changed([], ['file']);
  }
  return done;
}

async function sendBlob(
  unlocked: Unlocked,
  upload: Upload,
): Promise<{ ok: true } | { ok: false; failure: Failure }> {
  const space = idBytes(upload.space as SpaceId);
  const blob = idBytes(upload.blob as BlobId);
  const begun = await unlocked.server.call('blobs/begin', {
    space,
    dossier: idBytes(upload.dossier as BlobId),
    blob,
    chunks: upload.chunks,
  });
  if (!begun.ok) return begun;
  for (let index = 0; index < upload.chunks; index++) {
    if (!unlocked.alive) return done;
    if (begun.value.stored[index] === 1) continue;
    const sealed = await unlocked.around.keep.get(chunkName(upload.blob, index));
    // Its local copy is gone (a wiped store): the file stays without this part, and opening it will say so.
    if (sealed === null) continue;
    const put = await unlocked.server.call('blobs/put', { space, blob, index, sealed });
    if (!put.ok) return put;
  }
  return done;
}
