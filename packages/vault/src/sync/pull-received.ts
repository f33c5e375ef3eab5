import { readSignedEntry } from '@dayaq/journal';
import { type LogItem, LIMITS } from '@dayaq/protocol';
import {
  type DossierId,
  type EntryId,
  equalBytes,
  type GenerationHeader,
  grantFault,
  idBytes,
  idText,
  type LogId,
  openPreviousGeneration,
  openSharedGeneration,
  readGeneration,
  spaceGrantOf,
  verifyGeneration,
  type View,
} from '@dayaq/sealing';
import type { ShareRow } from '../sharing/rows.ts';
import {
  cipherOf,
  headerOf,
  epochOfNewestAt,
  mayFollow,
  newestGeneration,
  storeGeneration,
} from '../space/generations.ts';
import type { KnownGeneration } from '../space/known-generation.ts';
import { epochAt, signKeyIn } from '../space/membership.ts';
import type { Peer } from '../space/peer.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { type Echo, echoOf, isSealed, noteEchoes } from './echo.ts';
import { keepEntries } from './keep-page.ts';
import type { OpenedEntry } from './open-entry.ts';
import type { ListedShare } from './peers.ts';
import { reteachFilesOf } from './reteach-files.ts';

/** Fetches what is new of a received dossier and notes in `row` how far it is here, and whether it has ended. */
export async function pullReceived(
  unlocked: Unlocked,
  ring: Ring,
  peer: Peer,
  row: ShareRow,
  item: Pick<ListedShare, 'position' | 'log' | 'ended'>,
): Promise<void> {
  const log = idText<LogId>(item.log);
  if (item.position < row.position || (row.log !== '' && row.log !== log)) {
    if (!item.ended) await reteachFilesOf(unlocked, ring, { space: row.owner, dossier: row.dossier });
    if (!unlocked.alive) return;
    startOver(unlocked, row);
  }
  row.log = log;
  if (item.position === row.position && !(item.ended && row.ended === 0)) return;
  for (;;) {
    const page = await unlocked.server.call('shares/pull', {
      space: idBytes(ring.space),
      owner: idBytes(row.owner),
      dossier: idBytes(row.dossier),
      after: row.position,
      limit: LIMITS.itemsPerPull,
    });
    if (!page.ok || !unlocked.alive) return;
    const { items, position, more } = page.value;
    if (position < row.position || (more && position === row.position)) return;
    if (!(await takePage(unlocked, ring, peer, row, items, position))) return;
    if (!more) break;
  }
  resendLost(unlocked, row);
  await unlocked.due.now(unlocked);
}

/** The owner's log has another life, or is shorter than it was: its server was put back. It is read again, and what it lost is sent again. */
function startOver(unlocked: Unlocked, row: ShareRow): void {
  row.position = 0;
  unlocked.engine.transaction(() => {
    save(unlocked, row);
    unlocked.engine.run(
      'update entry set echoed = 0, position = 0 where space = ? and dossier = ? and position is not null',
      row.owner,
      row.dossier,
    );
  });
}

function resendLost(unlocked: Unlocked, row: ShareRow): void {
  if (row.ended === 1) return;
  unlocked.engine.run(
    `update entry set position = null where space = ? and dossier = ? and echoed = 0 and position <= ?
     and not ${isSealed('entry')}`,
    row.owner,
    row.dossier,
    row.position,
  );
}

function save(unlocked: Unlocked, row: ShareRow): void {
  unlocked.engine.run(
    'update share set position = ?, log = ?, ended = ?, ended_at = ?, epoch = ?, peer_epoch = ? where space = ? and dossier = ?',
    row.position,
    row.log,
    row.ended,
    row.ended_at,
    row.epoch,
    row.peer_epoch,
    row.space,
    row.dossier,
  );
}

/** Opens and keeps one page, item by item in the log's order. False when the device was locked meanwhile. */
async function takePage(
  unlocked: Unlocked,
  ring: Ring,
  peer: Peer,
  row: ShareRow,
  items: readonly LogItem[],
  position: number,
): Promise<boolean> {
  const opened: OpenedEntry[] = [];
  const echoes: Echo[] = [];
  let last = row.position;
  for (const item of items) {
    if (!unlocked.alive) return false;
    if (
      item.p <= last ||
      item.t === 'charter' ||
      item.t === 'closed' ||
      idText<DossierId>(item.dossier) !== row.dossier
    ) {
      unlocked.refused++;
      continue;
    }
    last = item.p;
    if (item.t === 'generation') {
      if (!(await takeHeader(unlocked, ring, peer, row, item.header, item.p))) unlocked.refused++;
      continue;
    }
    const id = idText<EntryId>(item.id);
    const echo = await echoOf(unlocked, row.owner, item);
    if (echo !== null) {
      echoes.push(echo);
      continue;
    }
    const entry = await openReceived(unlocked, ring, peer, row, item, id);
    if (entry === null) unlocked.refused++;
    else opened.push(entry);
  }
  if (!unlocked.alive) return false;
  row.position = position;
  await keepEntries(unlocked, row.owner, opened, new Set(), () => {
    noteEchoes(unlocked, row.owner, echoes);
    save(unlocked, row);
  });
  return unlocked.alive;
}

