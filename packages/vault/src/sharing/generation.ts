import {
  type AccountId,
  type Bars,
  currentMembers,
  type DossierId,
  generationCipher,
  grantFault,
  NO_BARS,
  sortedBars,
  type SpaceId,
  spaceGrantOf,
  startGeneration,
} from '@dayaq/sealing';
import { startOfDay } from '../days.ts';
import { ownView } from '../history/own-view.ts';
import {
  cipherOf,
  keysOf,
  newestGeneration,
  standingGeneration,
  type Writable,
} from '../space/generations.ts';
import { dueReaders, readersOf } from '../space/readers-asked.ts';
import type { Ring } from '../space/ring.ts';
import { isTaken } from '../space/taken-numbers.ts';
import type { Unlocked } from '../unlocked.ts';
import type { Wish } from './wish.ts';

/** `peer`: the other organisation cannot be granted it now: not authenticated, a rotation owed there, or barred. */
export type SharedWritable = Writable | { ok: false; why: 'peer' };

function bothBars(a: Bars, b: Bars): Bars {
  return sortedBars({
    spaces: [...a.spaces, ...b.spaces],
    accounts: [...a.accounts, ...b.accounts],
  });
}

/** The other space as it can be granted a generation now; null when it cannot. */
function grantable(
  unlocked: Unlocked,
  ring: Ring,
  space: SpaceId,
): { space: SpaceId; epoch: number; dropKey: Uint8Array } | null {
  const state = unlocked.peers.get(space)?.trusted(ring) ?? null;
  if (state === null || state.rotationOwed) return null;
  return { space, epoch: state.epoch.number, dropKey: state.epoch.dropKey };
}

/**
 * The generation that the next entry of a dossier of this space, which is or was shared, is sealed under: its newest, or
 * a new one when the keys of either organisation changed, when numbers in it are taken, or when somebody wished for other readers.
 */
export async function sharedGeneration(
  unlocked: Unlocked,
  ring: Ring,
  dossier: DossierId,
  wish: Wish | null,
): Promise<SharedWritable> {
  const last = await newestGeneration(unlocked, ring.space, dossier);
  const newest = await standingGeneration(unlocked, ring.space, dossier);
  if (newest !== null && newest.key === null) return { ok: false, why: 'not-granted' };
  const before = newest === null ? null : (spaceGrantOf(newest.header)?.space ?? null);
  // Whoever was not granted the generation before is not granted one again.
  const wished = wish === null ? before : wish.peer;
  const peer = newest !== null && wished !== before ? null : wished;
  const barred = bothBars(last?.header.barred ?? NO_BARS, wish?.barred ?? NO_BARS);
  const members = ring.members.map((member) => member.account);
  const shut = new Set(barred.accounts);
  const due = await dueReaders(unlocked, ring.space, dossier, newest);
  const standing = newest === null ? (wish?.readers ?? null) : readersOf(newest.header);
  const named = due === null ? standing : due.readers;
  const all: AccountId[] | null = named ?? (members.some((account) => shut.has(account)) ? members : null);
  const readers = all === null ? null : all.filter((account) => !shut.has(account));
  const to = peer === null ? null : grantable(unlocked, ring, peer);
  if (peer !== null && to === null) return { ok: false, why: 'peer' };

  const taken = isTaken(unlocked, ring.space, dossier, last?.header.generation ?? 0);
  if (taken === 'later') return { ok: false, why: 'not-ready' };
  const isCurrent = newest?.header.epoch === ring.state.epoch.number && last?.void === false;
  if (newest !== null && isCurrent && taken === 'no') {
    const granted = spaceGrantOf(newest.header);
    const fits =
      due === null &&
      (granted?.space ?? null) === peer &&
      (granted === null || granted.epoch === to?.epoch) &&
      newest.header.barred.spaces.length === barred.spaces.length &&
      newest.header.barred.accounts.length === barred.accounts.length &&
      newest.header.restricted === (readers !== null);
    if (fits) {
      const cipher = await cipherOf(unlocked, ring.space, dossier, newest.header.generation);
      if (cipher === null) return { ok: false, why: 'not-granted' };
      return { ok: true, generation: newest.header.generation, cipher, started: null };
    }
  }
  const epochKey = ring.epochKey(ring.state.epoch.number);
  if (epochKey === null) return { ok: false, why: 'not-ready' };
  const keys = readers === null ? null : keysOf(ring, readers);
  if (keys !== null && keys.length === 0) return { ok: false, why: 'not-granted' };
  const started = await startGeneration({
    space: ring.space,
    dossier,
    epoch: ring.state.epoch.number,
    epochKey,
    author: unlocked.account,
    time: startOfDay(unlocked.around.now()),
    restrictedTo: keys,
    previous: newest === null || newest.key === null ? null : { header: newest.header, key: newest.key },
    after: last?.header ?? null,
    view: await ownView(unlocked, ring, peer ?? before),
    sharedWith: to,
    barred,
    restates: due?.restates ?? [],
    random: unlocked.around.random,
  });
  const state = to === null ? null : (unlocked.peers.get(to.space)?.state ?? null);
  const inPeer = new Set(state === null ? [] : currentMembers(state).map((member) => member.account));
  const fault = grantFault(started.header, {
    previous: last?.header ?? null,
    peers: ring.state.peers,
    inSpace: (account) => members.includes(account),
    inPeer: (account) => inPeer.has(account),
  });
  if (fault !== null) return { ok: false, why: 'peer' };
  return {
    ok: true,
    generation: started.header.generation,
    cipher: await generationCipher(started.key),
    started: { ...started, void: false, asked: due && { text: due.asked.text, isWhole: due.isWhole } },
  };
}
