import { readNotice } from '@dayaq/domain/door-notice';
import { prepare, type Prepared, readSurvey } from '@dayaq/domain/survey';
import { fromBase64url, idBytes, type PublicDoor, sha256, toBase64url } from '@dayaq/sealing';
import { call } from '../call.ts';
import { spaceHere } from '../door.ts';
import { part } from '../page.ts';
import { say } from '../words.ts';

export const hashHere = (): string => part('app').dataset['survey'] ?? '';

/**
 * The survey that this page is for, as two of the organisation signed for it. `gone`: it is not asked at this door any more. `ghost`:
 * the server gave another one.
 */
export async function fetchSurvey(door: PublicDoor): Promise<Prepared | 'offline' | 'gone' | 'ghost'> {
  const hash = hashHere();
  const bytes = fromBase64url(hash);
  const asked = readNotice(door.notice)?.surveys ?? [];
  if (!bytes.ok || !asked.some((each) => each.hash === hash)) return 'gone';
  const answer = await call('surveys/read', { space: idBytes(door.space), hash: bytes.value });
  if (!answer.ok) return answer.error === 'offline' ? 'offline' : 'gone';
  const { survey } = answer.value;
  if (toBase64url(await sha256(survey)) !== hash) return 'ghost';
  const read = readSurvey(new TextDecoder().decode(survey));
  return read === null ? 'ghost' : prepare(read);
}

/** A sound that the survey names, by the hash that stands in it; null where the server has none, or gave another. */
export async function fetchSound(hash: string): Promise<Uint8Array | null> {
  const [space, wanted] = [fromBase64url(spaceHere()), fromBase64url(hash)];
  if (!space.ok || !wanted.ok) return null;
  const answer = await call('sounds/read', { space: space.value, hash: wanted.value });
  if (!answer.ok) return null;
  const { sound } = answer.value;
  return toBase64url(await sha256(sound)) === hash ? sound : null;
}

/**
 * What is said where nothing can be answered. A door or survey that nobody of the organisation signed is no survey that has ended.
 * @param gone by what it is said that this is asked no longer
 */
export function whyNot(why: string | Prepared, gone: 'survey.gone' | 'call.gone'): string {
  if (why === 'offline') return say('survey.away');
  if (why === 'ghost') return say('send.ghost');
  return say(why === 'old' ? 'send.old' : gone);
}
