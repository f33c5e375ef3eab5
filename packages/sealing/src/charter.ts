import { equalBytes } from './bytes.ts';
import { charterHead, NO_PREVIOUS, readCharterEntry, spaceId } from './charter-encoding.ts';
import {
  CHARTER_LIMITS,
  type CharterAct,
  type CharterEntry,
  type CharterState,
  type Door,
  type DoorReader,
  type EpochPublic,
  type EpochRecord,
  type Invite,
  type Member,
  type OpenDoor,
  type Peer,
} from './charter-types.ts';
import type { AccountId, InviteId, SpaceId } from './ids.ts';
import { verifyJoinProof } from './join-proof.ts';
import { type Failure, fail, ok, type Result } from './result.ts';
import { verifySignature } from './signature-check.ts';

/** A state under construction, owned by one fold and never handed out before it is done. */
interface Draft {
  /** False for an excerpt: what counts all members cannot be asked. */
  whole: boolean;
  space: SpaceId;
  seq: number;
  head: Uint8Array;
  members: Map<AccountId, Member>;
  invites: Map<InviteId, Invite>;
  epoch: EpochPublic;
  epochs: Map<number, EpochRecord>;
  rotationOwed: boolean;
  peers: Map<SpaceId, Peer>;
  proposedDoor: Door | null;
  door: OpenDoor | null;
  doorReaders: readonly DoorReader[];
}

function draftOf(state: CharterState): Draft {
  return {
    ...state,
    whole: true,
    members: new Map(state.members),
    invites: new Map(state.invites),
    epochs: new Map(state.epochs),
    peers: new Map(state.peers),
  };
}

type Act<T extends CharterAct['type']> = Extract<CharterAct, { type: T }>;
const ALLOWED = undefined;
const notAllowed = (why: string): Failure => fail('not-allowed', why);

function keyholders(draft: Draft): number {
  let count = 0;
  for (const member of draft.members.values()) if (member.removedSeq === null && member.keyholder) count++;
  return count;
}

function present(draft: Draft, account: AccountId): Member | undefined {
  const member = draft.members.get(account);
  return member?.removedSeq === null ? member : undefined;
}

function invite(draft: Draft, entry: CharterEntry, act: Act<'invite'>): Failure | undefined {
  if (draft.invites.has(act.invite)) return notAllowed('this invitation exists already');
  if (act.expires <= entry.time) return notAllowed('an invitation must expire after it was made');
  if (act.expires - entry.time > CHARTER_LIMITS.inviteLife) return notAllowed('an invitation lasts too long');
  const { verifier, role, keyholder, expires, sealed } = act;
  draft.invites.set(act.invite, {
    verifier,
    role,
    keyholder,
    expires,
    sealed,
    by: entry.author,
    usedBy: null,
    revoked: false,
  });
  return ALLOWED;
}

function revoke(draft: Draft, act: Act<'revoke'>): Failure | undefined {
  const found = draft.invites.get(act.invite);
  if (!found) return notAllowed('no such invitation');
  if (found.usedBy !== null || found.revoked) return notAllowed('this invitation is used or revoked already');
  draft.invites.set(act.invite, { ...found, revoked: true });
  return ALLOWED;
}

/**
 * What waits for a second one ends with who began it: whoever holds the keys no more lets nobody in any more, and what they
 * proposed is nobody's. Neither comes to life again.
 */
function endPending(draft: Draft, account: AccountId): void {
  for (const [id, each] of draft.invites)
    if (each.by === account && each.usedBy === null) draft.invites.set(id, { ...each, revoked: true });
  if (draft.proposedDoor?.by === account) draft.proposedDoor = null;
}

