import { type Entry, mergeDossier, readEntry } from '@dayaq/journal';
import { type DossierId, type EntryId, type LogPlace, readCharterEntry, type SpaceId } from '@dayaq/sealing';
import type { Engine } from '../database/engine.ts';
import { isPlaced, placedEntries, writerOf } from '../lawful.ts';
import { saveAct } from '../act.ts';
import type { Ring } from '../space/ring.ts';
import { writeAnew } from '../sync/sign-anew.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import type { Chain } from './chain.ts';
import { wasKnownIn } from './lives.ts';

/**
 * Words of somebody who may not write any more, which a restored server lost and was taught again: in its log they stand
 * behind the act that took the right away. They are theirs still where that act was made with a log in which they could
 * have stood before it, in an earlier life or before its place there: whatever was written after it never counts. And
 * because anybody who was removed can sign such a thing later, somebody who may write has to have seen them: an entry that
 * stands in the log names them.
 */
export function isFormer(engine: Engine, ring: Ring, chain: Chain, entry: Entry): boolean {
  const { place } = entry.view;
  const lost = lossAfter(engine, ring, entry);
  if (place === null || lost === null || chain.isOfThisLife(place)) return false;
  return chain.isNotAfter(place, lost);
}

/** The place of the act by which an entry's author lost the right to write that they had when they wrote it. */
function lossAfter(engine: Engine, ring: Ring, { author, view }: Entry): LogPlace | null {
  const named = ring.membership.seqOf(view.charter);
  if (named === null || !ring.couldWrite(author, named)) return null;
  const loss = ring.membership.lostAfter(author, named);
  return loss === null ? null : placeOfAct(engine, ring.space, loss);
}

/**
 * The same, and it was here before the life of the log ended in which its author lost the right: what came by a restored
 * server that knew nothing of that is not vouched for, whatever place it names.
 */
function isVouchedFor(engine: Engine, ring: Ring, chain: Chain, entry: Entry): boolean {
  const lost = lossAfter(engine, ring, entry);
  if (lost === null || !isFormer(engine, ring, chain, entry)) return false;
  return wasKnownIn(engine, ring.space, lost.log, entry.id);
}

function placeOfAct(engine: Engine, space: SpaceId, seq: number): LogPlace | null {
  const row = engine.get<{ act: Uint8Array }>(
    'select act from charter where space = ? and seq = ?',
    space,
    seq,
  );
  const read = row === null ? null : readCharterEntry(row.act);
  return read?.ok === true ? read.value.place : null;
}

/**
 * Whether an entry of a dossier that stands in the log, as it is here, names this one, and is by a member: a guest is not
 * shown the log and vouches for nobody.
 */
export async function isNamed(
  unlocked: Unlocked,
  ring: Ring,
  dossier: DossierId,
  id: EntryId,
): Promise<boolean> {
  for (const placed of placedEntries(unlocked.engine, ring.space, dossier)) {
    if (!isPlaced(placed.position) || !placed.entry.heads.includes(id)) continue;
    if ((await writerOf(unlocked, ring.space, placed)).isMember) return true;
  }
  return false;
}

const dueName = (space: SpaceId) => `former-words/${space}`;

/** Something is about to be sent again that a restored server lost: whose words they are is looked at before. */
export function judgeFormerLater(engine: Engine, space: SpaceId): void {
  engine.run('insert or replace into meta(name, value) values(?, ?)', dueName(space), '');
}

/**
 * Before what a restored server lost is sent again: of those who may not write any more, what was before that is named by
 * an entry of this person's, unless somebody did so already, so that all others take it. What was not goes: nobody takes
 * it, and what this person wrote upon it is signed anew.
 */
export async function judgeFormer(unlocked: Unlocked, ring: Ring, chain: Chain): Promise<void> {
  const { engine } = unlocked;
  const { space } = ring;
  if (engine.get('select 1 from meta where name = ?', dueName(space)) === null) return;
  const lost = engine.all<{ dossier: DossierId; bytes: Uint8Array }>(
    'select dossier, bytes from entry where space = ? and position is null',
    space,
  );
  const touched = new Set<DossierId>();
  for (const { dossier, bytes } of lost) {
    const read = await readEntry(bytes);
    if (read.ok && !mayWriteNow(ring, read.value)) touched.add(dossier);
  }
  for (const dossier of touched) {
    if (!unlocked.alive) return;
    await dropUnlawful(unlocked, ring, chain, dossier);
    if (unlocked.alive) await nameFormer(unlocked, ring, dossier);
  }
  engine.run('delete from meta where name = ?', dueName(space));
}

/** Members of other organisations are judged by the share. */
function mayWriteNow(ring: Ring, { author }: Entry): boolean {
  return !ring.membership.everBelonged(author) || ring.couldWrite(author, ring.state.seq);
}

async function dropUnlawful(unlocked: Unlocked, ring: Ring, chain: Chain, dossier: DossierId): Promise<void> {
  const { engine } = unlocked;
  const gone = await unlocked.lane.run(() =>
    writeAnew(unlocked, ring.space, dossier, ({ entry, position }) => {
      const isLost = position === null && entry.author !== ring.account.id && !mayWriteNow(ring, entry);
      return isLost && !isVouchedFor(engine, ring, chain, entry) ? 'goes' : 'stays';
    }),
  );
  if (!gone.ok || gone.value.size === 0) return;
  unlocked.refused += gone.value.size;
  unlocked.changed([dossier], []);
}

async function nameFormer(unlocked: Unlocked, ring: Ring, dossier: DossierId): Promise<void> {
  if (!mayWrite(ring)) return;
  const entries = placedEntries(unlocked.engine, ring.space, dossier).map(({ entry }) => entry);
  const ends = new Set(mergeDossier(entries).heads);
  const open = entries.some((entry) => ends.has(entry.id) && !mayWriteNow(ring, entry));
  if (open) await saveAct(unlocked, ring, { dossier, changes: [] });
}
