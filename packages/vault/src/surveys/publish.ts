import { fromBase64url, HASH_BYTES, idBytes, sha256, sheetsDossier, toBase64url, utf8 } from '@dayaq/sealing';
import type { Outcome, SurveyAnswers } from '../client.ts';
import { failed, failureOf, success } from '../failure.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { heldSheets } from './hold.ts';

export async function publishSurvey(
  unlocked: Unlocked,
  ring: Ring,
  survey: string,
): Promise<Outcome<string>> {
  const bytes = utf8(survey);
  const answer = await unlocked.server.call('surveys/put', { space: idBytes(ring.space), survey: bytes });
  if (!answer.ok) return { ok: false, failure: failureOf(answer.code) };
  const hash = toBase64url(await sha256(bytes));
  return toBase64url(answer.value.hash) === hash ? success(hash) : failed('server-lies');
}

/** Whatever the server gives is compared with the hash that two signed for. */
export async function publishedSurvey(
  unlocked: Unlocked,
  ring: Ring,
  hash: string,
): Promise<Outcome<string>> {
  const wanted = fromBase64url(hash);
  if (!wanted.ok || wanted.value.length !== HASH_BYTES) return failed('not-found');
  const answer = await unlocked.server.call('surveys/get', {
    space: idBytes(ring.space),
    hash: wanted.value,
  });
  if (!answer.ok) return { ok: false, failure: failureOf(answer.code) };
  const { survey } = answer.value;
  if (toBase64url(await sha256(survey)) !== hash) return failed('server-lies');
  return success(new TextDecoder().decode(survey));
}

export async function surveyAnswers(
  unlocked: Unlocked,
  ring: Ring,
  hash: string,
): Promise<SurveyAnswers | null> {
  const wanted = fromBase64url(hash);
  if (!wanted.ok || wanted.value.length !== HASH_BYTES) return null;
  const held = await heldSheets(unlocked, ring.space);
  return {
    dossier: await sheetsDossier(ring.space, wanted.value),
    today: held.filter(({ sheet }) => sheet.survey === hash).length,
  };
}