async function join(draft: Draft, entry: CharterEntry, act: Act<'join'>): Promise<Failure | undefined> {
  const { member } = act;
  if (entry.author !== member.account) return notAllowed('only the joiner writes a join');
  const found = draft.invites.get(act.invite);
  if (!found) return notAllowed('no such invitation');
  if (found.revoked) return notAllowed('this invitation was revoked');
  if (found.usedBy !== null) return notAllowed('this invitation was used');
  if (entry.time > found.expires) return notAllowed('this invitation had expired');
  const before = draft.members.get(member.account);
  if (before?.removedSeq === null) return notAllowed('already a member');
  if (before && !(equalBytes(before.signKey, member.signKey) && equalBytes(before.encKey, member.encKey))) {
    return notAllowed('this account was a member with other keys');
  }
  if (!before && draft.members.size >= CHARTER_LIMITS.members) return notAllowed('too many members');
  if (!(await verifyJoinProof(found.verifier, draft.space, act.invite, member, act.proof))) {
    return fail('bad-signature', 'the join was not made with the invitation');
  }
  draft.invites.set(act.invite, { ...found, usedBy: member.account });
  const { role, keyholder } = found;
  draft.members.set(member.account, { ...member, role, keyholder, joinedSeq: entry.seq, removedSeq: null });
  return ALLOWED;
}

function changeRole(draft: Draft, act: Act<'role'>): Failure | undefined {
  const member = present(draft, act.account);
  if (!member) return notAllowed('not a member');
  if (draft.whole && member.keyholder && !act.keyholder && keyholders(draft) === 1) {
    return notAllowed('the last keyholder must stay one');
  }
  draft.members.set(act.account, { ...member, role: act.role, keyholder: act.keyholder });
  if (!act.keyholder) endPending(draft, act.account);
  return ALLOWED;
}

function remove(draft: Draft, entry: CharterEntry, act: Act<'remove'>): Failure | undefined {
  const member = present(draft, act.account);
  if (!member) return notAllowed('not a member');
  if (draft.whole && member.keyholder && keyholders(draft) === 1)
    return notAllowed('the last keyholder cannot leave');
  draft.members.set(act.account, { ...member, removedSeq: entry.seq });
  endPending(draft, act.account);
  endReading(draft, act.account);
  draft.rotationOwed = true;
  return ALLOWED;
}

function rotate(draft: Draft, entry: CharterEntry, act: Act<'rotate'>): Failure | undefined {
  if (draft.whole) {
    const refused = refuseRotation(draft, act);
    if (refused) return refused;
  } else if (act.epoch.number <= draft.epoch.number) return notAllowed('an epoch that is over');
  draft.epoch = act.epoch;
  draft.epochs.set(act.epoch.number, { ...act.epoch, seq: entry.seq, link: act.link });
  draft.rotationOwed = false;
  return ALLOWED;
}

/** A rotation is the next one, and for exactly the members. */
function refuseRotation(draft: Draft, act: Act<'rotate'>): Failure | undefined {
  if (act.epoch.number !== draft.epoch.number + 1) return notAllowed('not the next epoch');
  const named = new Set(act.members);
  if (named.size !== act.members.length) return notAllowed('a rotation names someone twice');
  let members = 0;
  for (const member of draft.members.values()) {
    if (member.removedSeq !== null) continue;
    members++;
    if (!named.has(member.account)) return notAllowed('the rotation misses a member');
  }
  return members === named.size ? ALLOWED : notAllowed('the rotation names someone who is not a member');
}

function introduce(draft: Draft, act: Act<'introduce'>): Failure | undefined {
  if (act.peer === draft.space) return notAllowed('a space needs no introduction to itself');
  // What was pinned stays: a second introduction with another head would end all sharing with that space for good.
  if (draft.peers.has(act.peer)) return notAllowed('this space was introduced already');
  draft.peers.set(act.peer, { head: act.head, dropKey: act.dropKey, sealed: act.sealed });
  return ALLOWED;
}

/** Whether two readers of a door bear one name, or look as if they did: nobody could keep a letter from the one alone. */
export function namedAlike(readers: readonly { readonly name: string }[]): boolean {
  const names = readers.map(({ name }) => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim());
  return new Set(names).size !== names.length;
}

