import { type DossierId, equalBytes, idBytes, readGeneration } from '@dayaq/sealing';
import { givenRows } from '../sharing/rows.ts';
import { insertWish, type Wish, wishOf } from '../sharing/wish.ts';
import { readersOf, standingGeneration } from '../space/generations.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { forgetReading } from './read-again.ts';

/**
 * The server's log has another life: it was put back to an earlier state, by its operator's restore or by a lie. If its
 * charter is still ours, nothing that it could gain from is at stake: the log is read from the start, where it must be what
 * it was, and what it has lost is sent again, whoever wrote it. A charter that lost an act is never accepted: a removal
 * could be undone that way. Answers whether to go on.
 */
export async function reteach(unlocked: Unlocked, ring: Ring): Promise<boolean> {
  const { engine, server } = unlocked;
  const own = engine.all<{ act: Uint8Array }>(
    'select act from charter where space = ? order by seq',
    ring.space,
  );
  let from = 0;
  for (;;) {
    const answer = await server.call('charter/read', { space: idBytes(ring.space), from });
    if (!answer.ok || !unlocked.alive) return false;
    for (const act of answer.value.acts) {
      const known = own[from]?.act;
      if (known !== undefined && !equalBytes(known, act)) return false;
      from++;
    }
    if (!answer.value.more || answer.value.acts.length === 0) break;
  }
  if (from < own.length) return false;
  const newest = engine.all<{ header: Uint8Array }>(
    `select g.header from generation g where g.space = ? and g.restricted = 1
     and g.generation = (
       select max(generation) from generation where space = g.space and dossier = g.dossier and void = 0)`,
    ring.space,
  );
  const headers = await Promise.all(newest.map((row) => readGeneration(row.header)));
  const wishes = await standingWishes(unlocked, ring);
  if (!unlocked.alive) return false;
  engine.transaction(() => {
    // What was shared stays shared, and what was taken back stays taken back.
    for (const { dossier, wish } of wishes) {
      if (wishOf(unlocked, dossier) === null) insertWish(unlocked, ring.space, dossier, wish);
    }
    engine.run('update share set ended_at = 0 where space = ?1 and owner = ?1', ring.space);
    // What was restricted stays restricted, also where the server forgot that it was.
    for (const read of headers) {
      if (!read.ok) continue;
      const readers = readersOf(read.value);
      engine.run(
        'insert or ignore into restriction(dossier, space, readers) values(?, ?, ?)',
        read.value.dossier,
        ring.space,
        JSON.stringify(readers ?? []),
      );
    }
    forgetReading(engine, ring);
  });
  unlocked.ciphers.clear();
  return true;
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
