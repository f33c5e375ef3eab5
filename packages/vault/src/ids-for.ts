import { idFromName, namingKey, type RecordId, type SpaceId } from '@dayaq/sealing';
import type { Unlocked } from './unlocked.ts';

/**
 * An id for each name, of this account and space. The server sees ids, so they come from a key that it has not: from a row of
 * a register that it guesses nobody reckons its id.
 */
export async function idsFor(
  unlocked: Unlocked,
  space: SpaceId,
  names: readonly string[],
): Promise<RecordId[]> {
  const key = await namingKey(unlocked.account.root);
  return Promise.all(names.map((name) => idFromName<RecordId>(key, space, name)));
}