function proposeDoor(draft: Draft, entry: CharterEntry, act: Act<'door'>): Failure | undefined {
  const named = new Set(act.readers.map(({ account }) => account));
  if (named.size !== act.readers.length) return notAllowed('a door names a reader twice');
  for (const account of named) if (!present(draft, account)) return notAllowed('a reader is not a member');
  if (namedAlike(act.readers)) return notAllowed('visitors could not tell two readers apart');
  draft.proposedDoor = { seq: entry.seq, by: entry.author, notice: act.notice, readers: act.readers };
  return ALLOWED;
}

/** Two open it: one who proposed, and another one who stands behind the very same words and readers. */
function openDoor(
  draft: Draft,
  entry: CharterEntry,
  act: Act<'door-open'>,
  author: Member,
): Failure | undefined {
  if (!author.keyholder && author.role !== 'coordinator')
    return notAllowed('only a keyholder or coordinator may open the door');
  const proposed = draft.proposedDoor;
  if (proposed === null || proposed.seq !== act.door) return notAllowed('this door is not proposed');
  if (proposed.by === entry.author) return notAllowed('another one must open the door');
  draft.door = { ...proposed, openedBy: entry.author, openedSeq: entry.seq };
  draft.doorReaders = proposed.readers;
  draft.proposedDoor = null;
  return ALLOWED;
}

function closeDoor(draft: Draft): Failure | undefined {
  if (draft.door === null && draft.proposedDoor === null) return notAllowed('there is no door');
  draft.door = null;
  draft.proposedDoor = null;
  return ALLOWED;
}

/** Whoever left opens no letters. */
function endReading(draft: Draft, account: AccountId): void {
  const left = (readers: readonly DoorReader[]) => readers.filter((reader) => reader.account !== account);
  const without = <D extends Door>(door: D): D => ({ ...door, readers: left(door.readers) });
  draft.doorReaders = left(draft.doorReaders);
  if (draft.proposedDoor !== null) draft.proposedDoor = without(draft.proposedDoor);
  if (draft.door !== null) draft.door = without(draft.door);
}

/** Changes the draft if the rules let this act stand; a draft that met a failure is thrown away. */
async function apply(draft: Draft, entry: CharterEntry): Promise<Failure | undefined> {
  const { act } = entry;
  if (act.type === 'create') return notAllowed('a space is created once');
  if (act.type === 'join') return join(draft, entry, act);
  const author = present(draft, entry.author);
  if (!author) return notAllowed('the author is not a member');
  if (act.type === 'remove' && act.account === author.account) return remove(draft, entry, act);
  if (act.type === 'door-open') return openDoor(draft, entry, act, author);
  if (!author.keyholder) return notAllowed(`only a keyholder may ${act.type}`);
  switch (act.type) {
    case 'invite':
      return invite(draft, entry, act);
    case 'revoke':
      return revoke(draft, act);
    case 'role':
      return changeRole(draft, act);
    case 'remove':
      return remove(draft, entry, act);
    case 'rotate':
      return rotate(draft, entry, act);
    case 'introduce':
      return introduce(draft, act);
    case 'door':
      return proposeDoor(draft, entry, act);
    case 'door-close':
      return closeDoor(draft);
  }
}

/** The key that must have signed an entry, or nothing if its author is unknown here. */
function signerOf(draft: Draft, entry: CharterEntry): Uint8Array | undefined {
  if (entry.act.type === 'join') return entry.act.member.signKey;
  return draft.members.get(entry.author)?.signKey;
}

