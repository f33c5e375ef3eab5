import { foldCharter, idBytes, idText, type SpaceId } from '@dayaq/sealing';
import type { Outcome } from '../client.ts';
import { failed, success } from '../failure.ts';
import type { Unlocked } from '../unlocked.ts';
import { namesMe } from './names-me.ts';
import { Ring, storeAct } from './ring.ts';

/** Spaces that were on this device: should its database be lost, they are fetched again, and no others. */
const HERE = 'spaces';
/** Set by an act of the person that brings an account's spaces onto this device: until they are here. */
const LOOK = 'look-for-spaces';

/** Remembers, beside the database, which spaces came onto this device by somebody's act. */
export async function rememberSpaces(unlocked: Unlocked): Promise<void> {
  const known = new Set([...(await remembered(unlocked)), ...unlocked.rings.keys()]);
  await unlocked.kept.put(HERE, [...known]);
}

async function remembered(unlocked: Unlocked): Promise<SpaceId[]> {
  return ((await unlocked.kept.get(HERE)) ?? []) as SpaceId[];
}

/** Somebody restored an account here, or asked for the spaces that it joined elsewhere. */
export function lookForSpaces(unlocked: Unlocked): Promise<void> {
  return unlocked.kept.put(LOOK, true);
}

/**
 * Brings spaces onto this device that belong here and are not here: those that were here before, and, after somebody asked
 * for it, those that the server names. Its word is only a hint: a space counts when its charter, checked from the first
 * act, holds this account with this account's own keys, which nobody but this account can have signed. Without an act of
 * the person no space comes, whatever the server says. Answers those that came.
 */
export async function adoptSpaces(unlocked: Unlocked): Promise<Outcome<SpaceId[]>> {
  const before = await remembered(unlocked);
  const looks =
    (await unlocked.kept.get(LOOK)) === true || (before.length === 0 && unlocked.rings.size === 0);
  const wanted = new Set(before);
  if (looks) {
    const listed = await unlocked.server.call('spaces/list', {});
    if (!listed.ok) return listed;
    for (const { space } of listed.value.spaces) wanted.add(idText<SpaceId>(space));
  }
  const came: SpaceId[] = [];
  let refused = false;
  for (const space of wanted) {
    if (unlocked.rings.has(space)) continue;
    const adopted = await adopt(unlocked, space);
    if (!unlocked.alive) return failed('locked');
    if (!adopted.ok) return adopted;
    if (adopted.value) came.push(space);
    else refused = true;
  }
  if (came.length > 0) await rememberSpaces(unlocked);
  if (looks && (unlocked.rings.size > 0 || before.length > 0)) await unlocked.kept.delete(LOOK);
  return refused ? failed('server-lies', 'charter') : success(came);
}

/** Brings one space here. False: the charter does not hold this account with its own keys (`now`: as one who belongs). */
export async function adopt(
  unlocked: Unlocked,
  space: SpaceId,
  belonging: 'now' | 'ever' = 'ever',
): Promise<Outcome<boolean>> {
  const acts: Uint8Array[] = [];
  for (;;) {
    const read = await unlocked.server.call('charter/read', { space: idBytes(space), from: acts.length });
    if (!read.ok) return read;
    acts.push(...read.value.acts);
    if (!read.value.more || read.value.acts.length === 0) break;
  }
  const folded = await foldCharter(acts);
  if (!unlocked.alive) return failed('locked');
  if (!folded.ok || folded.value.space !== space || !namesMe(unlocked, folded.value)) return success(false);
  const isGone = folded.value.members.get(unlocked.account.id)?.removedSeq !== null;
  if (belonging === 'now' && isGone) return success(false);
  unlocked.engine.transaction(() => {
    acts.forEach((act, seq) => storeAct(unlocked.engine, space, seq, act));
  });
  const ring = await Ring.load(unlocked.engine, space, unlocked.account);
  if (ring === null || !unlocked.alive) return failed('locked');
  unlocked.rings.set(space, ring);
  return success(true);
}
