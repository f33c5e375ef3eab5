import type { SealedFile } from '@dayaq/domain';
import { LIMITS } from '@dayaq/protocol';
import { fromBase64url, HASH_BYTES, idBytes, sha256, toBase64url } from '@dayaq/sealing';
import { openFile } from '../files.ts';
import type { Outcome } from '../client.ts';
import { failed, failureOf, success } from '../failure.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/** Puts a sound that was sealed here where visitors hear it. Answers its SHA-256 in base64url. Failures: as `openFile`; `too-large`. */
export async function publishSound(
  unlocked: Unlocked,
  ring: Ring,
  file: SealedFile,
): Promise<Outcome<string>> {
  if (file.size > LIMITS.sound) return failed('too-large');
  const opened = await openFile(unlocked, ring.space, file);
  if (!opened.ok) return opened;
  const put = await unlocked.server.call('sounds/put', { space: idBytes(ring.space), sound: opened.value });
  if (!put.ok) return { ok: false, failure: failureOf(put.code) };
  const hash = toBase64url(await sha256(opened.value));
  return toBase64url(put.value.hash) === hash ? success(hash) : failed('server-lies');
}

/** A sound that was published, compared with the hash by which a survey names it. */
export async function publishedSound(
  unlocked: Unlocked,
  ring: Ring,
  hash: string,
): Promise<Outcome<Uint8Array>> {
  const wanted = fromBase64url(hash);
  if (!wanted.ok || wanted.value.length !== HASH_BYTES) return failed('not-found');
  const got = await unlocked.server.call('sounds/get', { space: idBytes(ring.space), hash: wanted.value });
  if (!got.ok) return { ok: false, failure: failureOf(got.code) };
  return toBase64url(await sha256(got.value.sound)) === hash
    ? success(got.value.sound)
    : failed('server-lies');
}
