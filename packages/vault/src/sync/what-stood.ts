import { type AccountId, type DossierId, equalBytes, readGeneration } from '@dayaq/sealing';
import { givenRows } from '../sharing/rows.ts';
import { insertWish, type Wish, wishOf } from '../sharing/wish.ts';
import { usableHeader, readersOf, standingGeneration } from '../space/generations.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/**
 * Before a log is read anew, because its server was put back or told a lie: what was closed stays closed, what was shared
 * stays shared and what was taken back stays taken back, also where the log turns out not to say so. Answers what notes
 * it, for the transaction in which the reading is forgotten.
 */
export async function keepWhatStood(unlocked: Unlocked, ring: Ring): Promise<() => void> {
  const { engine } = unlocked;
  const closed = engine.all<{ header: Uint8Array }>(
    `select g.header from generation g where g.space = ? and g.restricted = 1 and g.key is not null
     and g.generation = (
       select max(generation) from generation where space = g.space and dossier = g.dossier and void = 0)`,
    ring.space,
  );
  const headers = await Promise.all(closed.map(({ header }) => readGeneration(header)));
  const wishes = await standingWishes(unlocked, ring);
  return () => {
    for (const { dossier, wish } of wishes)
      if (wishOf(unlocked, dossier) === null) insertWish(unlocked, ring.space, dossier, wish);
    engine.run('update share set ended_at = 0 where space = ?1 and owner = ?1', ring.space);
    for (const [i, read] of headers.entries()) {
      if (!read.ok) continue;
      engine.run(
        'insert or ignore into restriction(dossier, space, readers, stood) values(?, ?, ?, ?)',
        read.value.dossier,
        ring.space,
        JSON.stringify(readersOf(read.value) ?? []),
        closed[i]?.header ?? null,
      );
    }
  };
}

/** For each dossier that this space shared, and that can be read here, what its next generation must be if the server lost one. */
async function standingWishes(unlocked: Unlocked, ring: Ring): Promise<{ dossier: DossierId; wish: Wish }[]> {
  const wishes: { dossier: DossierId; wish: Wish }[] = [];
  for (const { dossier, peer, ended } of givenRows(unlocked.engine, ring.space)) {
    const newest = await standingGeneration(unlocked, ring.space, dossier);
    if (newest === null || newest.key === null) continue;
    const { header } = newest;
    const wish: Wish = {
      peer: ended === 1 ? null : peer,
      barred: header.barred,
      readers: readersOf(header),
      first: [],
    };
    wishes.push({ dossier, wish });
  }
  return wishes;
}

/** What stood and stands in the log as it was read now, or was said again by somebody else, needs no new generation. */
export async function dropWhatStands(unlocked: Unlocked, ring: Ring): Promise<void> {
  const { engine } = unlocked;
  const rows = engine.all<{ dossier: DossierId; readers: string; stood: Uint8Array }>(
    'select dossier, readers, stood from restriction where space = ? and stood is not null',
    ring.space,
  );
  for (const { dossier, readers, stood } of rows) {
    const before = await readGeneration(stood);
    // A header that stands and is void closes nothing: it was signed while the server showed another history.
    const same = before.ok
      ? await usableHeader(unlocked, ring.space, dossier, before.value.generation)
      : null;
    const isThere = before.ok && same !== null && equalBytes(same.hash, before.value.hash);
    const standing = await standingGeneration(unlocked, ring.space, dossier);
    const isSaid = standing !== null && saysSame(readersOf(standing.header), readers);
    if (!unlocked.alive) return;
    if (isThere || isSaid)
      engine.run('delete from restriction where dossier = ? and stood = ?', dossier, stood);
  }
}

function saysSame(readers: readonly AccountId[] | null, text: string): boolean {
  return (
    readers !== null &&
    JSON.stringify([...readers].sort()) === JSON.stringify((JSON.parse(text) as string[]).sort())
  );
}
