import { type BlobId, type DossierId, idBytes, type SpaceId } from '@dayaq/sealing';
import type { Failure, HeldReason } from '../client.ts';
import { done, failed } from '../failure.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { hold, mayTry, release } from './held.ts';
import { type Checked, reasonOf } from './refusal.ts';

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

/**
 * Sends the chunks of files that wait; the server says which it has, so an upload goes on where it was cut. A file that is
 * refused, or of which a part is gone, is held alone. It counts as sent when the server says that it has all of it.
 */
export async function pushUploads(unlocked: Unlocked, ring: Ring, space: SpaceId): Promise<Checked> {
  for (const upload of unlocked.engine.all<Upload>(
    `select blob, space, dossier, chunks from upload where space = ? and ${mayTry(unlocked, 'upload.blob')} order by at`,
    space,
  )) {
    // The dossier's first entry goes first: until then the server does not know who may read the file.
    const unsent = unlocked.engine.get(
      `select rid from entry where space = ? and dossier = ? and position is null and ${mayTry(unlocked, 'entry.id')} limit 1`,
      upload.space,
      upload.dossier,
    );
    if (unsent !== null) continue;
    const sent = await sendBlob(unlocked, upload);
    if (!unlocked.alive) return done;
    if (sent === 'later') continue;
    if (typeof sent === 'string') {
      hold(unlocked, ring, { space, dossier: upload.dossier as DossierId }, [upload.blob], sent);
      continue;
    }
    if (!sent.ok) return sent;
    unlocked.engine.transaction(() => {
      unlocked.engine.run('delete from upload where blob = ?', upload.blob);
      release(unlocked, space, upload.dossier as DossierId, [upload.blob]);
    });
    await unlocked.kept.delete(uploadName(upload.blob));
    unlocked.changed([], ['file']);
  }
  return done;
}

/** `later`: the server does not know the dossier yet. */
async function sendBlob(unlocked: Unlocked, upload: Upload): Promise<Checked | HeldReason | 'later'> {
  const space = idBytes(upload.space as SpaceId);
  const blob = idBytes(upload.blob as BlobId);
  const dossier = idBytes(upload.dossier as DossierId);
  const begin = () => unlocked.server.call('blobs/begin', { space, dossier, blob, chunks: upload.chunks });
  const begun = await begin();
  if (!begun.ok) return refusedBlob(begun);
  if (begun.value.complete) return done;
  for (let index = 0; index < upload.chunks; index++) {
    if (!unlocked.alive) return 'later';
    if (begun.value.stored[index] === 1) continue;
    const sealed = await unlocked.around.keep.get(chunkName(upload.blob, index));
    if (sealed === null) return 'chunk-missing';
    const put = await unlocked.server.call('blobs/put', { space, blob, index, sealed });
    if (!put.ok) return refusedBlob(put);
  }
  // That it took each part is its word alone: it has to say, asked anew, that it has them all.
  const ended = await begin();
  if (!ended.ok) return refusedBlob(ended);
  return ended.value.complete ? done : failed('server-forgets');
}

function refusedBlob(answer: { ok: false; failure: Failure; code: string }): Checked | HeldReason | 'later' {
  if (answer.code === 'generation-unknown') return 'later';
  return reasonOf(answer.code) ?? { ok: false, failure: answer.failure };
}
