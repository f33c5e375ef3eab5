import { fromBase64url, type PublicDoor, readDoor, type SpaceId } from '@dayaq/sealing';
import { call } from './call.ts';
import { part } from './page.ts';

export const spaceHere = (): SpaceId => (part('app').dataset['space'] ?? '') as SpaceId;

/** Whether this browser can seal at all: on an address without TLS, or in an old one, it cannot. */
export const canSeal = (): boolean =>
  globalThis.isSecureContext && typeof crypto?.subtle === 'object' && typeof AbortSignal.any === 'function';

/** What a refusal means to whoever writes: `shut` where no letter of theirs is taken, now or for longer. */
export const refused = (error: string): 'offline' | 'shut' | 'old' =>
  error === 'offline' ? 'offline' : error === 'version-mismatch' ? 'old' : 'shut';

/**
 * The door as its organisation signed it. `ghost`: what the server gave is signed by nobody of this organisation, or the page is of
 * another one than the link that somebody followed names.
 */
export async function fetchDoor(
  signal?: AbortSignal,
): Promise<PublicDoor | 'offline' | 'shut' | 'ghost' | 'old'> {
  const space = spaceHere();
  const bytes = fromBase64url(space);
  // A poster's code may carry the organisation's id: no server sees that part of an address.
  const pinned = location.hash.slice(1);
  if (!bytes.ok || (pinned.length > 0 && !space.startsWith(pinned))) return 'ghost';
  const answer = await call('doors/read', { space: bytes.value }, signal);
  if (!answer.ok) return refused(answer.error);
  const door = await readDoor(space, answer.value.acts);
  return door.ok && door.value.readers.length > 0 ? door.value : 'ghost';
}
