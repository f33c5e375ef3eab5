import {
  codeKeyHash,
  codeSecret,
  fromBase64url,
  idBytes,
  newCode,
  newCodeKeys,
  sha256,
  toBase64url,
} from '@dayaq/sealing';
import { LIMITS } from '@dayaq/protocol';
import type { Outcome } from '../client.ts';
import { failed, failureOf, success } from '../failure.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/** The server is given the hash of each code, and of a new key what signs; this device keeps neither, nor any code. */
export async function makeSurveyCodes(
  unlocked: Unlocked,
  ring: Ring,
  { key, count }: { key: string | null; count: number },
): Promise<Outcome<{ key: string; codes: string[] }>> {
  if (!Number.isInteger(count) || count < 1 || count > LIMITS.codesAtOnce) return failed('too-large');
  const known = key === null ? null : fromBase64url(key);
  if (known !== null && !known.ok) return failed('not-found');
  const made = known === null ? await newCodeKeys() : null;
  const publicKey = made?.publicKey ?? (known?.ok === true ? known.value : new Uint8Array());
  const keyHash = await codeKeyHash(publicKey);
  const codes = new Set<string>();
  while (codes.size < count) codes.add(newCode(unlocked.around.random));
  const hashes: Uint8Array[] = [];
  for (const code of codes) {
    const secret = await codeSecret(ring.space, keyHash, code);
    if (secret !== null) hashes.push(await sha256(secret));
  }
  const put = await unlocked.server.call('codes/put', {
    space: idBytes(ring.space),
    key: keyHash,
    secret: made?.privateKey ?? null,
    codes: hashes,
  });
  if (!put.ok) return { ok: false, failure: failureOf(put.code) };
  return success({ key: toBase64url(publicKey), codes: [...codes] });
}

export async function surveyCodes(
  unlocked: Unlocked,
  ring: Ring,
  key: string,
): Promise<Outcome<{ all: number; used: number }>> {
  const known = fromBase64url(key);
  if (!known.ok) return failed('not-found');
  const answer = await unlocked.server.call('codes/count', {
    space: idBytes(ring.space),
    key: await codeKeyHash(known.value),
  });
  return answer.ok ? success(answer.value) : { ok: false, failure: failureOf(answer.code) };
}