/** Takes a header that the owner's members may have started, in its place of the chain. False: it is not to be believed. */
async function takeHeader(
  unlocked: Unlocked,
  ring: Ring,
  peer: Peer,
  row: ShareRow,
  bytes: Uint8Array,
  position: number,
): Promise<boolean> {
  const read = await readGeneration(bytes);
  const { state } = peer;
  if (!read.ok || state === null || read.value.space !== row.owner || read.value.dossier !== row.dossier)
    return false;
  const { author, epoch } = read.value;
  // Their log is not shown here; the header says where their charter stood, and that chain is.
  const seq = peer.membership.seqOf(read.value.view.charter);
  const signKey = peer.writerKey(author, epoch);
  if (seq === null || signKey === null || !peer.membership.couldWrite(author, seq)) return false;
  if (epochAt(state, seq) !== epoch || !knowsOurCharter(ring, read.value.view)) return false;
  const verified = await verifyGeneration(bytes, signKey);
  if (!verified.ok) return false;
  const header = verified.value;
  const granted = spaceGrantOf(header);
  const before = await newestGeneration(unlocked, row.owner, row.dossier);
  if (before !== null && header.generation <= before.header.generation) {
    const known = await headerOf(unlocked, row.owner, row.dossier, header.generation);
    if (known === null || !equalBytes(known.hash, header.hash)) return false;
    if (granted?.space !== ring.space) noteEnded(row, position);
    return true;
  }
  if (before === null) {
    if (header.generation !== 1 || granted?.space !== ring.space) return false;
  } else if (!mayFollow(header, before.header, before.void ? null : before.header)) return false;
  if (fault(ring, peer, header, before?.header ?? null)) return false;
  if (granted?.space !== ring.space) {
    noteEnded(row, position);
    row.epoch = epoch;
    storeGeneration(unlocked, { header, bytes, key: null, void: false }, position);
    return true;
  }
  row.epoch = epoch;
  row.peer_epoch = granted.epoch;
  const key = await keyOf(ring, header, granted.epoch);
  const known: KnownGeneration = { header, bytes, key, void: false };
  storeGeneration(unlocked, known, position);
  if (known.key !== null && before !== null && before.key === null) {
    const older = await openPreviousGeneration(header, known.key, before.header);
    if (older.ok)
      unlocked.engine.run(
        'update generation set key = ? where space = ? and dossier = ? and generation = ?',
        older.value.expose(),
        row.owner,
        row.dossier,
        before.header.generation,
      );
  }
  return true;
}

function noteEnded(row: ShareRow, position: number): void {
  if (row.ended === 0) row.ended_at = position;
  row.ended = 1;
}

async function keyOf(ring: Ring, header: GenerationHeader, epoch: number): Promise<KnownGeneration['key']> {
  const epochKey = ring.epochKey(epoch);
  if (epochKey === null) return null;
  const opened = await openSharedGeneration(header, { space: ring.space, epochKey });
  return opened.ok ? opened.value : null;
}

function fault(ring: Ring, peer: Peer, header: GenerationHeader, previous: GenerationHeader | null): boolean {
  const granted = spaceGrantOf(header);
  const fault = grantFault(header, {
    previous,
    peers: peer.state?.peers ?? new Map(),
    inSpace: (account) => peer.belongedIn(account, header.epoch),
    inPeer: (account) => granted !== null && ring.membership.belongedIn(account, granted.epoch, ring.state),
  });
  return fault !== null;
}

/** Opens one entry and starts the check of its signature. Null: it cannot be opened, or is not to be believed. */
async function openReceived(
  unlocked: Unlocked,
  ring: Ring,
  peer: Peer,
  row: ShareRow,
  item: Extract<LogItem, { t: 'entry' }>,
  id: EntryId,
): Promise<OpenedEntry | null> {
  const { dossier, owner: space } = row;
  const cipher = await cipherOf(unlocked, space, dossier, item.g);
  const header = await headerOf(unlocked, space, dossier, item.g);
  if (cipher === null || header === null) return null;
  const plain = await cipher.open({ space, dossier, generation: item.g, entry: id }, item.sealed);
  const read = plain.ok ? await readSignedEntry(plain.value) : null;
  if (!plain.ok || read === null || !read.ok) return null;
  const { entry, signedBy } = read.value;
  if (entry.id !== id || entry.dossier !== dossier || entry.space !== space) return null;
  const key = authorKey(ring, peer, header, entry.author);
  if (key === null || !knowsOurCharter(ring, entry.view)) return null;
  if (peer.membership.seqOf(entry.view.charter) === null) return null;
  if (row.ended === 0 && epochOfNewestAt(unlocked, space, dossier, item.g, item.p) === null) return null;
  return { position: item.p, generation: item.g, bytes: plain.value, entry, genuine: signedBy(key) };
}

/** Whether what somebody had seen of this space's charter is in it. */
function knowsOurCharter(ring: Ring, view: View): boolean {
  return view.peer === null || ring.membership.seqOf(view.peer) !== null;
}

/** The key of a member of either organisation who might write while the generation was the newest. */
function authorKey(
  ring: Ring,
  peer: Peer,
  header: GenerationHeader,
  author: Parameters<Peer['writerKey']>[0],
): Uint8Array | null {
  const granted = spaceGrantOf(header);
  if (header.barred.accounts.includes(author)) return null;
  const theirs = peer.writerKey(author, header.epoch);
  if (theirs !== null || granted === null) return theirs;
  if (!ring.membership.couldWriteIn(author, granted.epoch, ring.state)) return null;
  return signKeyIn(ring.state, author);
}
