import { type DossierId, readGeneration } from '@dayaq/sealing';
import { dropReaders, keepReaders } from '../outbox.ts';
import { givenRows } from '../sharing/rows.ts';
import { insertWish, type Wish, wishOf } from '../sharing/wish.ts';
import { standingGeneration } from '../space/generations.ts';
import { allAsked, judgeAsked, readersOf, readersText, type Seen, seenNow } from '../space/readers-asked.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { hold, readersThing } from './held.ts';

/**
 * Before a log is read anew, because its server was put back or told a lie: what was closed stays closed, what was shared
 * stays shared and what was taken back stays taken back, also where the log turns out not to say so. Answers what notes
 * it, for the transaction in which the reading is forgotten.
 */
export async function keepWhatStood(unlocked: Unlocked, ring: Ring): Promise<() => void> {
  const { engine } = unlocked;
  await settleAsked(unlocked, ring);
  const asked = await rebaseAsked(unlocked, ring);
  const stood = await standingReaders(unlocked, ring);
  const wishes = await standingWishes(unlocked, ring);
  return () => {
    asked();
    for (const { dossier, wish } of wishes)
      if (wishOf(unlocked, ring.space, dossier) === null) insertWish(unlocked, ring.space, dossier, wish);
    engine.run('update share set ended_at = 0 where space = ?1 and owner = ?1', ring.space);
    stood();
  };
}

/** What was asked for was asked knowing what stands: if that is lost with the log, it decides about it all the same, and opens no more. */
async function rebaseAsked(unlocked: Unlocked, ring: Ring): Promise<() => void> {
  const { space } = ring;
  const rows: { dossier: DossierId; text: string; readers: string; seen: Seen }[] = [];
  for (const asked of allAsked(unlocked.engine, space)) {
    const { dossier, text } = asked;
    const standing = await standingGeneration(unlocked, space, dossier);
    const verdict = await judgeAsked(unlocked, space, dossier, asked, standing?.header ?? null);
    if (verdict.is !== 'due') continue;
    const seen = await seenNow(unlocked, space, dossier, asked.seen);
    if (asked.stood === null) await keepReaders(unlocked, space, dossier, verdict.readers, seen);
    rows.push({ dossier, text, readers: readersText(verdict.readers), seen });
  }
  return () => {
    for (const { dossier, text, readers, seen } of rows)
      unlocked.engine.run(
        'update restriction set readers = ?, seen = ? where space = ? and dossier = ? and readers = ?',
        readers,
        JSON.stringify(seen),
        space,
        dossier,
        text,
      );
  };
}

/** Who reads what is closed, for whoever may say so again: a viewer can start no generation. */
async function standingReaders(unlocked: Unlocked, ring: Ring): Promise<() => void> {
  const { engine } = unlocked;
  if (!mayWrite(ring)) return () => undefined;
  const closed = engine.all<{ dossier: DossierId; header: Uint8Array }>(
    `select g.dossier, g.header from generation g where g.space = ? and g.restricted = 1 and g.key is not null
     and g.generation = (
       select max(generation) from generation where space = g.space and dossier = g.dossier and void = 0)`,
    ring.space,
  );
  const rows: { dossier: DossierId; header: Uint8Array; readers: string; seen: Seen }[] = [];
  for (const { dossier, header } of closed) {
    const read = await readGeneration(header);
    if (!read.ok) continue;
    const seen = await seenNow(unlocked, ring.space, dossier);
    rows.push({ dossier, header, readers: readersText(readersOf(read.value)), seen });
  }
  return () => {
    for (const { dossier, header, readers, seen } of rows)
      engine.run(
        'insert or ignore into restriction(space, dossier, readers, seen, stood) values(?, ?, ?, ?, ?)',
        ring.space,
        dossier,
        readers,
        JSON.stringify(seen),
        header,
      );
  };
}

/** For each dossier that this space shared, and that can be read here, what its next generation must be if the server lost one. */
async function standingWishes(unlocked: Unlocked, ring: Ring): Promise<{ dossier: DossierId; wish: Wish }[]> {
  const wishes: { dossier: DossierId; wish: Wish }[] = [];
  for (const { dossier, peer, ended } of givenRows(unlocked.engine, ring.space)) {
    const newest = await standingGeneration(unlocked, ring.space, dossier);
    if (newest === null || newest.key === null) continue;
    const { barred } = newest.header;
    // Who reads here is kept with what is closed.
    wishes.push({ dossier, wish: { peer: ended === 1 ? null : peer, barred, readers: null, first: [] } });
  }
  return wishes;
}

/**
 * When a log was read to its end: readers that are asked for, or stood, and need no new generation any more wait no longer.
 * What somebody asked for and a colleague decided otherwise meanwhile is held for them to look at.
 */
export async function settleAsked(unlocked: Unlocked, ring: Ring): Promise<void> {
  const { space } = ring;
  for (const asked of allAsked(unlocked.engine, space)) {
    const { dossier, text, stood } = asked;
    const standing = await standingGeneration(unlocked, space, dossier);
    const verdict = await judgeAsked(unlocked, space, dossier, asked, standing?.header ?? null);
    if (!unlocked.alive) return;
    const isIdle = stood !== null && !mayWrite(ring);
    if (verdict.is === 'due' && !isIdle) continue;
    const gone = dropAsked(unlocked, ring, { dossier, text, isWhole: verdict.is !== 'moved' || isIdle });
    if (gone && stood === null) await dropReaders(unlocked, space, dossier);
  }
}

/** A row is carried out, or is to be no more. What was left out of it is said; false where somebody asked for something else meanwhile. */
export function dropAsked(
  unlocked: Unlocked,
  ring: Ring,
  { dossier, text, isWhole }: { dossier: DossierId; text: string; isWhole: boolean },
): boolean {
  const { engine } = unlocked;
  const gone = engine.run(
    'delete from restriction where space = ? and dossier = ? and readers = ?',
    ring.space,
    dossier,
    text,
  );
  if (gone === 0) return false;
  if (!isWhole)
    hold(
      unlocked,
      ring,
      { space: ring.space, dossier },
      [readersThing(ring.space, dossier)],
      'readers-moved',
    );
  unlocked.changed([dossier], []);
  return true;
}
