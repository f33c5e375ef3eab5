import { fromBase64url, HASH_BYTES, idBytes, sha256, toBase64url, utf8 } from '@dayaq/sealing';
import type { Outcome } from '../client.ts';
import { failed, failureOf, success } from '../failure.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { copyOf, keepCopy } from './asked.ts';

export async function publishSurvey(
  unlocked: Unlocked,
  ring: Ring,
  survey: string,
): Promise<Outcome<string>> {
  const bytes = utf8(survey);
  const answer = await unlocked.server.call('surveys/put', { space: idBytes(ring.space), survey: bytes });
  if (!answer.ok) return { ok: false, failure: failureOf(answer.code) };
  const hash = toBase64url(await sha256(bytes));
  if (toBase64url(answer.value.hash) !== hash) return failed('server-lies');
  await keepCopy(unlocked, ring, hash, survey);
  return success(hash);
}

/** Whatever the server gives is compared with the hash that two signed for, and kept here. */
export async function publishedSurvey(
  unlocked: Unlocked,
  ring: Ring,
  hash: string,
): Promise<Outcome<string>> {
  const wanted = fromBase64url(hash);
  if (!wanted.ok || wanted.value.length !== HASH_BYTES) return failed('not-found');
  const copy = await copyOf(unlocked, ring, hash);
  if (copy !== null) return success(copy);
  const answer = await unlocked.server.call('surveys/get', {
    space: idBytes(ring.space),
    hash: wanted.value,
  });
  if (!answer.ok) return { ok: false, failure: failureOf(answer.code) };
  const { survey } = answer.value;
  if (toBase64url(await sha256(survey)) !== hash) return failed('server-lies');
  const text = new TextDecoder().decode(survey);
  await keepCopy(unlocked, ring, hash, text);
  return success(text);
}
