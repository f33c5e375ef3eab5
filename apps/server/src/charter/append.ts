import { LIMITS, type Request } from '@dayaq/protocol';
import {
  type AccountId,
  type CharterEntry,
  type CharterState,
  currentMembers,
  extendCharter,
  idBytes,
  idText,
  readCharterEntry,
} from '@dayaq/sealing/verify';
import type { Transaction } from 'kysely';
import { equal } from '../hash.ts';
import type { Parts } from '../parts.ts';
import { Refused, refuse } from '../refused.ts';
import { chainToEnd, chainWithAct, standsBehind } from '../storage/chain.ts';
import { insertLog, readActs } from '../storage/log.ts';
import { LOG_CHARTER, type Schema } from '../storage/schema.ts';
import { type Chain, findMember, lockSpace, spacesOf, updateSpace, upsertMember } from '../storage/spaces.ts';
import { deleteTimersOfFormer } from '../storage/timers.ts';
import { insertWrap } from '../storage/wraps.ts';
import { refuseInvitation } from './open-invitation.ts';
import { refusedAct } from './refused-act.ts';
import { type Act, isUnsettled } from './untold.ts';

/** The acts as read, all by the caller; whether they may stand is judged under the lock. */
function readOwnActs(acts: readonly Uint8Array[], account: Uint8Array): Act[] | Refused {
  const author = idText<AccountId>(account);
  const own: Act[] = [];
  for (const bytes of acts) {
    const read = readCharterEntry(bytes);
    if (!read.ok) return refusedAct(read.error);
    if (read.value.author !== author) return refuse('not-allowed');
    own.push({ bytes, entry: read.value });
  }
  return own;
}

/** Drops the acts that the charter holds already: a call that is repeated after a broken connection. */
export async function withoutStored(
  tx: Transaction<Schema>,
  space: Uint8Array,
  seq: number,
  acts: readonly Act[],
): Promise<readonly Act[]> {
  const first = acts[0];
  if (!first || first.entry.seq > seq) return acts;
  const stored = await readActs(tx, space, { from: first.entry.seq, limit: acts.length });
  const same = stored.findIndex((act, i) => !equal(act, acts[i]?.bytes ?? new Uint8Array()));
  return acts.slice(same === -1 ? stored.length : same);
}

/** What the server asks beyond the charter's own rules, by whatever way an act comes: clocks and counts. */
export async function refuseByServer(
  tx: Transaction<Schema>,
  before: CharterState,
  { entry }: Act,
  now: number,
): Promise<Refused | null> {
  const { act } = entry;
  if (act.type !== 'join') return null;
  const closed = refuseInvitation(before, act.invite, now);
  if (closed) return closed;
  if (currentMembers(before).length >= LIMITS.membersPerSpace) return refuse('too-large', 'members');
  const spaces = await spacesOf(tx, idBytes(entry.author));
  return spaces.length >= LIMITS.spacesPerAccount ? refuse('too-large', 'spaces') : null;
}

/** An act but a join stands right behind the log that its author had verified, so that nothing is put in front of it later. */
function refusePlace(entry: CharterEntry, end: { logId: Uint8Array; chain: Chain }): Refused | null {
  if (entry.act.type === 'join') return entry.place === null ? null : refuse('charter-invalid', 'place');
  return standsBehind(entry.place, end) ? null : refuse('log-moved');
}

/** Writes the members whose standing changed between two states. Timers of whoever may not write any more go with that. */
export async function storeMembers(
  tx: Transaction<Schema>,
  space: Uint8Array,
  before: CharterState,
  after: CharterState,
): Promise<void> {
  let changed = false;
  for (const [id, member] of after.members) {
    if (before.members.get(id) === member) continue;
    changed = true;
    const { role, keyholder, removedSeq } = member;
    await upsertMember(tx, space, idBytes(id), { role, keyholder, removed: removedSeq !== null });
  }
  if (changed) await deleteTimersOfFormer(tx, space);
}

type Wraps = Request<'charter/append'>['wraps'];

/** The wraps by account, if they are for exactly the members that the last rotation named; else a refusal. */
function wrapsFor(after: CharterState, rotated: boolean, wraps: Wraps): Refused | null {
  const wanted = new Set<string>(rotated ? currentMembers(after).map((member) => member.account) : []);
  const given = new Set<string>(wraps.map((wrap) => idText<AccountId>(wrap.account)));
  const exact =
    given.size === wraps.length && given.size === wanted.size && [...given].every((id) => wanted.has(id));
  return exact ? null : refuse('wraps-incomplete');
}

/**
 * Extends a charter under the space's lock: all acts or none. Of two who extend the same head one wins and the other
 * is told `charter-moved`; of two who wrote behind the same log the second is told `log-moved`. A rotation comes with wraps for exactly the members, and not more than one comes at a time.
 */
export async function appendActs(
  tx: Transaction<Schema>,
  parts: Parts,
  account: Uint8Array,
  body: Request<'charter/append'>,
): Promise<{ position: number; members: boolean } | Refused> {
  const read = readOwnActs(body.acts, account);
  if (read instanceof Refused) return read;
  const row = await lockSpace(tx, body.space);
  if (!row) return refuse('not-allowed');
  const before = await parts.charters.load(tx, body.space, row);
  const acts = await withoutStored(tx, body.space, before.seq, read);
  const joining = acts[0]?.entry.act.type === 'join';
  if (!joining && !(await findMember(tx, body.space, account))) {
    // Someone who left repeats the very call with which they left: it is done.
    if (acts.length > 0 || read.at(-1)?.entry.act.type !== 'remove') return refuse('not-allowed');
  }
  if (acts.length === 0) return { position: row.position, members: false };
  if (
    (joining || !before.members.get(idText<AccountId>(account))?.keyholder) &&
    (await isUnsettled(tx, body.space))
  )
    return refuse('team-unsettled');

  let state = before;
  let rotations = 0;
  // A joiner has no log yet; all others have read it to its end, so the hash up to there is needed.
  const onlyJoins = acts.every(({ entry }) => entry.act.type === 'join');
  let chain = onlyJoins ? row.chain : await chainToEnd(tx, body.space, row.chain);
  for (const act of acts) {
    const refused = await refuseByServer(tx, state, act, parts.clock());
    if (refused) return refused;
    const next = await extendCharter(state, act.bytes);
    if (!next.ok) return refusedAct(next.error);
    const misplaced = refusePlace(act.entry, { logId: row.logId, chain });
    if (misplaced) return misplaced;
    state = next.value;
    if (!onlyJoins) chain = await chainWithAct(chain, state.head);
    if (act.entry.act.type === 'rotate') rotations++;
  }
  if (rotations > 1) return refuse('wraps-incomplete');
  const incomplete = wrapsFor(state, rotations === 1, body.wraps);
  if (incomplete) return incomplete;

  await insertLog(
    tx,
    body.space,
    acts.map((act, i) => ({
      position: row.position + 1 + i,
      kind: LOG_CHARTER,
      dossier: null,
      number: act.entry.seq,
      body: act.bytes,
    })),
  );
  await storeMembers(tx, body.space, before, state);
  for (const { account: to, wrap } of body.wraps) {
    await insertWrap(tx, { space: body.space, epoch: state.epoch.number, account: to, by: account, wrap });
  }
  const position = row.position + acts.length;
  await updateSpace(tx, body.space, {
    position,
    charterSeq: state.seq,
    charterHead: state.head,
    epoch: state.epoch.number,
    rotationOwed: state.rotationOwed,
    chain,
  });
  return { position, members: true };
}
