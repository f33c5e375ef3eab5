import {
  type AccountId,
  type Bars,
  type DossierId,
  type EntryId,
  GENERATION_LIMITS,
  HASH_BYTES,
  ID_BYTES,
  readId,
  sortedBars,
  type SpaceId,
} from '@dayaq/sealing';
import type { Outcome, Vault } from '../client.ts';
import { isDone } from '../done-once.ts';
import { done, failed, storeFailure } from '../failure.ts';
import { saveAct } from '../act.ts';
import { standingGeneration } from '../space/generations.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { shareRow } from './rows.ts';
import { insertWish, keepWish, type Wish, wishOf } from './wish.ts';

/** Begins a dossier that is granted to an introduced space from its first generation on. See `Vault.share`. */
export async function share(
  unlocked: Unlocked,
  ring: Ring,
  request: Parameters<Vault['share']>[0],
): Promise<Outcome<null>> {
  if (isDone(unlocked, request)) return done;
  const to = request.to as SpaceId;
  const barred = barsOf(request.barred);
  if (barred === null) return failed('too-large');
  if (!ring.state.peers.has(to)) return failed('not-found');
  await unlocked.peers.load();
  if (isExcluded(unlocked, barred, to)) return failed('excluded');
  if (unlocked.peers.get(to)?.trust(ring) === 'changed') return failed('peer-changed');
  const readers = request.restrictedTo
    ? ([...new Set([...request.restrictedTo, unlocked.account.id])] as AccountId[])
    : null;
  const { dossier, changes, asked } = request;
  const wish: Wish = { peer: to, barred, readers, first: [] };
  const act = asked === undefined ? { dossier, changes } : { dossier, changes, asked };
  return saveAct(unlocked, ring, act, { space: ring.space, wish });
}

/**
 * The bars as a header carries them. Exclusions are somebody's words: what spells no space and no account cannot be barred
 * here, and stays what it is, an exclusion in the client's record. Null: more than a header holds, and none may be left out.
 */
function barsOf(asked: { spaces: readonly string[]; accounts: readonly string[] }): Bars | null {
  const ids = <I extends SpaceId | AccountId>(texts: readonly string[], length: 16 | 32): I[] =>
    texts.flatMap((text) => {
      const read = readId<I>(text, length);
      return read.ok ? [read.value] : [];
    });
  const barred = sortedBars({
    spaces: ids<SpaceId>(asked.spaces, HASH_BYTES),
    accounts: ids<AccountId>(asked.accounts, ID_BYTES),
  });
  const most = GENERATION_LIMITS.barred;
  return barred.spaces.length > most || barred.accounts.length > most ? null : barred;
}

/** Whether the bars speak against a recipient, or against whoever is about to write. */
function isExcluded(unlocked: Unlocked, barred: Bars, to: SpaceId): boolean {
  const peer = unlocked.peers.get(to);
  return (
    barred.spaces.includes(to) ||
    barred.accounts.includes(unlocked.account.id) ||
    barred.accounts.some((account) => peer?.has(account) === true)
  );
}

/** Takes a given dossier back: its next generation is without the recipient. See `Vault.endShare`. */
export function endShare(unlocked: Unlocked, ring: Ring, dossier: DossierId): Promise<Outcome<null>> {
  return unlocked.lane.run(async () => {
    if (!mayWrite(ring)) return failed('not-allowed');
    const { engine } = unlocked;
    const row = shareRow(engine, ring.space, dossier);
    if (row === null || row.owner !== ring.space) return failed('not-found');
    if (row.ended === 1) return done;
    const asked = wishOf(unlocked, ring.space, dossier)?.wish ?? null;
    if (asked?.peer === null) return done;
    const newest = await standingGeneration(unlocked, ring.space, dossier);
    const first = engine.all<{ id: EntryId }>(
      'select id from entry where space = ? and dossier = ? and position is null order by rid',
      ring.space,
      dossier,
    );
    const wish: Wish = {
      peer: null,
      barred: asked?.barred ?? newest?.header.barred ?? { spaces: [], accounts: [] },
      readers: asked?.readers ?? null,
      // Taken back before it was ever sent: then nothing reaches the recipient.
      first: newest === null ? [] : first.map(({ id }) => id),
    };
    try {
      await keepWish(unlocked, ring.space, dossier, wish);
    } catch (error) {
      const refused = storeFailure(error);
      if (refused !== null) return failed(refused);
      throw error;
    }
    if (!unlocked.alive) return failed('locked');
    engine.transaction(() => {
      insertWish(unlocked, ring.space, dossier, wish);
      if (newest === null)
        engine.run('update share set ended = 1 where space = ? and dossier = ?', ring.space, dossier);
    });
    unlocked.changed([dossier], []);
    return done;
  });
}
