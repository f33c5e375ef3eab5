import { idFromName, namingKey, type RecordId, spaceNamingKey } from '@dayaq/sealing';
import type { Ring } from './space/ring.ts';

/**
 * An id for each name, the same for every member of the space. The server sees ids, so they come from a key that it has not:
 * from a row of a register that it guesses nobody outside reckons its id. Where the first key of the space is out of reach
 * the ids are this account's own.
 */
export async function idsFor(ring: Ring, names: readonly string[]): Promise<RecordId[]> {
  const first = ring.epochKey(1);
  const key = first === null ? await namingKey(ring.account.root) : await spaceNamingKey(first);
  return Promise.all(names.map((name) => idFromName<RecordId>(key, ring.space, name)));
}
