import { readSealedFile, type SealedFile } from '@dayaq/domain';
import {
  type BlobId,
  blobOpener,
  blobSealer,
  BLOB_CHUNK,
  type DossierId,
  fromBase64url,
  ID_BYTES,
  idBytes,
  newBlobKey,
  newId,
  readId,
  Secret,
  sha256,
  type SpaceId,
  toBase64url,
  toHex,
} from '@dayaq/sealing';
import type { Outcome } from './client.ts';
import { done, failed, storeFailure, success } from './failure.ts';
import type { Place } from './sharing/rows.ts';
import { release } from './sync/held.ts';
import { chunkName, chunkPrefix, forgetUpload, wantUpload } from './sync/uploads.ts';
import { mayWrite, type Unlocked } from './unlocked.ts';
import { dossierView } from './views.ts';

/** Bytes: a phone keeps the whole file in memory while sealing it. */
export const MAX_FILE = 64 * 1024 * 1024;

/**
 * Seals a file chunk by chunk and keeps the chunks here until the server has them. `as` names it where several devices have to
 * give it one name; whatever has that key must be these bytes.
 */
export async function addFile(
  unlocked: Unlocked,
  { ring, space }: Place,
  request: { dossier: string; name: string; mediaType: string; bytes: Uint8Array },
  as: { readonly blob: BlobId; readonly key: Secret } = {
    blob: newId<BlobId>(unlocked.around.random),
    key: newBlobKey(unlocked.around.random),
  },
): Promise<Outcome<SealedFile>> {
  if (!mayWrite(ring)) return failed('not-allowed');
  const { bytes } = request;
  if (bytes.length > MAX_FILE) return failed('file-too-large', String(MAX_FILE));
  const { blob, key } = as;
  const sealer = await blobSealer(key, blob, bytes.length);
  try {
    for (let index = 0; index < sealer.chunks; index++) {
      const sealed = await sealer.seal(index, chunkOf(bytes, index));
      await unlocked.around.keep.put(chunkName(blob, index), sealed);
    }
    await wantUpload(unlocked, {
      blob,
      space,
      dossier: request.dossier,
      chunks: sealer.chunks,
      name: request.name,
      at: unlocked.around.now(),
    });
  } catch (error) {
    await dropChunks(unlocked, blob).catch(() => undefined);
    const refused = storeFailure(error);
    if (refused !== null) return failed(refused);
    throw error;
  }
  return success({
    blob,
    key: toBase64url(key.expose()),
    size: bytes.length,
    name: request.name,
    mediaType: request.mediaType,
    sha256: toHex(await sha256(bytes)),
  });
}

/**
 * Seals the parts of a waiting file that are missing here once more, from the same file chosen again: same key, same blob,
 * so each part comes out as the one that was lost.
 */
export async function mendFile(
  unlocked: Unlocked,
  request: { blob: string; bytes: Uint8Array },
): Promise<Outcome<null>> {
  const dossier = unlocked.engine.get<{ dossier: DossierId }>(
    'select dossier from upload where blob = ?',
    request.blob,
  )?.dossier;
  if (dossier === undefined) return failed('not-found');
  const file = await fileOf(unlocked, dossier, request.blob);
  const key = file === null ? null : fromBase64url(file.key);
  if (file === null || key === null || !key.ok) return failed('not-found');
  const { bytes } = request;
  if (bytes.length !== file.size || toHex(await sha256(bytes)) !== file.sha256) return failed('file-differs');
  const sealer = await blobSealer(new Secret(key.value), file.blob as BlobId, bytes.length);
  try {
    for (let index = 0; index < sealer.chunks; index++) {
      const name = chunkName(file.blob, index);
      if ((await unlocked.around.keep.get(name)) === null)
        await unlocked.around.keep.put(name, await sealer.seal(index, chunkOf(bytes, index)));
    }
  } catch (error) {
    const refused = storeFailure(error);
    if (refused !== null) return failed(refused);
    throw error;
  }
  if (!unlocked.alive) return failed('locked');
  const held = unlocked.engine.get<{ space: SpaceId }>('select space from held where id = ?', request.blob);
  if (held !== null) release(unlocked, held.space, dossier, [request.blob]);
  return done;
}

/** See `Vault.dropFile`. */
export async function dropFile(unlocked: Unlocked, dossier: DossierId, blob: string): Promise<Outcome<null>> {
  if ((await fileOf(unlocked, dossier, blob)) !== null) return failed('not-allowed');
  if (!unlocked.alive) return failed('locked');
  if (unlocked.engine.get('select blob from upload where blob = ? and dossier = ?', blob, dossier) === null)
    return failed('not-found');
  await forgetUpload(unlocked, blob);
  await dropChunks(unlocked, blob);
  unlocked.changed([], ['file']);
  return done;
}

/** What the dossier's records say of a blob: in whichever field it stands. */
async function fileOf(unlocked: Unlocked, dossier: DossierId, blob: string): Promise<SealedFile | null> {
  const view = await dossierView(unlocked, dossier);
  if (!view.ok) return null;
  for (const { fields } of view.value.records)
    for (const { value } of Object.values(fields)) {
      const file = readSealedFile(value);
      if (file?.blob === blob) return file;
    }
  return null;
}

const chunkOf = (bytes: Uint8Array, index: number): Uint8Array =>
  bytes.subarray(index * BLOB_CHUNK, Math.min(bytes.length, (index + 1) * BLOB_CHUNK));

async function dropChunks({ around }: Unlocked, blob: string): Promise<void> {
  for (const name of await around.keep.names(chunkPrefix(blob))) await around.keep.delete(name);
}

/** Opens a file from this device, or fetches its chunks; what was fetched stays here, sealed. */
export async function openFile(
  unlocked: Unlocked,
  space: SpaceId,
  file: SealedFile,
): Promise<Outcome<Uint8Array>> {
  const key = fromBase64url(file.key);
  // Somebody else wrote this record, perhaps with another program.
  if (!readId<BlobId>(file.blob, ID_BYTES).ok) return failed('file-damaged');
  if (!key.ok || !(file.size >= 0) || file.size > MAX_FILE) return failed('file-damaged');
  const opener = await blobOpener(new Secret(key.value), file.blob as BlobId, file.size);
  const bytes = new Uint8Array(file.size);
  for (let index = 0; index < opener.chunks; index++) {
    const name = chunkName(file.blob, index);
    let sealed = await unlocked.around.keep.get(name);
    if (sealed === null) {
      const answer = await unlocked.server.call('blobs/get', {
        space: idBytes(space),
        blob: idBytes(file.blob as BlobId),
        index,
      });
      if (!answer.ok)
        return answer.code === 'not-found' || answer.code === 'blob-incomplete'
          ? failed('file-not-here')
          : answer;
      ({ sealed } = answer.value);
      await unlocked.around.keep.put(name, sealed).catch(() => undefined);
    }
    const opened = await opener.open(index, sealed);
    if (!opened.ok) {
      await unlocked.around.keep.delete(name);
      return failed('file-damaged');
    }
    if (index * BLOB_CHUNK < bytes.length)
      bytes.set(opened.value.subarray(0, bytes.length - index * BLOB_CHUNK), index * BLOB_CHUNK);
  }
  const same = toHex(await sha256(bytes)) === file.sha256;
  return same ? success(bytes) : failed('file-damaged');
}
