import {
  createCharter,
  equalBytes,
  foldCharter,
  fromBase64url,
  newEpochKey,
  Secret,
  type SpaceId,
  type View,
  wrapEpochKey,
} from '@dayaq/sealing';
import type { Outcome } from '../client.ts';
import { startOfDay } from '../days.ts';
import { appendJoin, readInvitation } from '../entrance.ts';
import { failed, success } from '../failure.ts';
import { greet, judgedNow } from '../greeting.ts';
import { readLink } from '../links.ts';
import { holdReturned, unsentOf } from '../sync/held.ts';
import { noteWhole } from '../sync/first-fetch.ts';
import type { Unlocked } from '../unlocked.ts';
import { adopt, rememberSpaces } from './adopt.ts';
import { Ring, storeAct } from './ring.ts';

/** A founding under way: the same act is sent again where the answer to it was lost. */
interface Founding {
  token: Uint8Array;
  act: Uint8Array;
  key: Uint8Array;
  wrap: Uint8Array;
}
const FOUNDING = 'founding';

/** Founds a further space with the account that is open, and brings it onto this device. `token` may be the whole link. */
export async function foundFurther(unlocked: Unlocked, link: string): Promise<Outcome<SpaceId>> {
  const token = fromBase64url(link.trim().split('#').pop() ?? '');
  if (!token.ok || token.value.length !== 32) return failed('link-malformed');
  const greeted = await greet(unlocked.around);
  if (!greeted.ok) return greeted;
  const founding = await foundingWith(unlocked, token.value, greeted.value.clockAhead);
  const { act, wrap, key } = founding;
  const answer = await unlocked.server.call('spaces/create', { token: token.value, act, wrap });
  if (!answer.ok) return answer;
  if (!unlocked.alive) return failed('locked');
  const founded = await foldCharter([act]);
  if (!founded.ok) throw new Error('a charter of its own does not verify');
  const { space, epoch } = founded.value;
  const ring = await bringIn(unlocked, space, [act]);
  if (ring === null) return failed('locked');
  ring.keepKey(unlocked.engine, epoch.number, new Secret(key.slice()));
  // Founded here: there is nothing to fetch.
  noteWhole(unlocked.engine, space);
  return success(space);
}

/** What was founded is here, with its name: the act need not be sent again. */
export function foundingIsOver(unlocked: Unlocked): Promise<void> {
  return unlocked.kept.delete(FOUNDING);
}

async function foundingWith(unlocked: Unlocked, token: Uint8Array, clockAhead: number): Promise<Founding> {
  const before = (await unlocked.kept.get(FOUNDING)) as Founding | null;
  if (before !== null && equalBytes(before.token, token)) return before;
  const { around, account } = unlocked;
  const key = newEpochKey(around.random);
  const { entry, state } = await createCharter({
    founder: account,
    role: 'coordinator',
    epochKey: key,
    time: startOfDay(judgedNow(around, clockAhead)),
    random: around.random,
  });
  const view: View = { place: null, charter: state.head, peer: null };
  const wrap = await wrapEpochKey(key, state.epoch.number, state.space, account.public, view);
  const founding = { token, act: entry, key: key.expose().slice(), wrap };
  await unlocked.kept.put(FOUNDING, founding);
  return founding;
}

/**
 * Joins a further space with the account that is open, and brings it onto this device. Where this account belongs to it
 * already, by a join on another device or one whose answer was lost, its charter is enough.
 */
export async function joinFurther(unlocked: Unlocked, link: string): Promise<Outcome<SpaceId>> {
  const { around, account, server } = unlocked;
  const greeted = await greet(around);
  if (!greeted.ok) return greeted;
  const { clockAhead } = greeted.value;
  const read = await readInvitation(around, link, clockAhead);
  if (!read.ok) {
    const isUsed = read.failure.code === 'invitation-used';
    return isUsed ? ((await joinedBefore(unlocked, link)) ?? read) : read;
  }
  const { state } = read.value;
  if (state.members.get(account.id)?.removedSeq === null)
    return (await joinedBefore(unlocked, link)) ?? failed('invitation-forged');
  const known = unlocked.rings.get(state.space);
  const joined = await appendJoin(around, server, account, read.value, { link, clockAhead });
  if (!joined.ok) return joined;
  if (!unlocked.alive) return failed('locked');
  if (known === undefined) {
    const ring = await bringIn(unlocked, state.space, joined.value);
    return ring === null ? failed('server-lies', 'charter') : success(state.space);
  }
  // Removed once, and invited anew: into the same account, its words and its place in the log. Held before the charter
  // says so, because from then on things are sent.
  if (known.me === null) await holdReturned(unlocked, known, unsentOf(unlocked, known));
  if (!unlocked.alive) return failed('locked');
  const extended = await known.extend(
    unlocked.engine,
    joined.value.map((act, seq) => ({ seq, act })),
  );
  return extended ? success(state.space) : failed('server-lies', 'charter');
}

/** The space of a link, if this account belongs to it; null where it does not. */
async function joinedBefore(unlocked: Unlocked, text: string): Promise<Outcome<SpaceId> | null> {
  const link = readLink(text);
  if (link === null) return null;
  const known = unlocked.rings.get(link.space);
  if (known !== undefined) return known.me === null ? null : failed('already-member');
  const adopted = await adopt(unlocked, link.space, 'now');
  if (!adopted.ok || !adopted.value) return null;
  await rememberSpaces(unlocked);
  return success(link.space);
}

async function bringIn(
  unlocked: Unlocked,
  space: SpaceId,
  acts: readonly Uint8Array[],
): Promise<Ring | null> {
  const { engine, rings, account } = unlocked;
  const here = rings.get(space);
  if (here !== undefined) return here;
  engine.transaction(() => {
    acts.forEach((act, seq) => storeAct(engine, space, seq, act));
  });
  const ring = await Ring.load(engine, space, account);
  if (ring === null || !unlocked.alive) return null;
  rings.set(space, ring);
  await rememberSpaces(unlocked);
  return ring;
}