async function begin(bytes: Uint8Array, entry: CharterEntry): Promise<Result<Draft>> {
  const { act } = entry;
  if (entry.space !== null || entry.seq !== 0 || !equalBytes(entry.prev, NO_PREVIOUS)) {
    return fail('bad-chain', 'this is not a first entry');
  }
  if (act.type !== 'create') return fail('not-allowed', 'the first entry creates the space');
  if (entry.author !== act.founder.account) return fail('not-allowed', 'the founder writes the first entry');
  if (act.epoch.number !== 1) return fail('not-allowed', 'the first epoch is 1');
  if (!(await verifySignature(act.founder.signKey, 'charter', entry.body, entry.signature))) {
    return fail('bad-signature', 'not signed by its author');
  }
  const founder: Member = { ...act.founder, role: act.role, keyholder: true, joinedSeq: 0, removedSeq: null };
  return ok({
    whole: true,
    space: await spaceId(bytes),
    seq: 0,
    head: await charterHead(bytes),
    members: new Map([[founder.account, founder]]),
    invites: new Map(),
    epoch: act.epoch,
    epochs: new Map([[1, { ...act.epoch, seq: 0, link: null }]]),
    rotationOwed: false,
    peers: new Map(),
    proposedDoor: null,
    door: null,
    doorReaders: [],
  });
}

async function advance(draft: Draft, bytes: Uint8Array, entry: CharterEntry): Promise<Failure | undefined> {
  if (entry.space !== draft.space) return fail('bad-chain', 'an entry of another space');
  if (draft.whole ? entry.seq !== draft.seq + 1 : entry.seq <= draft.seq)
    return fail('bad-chain', `entry ${entry.seq} after entry ${draft.seq}`);
  if (draft.whole && !equalBytes(entry.prev, draft.head))
    return fail('bad-chain', 'does not continue the last entry');
  const signer = signerOf(draft, entry);
  if (!signer) return notAllowed('the author was never a member');
  if (!(await verifySignature(signer, 'charter', entry.body, entry.signature))) {
    return fail('bad-signature', 'not signed by its author');
  }
  const refused = await apply(draft, entry);
  if (refused) return refused;
  draft.seq = entry.seq;
  draft.head = await charterHead(bytes);
  return ALLOWED;
}

/**
 * The state after one more entry; the state given is not changed. `null` stands for no space yet.
 * Errors: `malformed`, `too-large`, `unsupported-version`, `unknown-act`, `bad-chain`, `bad-signature`,
 * `not-allowed`.
 */
export async function extendCharter(
  state: CharterState | null,
  entry: Uint8Array,
): Promise<Result<CharterState>> {
  const read = readCharterEntry(entry);
  if (!read.ok) return read;
  if (state === null) return begin(entry, read.value);
  const draft = draftOf(state);
  return (await advance(draft, entry, read.value)) ?? ok(draft);
}

/** The state after a whole chain, from its first entry. Stops at the first entry that may not stand. */
export function foldCharter(entries: readonly Uint8Array[]): Promise<Result<CharterState>> {
  return fold(entries, true);
}

/**
 * What some acts of a charter say by themselves, in their order, the first among them: each signed by one whom the ones
 * before it let in. It proves what was signed, never that nothing was signed since. Errors as `foldCharter`.
 */
export function foldExcerpt(entries: readonly Uint8Array[]): Promise<Result<CharterState>> {
  return fold(entries, false);
}

async function fold(entries: readonly Uint8Array[], whole: boolean): Promise<Result<CharterState>> {
  const [first, ...rest] = entries;
  if (!first) return fail('malformed', 'a charter has at least one entry');
  const read = readCharterEntry(first);
  if (!read.ok) return read;
  const begun = await begin(first, read.value);
  if (!begun.ok) return begun;
  const draft = begun.value;
  draft.whole = whole;
  for (const bytes of rest) {
    const next = readCharterEntry(bytes);
    if (!next.ok) return next;
    const refused = await advance(draft, bytes, next.value);
    if (refused) return refused;
  }
  return ok(draft);
}

/**
 * Whether a chain, given whole, still contains the head that this client saw at `knownSeq`. A server that
 * rolled back or forked the charter cannot make this true.
 */
export async function continuesFrom(
  knownSeq: number,
  knownHead: Uint8Array,
  entries: readonly Uint8Array[],
): Promise<boolean> {
  const known = entries[knownSeq];
  return known !== undefined && equalBytes(await charterHead(known), knownHead);
}
