import { LIMITS } from '@dayaq/protocol';
import { type DossierId, type EntryId, idBytes, takesAway } from '@dayaq/sealing';
import type { Failure } from '../client.ts';
import { success } from '../failure.ts';
import { dropCopy, dropReaders } from '../outbox.ts';
import {
  type KnownGeneration,
  newestGeneration,
  storeGeneration,
  type Writable,
  writableGeneration,
} from '../space/generations.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/** `again`: somebody was faster, or the keys must be rotated first; pull and try once more. */
export type Pushed = { ok: true; value: 'done' | 'again' } | { ok: false; failure: Failure };

export const RETRY = new Set([
  'generation-stale',
  'generation-exists',
  'generation-unknown',
  'rotation-owed',
  // What closes a dossier stands right behind the log that it names: somebody wrote in between.
  'log-moved',
]);
/** Bytes of sealed entries in one request: small enough for a 2G upload to finish before it is given up. */
export const BATCH_BYTES = 512 * 1024;

/** What another organisation reads too goes its own way: it may have to wait for that one. */
const NOT_SHARED = 'dossier not in (select dossier from share where space = ?1)';

export interface Unsent extends Record<string, null | number | string | Uint8Array> {
  rid: number;
  dossier: string;
  id: string;
  bytes: Uint8Array;
}

/** Sends what waits for this space, oldest first, and the restrictions that were asked for. */
export async function pushSpace(unlocked: Unlocked, ring: Ring): Promise<Pushed> {
  for (;;) {
    if (!unlocked.alive) return success('done');
    const batch = await nextBatch(unlocked, ring);
    if (batch === null) return success('done');
    if (batch === 'not-ready') return success('done');
    const answer = await unlocked.server.call('entries/append', {
      space: idBytes(ring.space),
      generations: batch.started.map(({ generation }) => generation.bytes),
      entries: batch.entries.map(({ dossier, g, id, sealed }) => ({
        dossier: idBytes(dossier),
        g,
        id: idBytes(id),
        sealed,
      })),
    });
    if (!unlocked.alive) return success('done');
    if (!answer.ok) return RETRY.has(answer.code) ? success('again') : answer;
    const settled: DossierId[] = [];
    unlocked.engine.transaction(() => {
      for (const { generation, asked } of batch.started) {
        const { dossier } = generation.header;
        storeGeneration(unlocked, generation, answer.value.position);
        // Whoever was named or taken off while this was under way is still to come.
        const { engine } = unlocked;
        if (
          asked !== null &&
          engine.run('delete from restriction where dossier = ? and readers = ?', dossier, asked) > 0
        )
          settled.push(dossier);
      }
      // The exact position comes with the next pull; what counts here is that the server has it.
      for (const { id, g } of batch.entries) {
        unlocked.engine.run(
          'update entry set position = ?, generation = ? where id = ?',
          answer.value.position,
          g,
          id,
        );
      }
    });
    for (const { id } of batch.entries) await dropCopy(unlocked, id);
    for (const dossier of settled) await dropReaders(unlocked, dossier);
    unlocked.changed([...new Set(batch.entries.map(({ dossier }) => dossier))], []);
  }
}

interface Batch {
  /** New generations, each with the readers that were asked for: the `restriction` row's own text, if there is one. */
  started: { generation: KnownGeneration; asked: string | null }[];
  entries: { dossier: DossierId; g: number; id: EntryId; sealed: Uint8Array }[];
}

/** Its turn comes with the next call. */
const LATER: Writable = { ok: false, why: 'not-ready' };

/** Whether a generation takes its dossier from somebody. */
async function isClosing(unlocked: Unlocked, ring: Ring, started: KnownGeneration): Promise<boolean> {
  const newest = await newestGeneration(unlocked, ring.space, started.header.dossier);
  return takesAway(started.header, newest?.header ?? null);
}

async function nextBatch(unlocked: Unlocked, ring: Ring): Promise<Batch | null | 'not-ready'> {
  const { engine } = unlocked;
  const unsent = engine.all<Unsent>(
    `select rid, dossier, id, bytes from entry where position is null and space = ?1 and ${NOT_SHARED}
     order by rid limit ${LIMITS.entriesPerAppend}`,
    ring.space,
  );
  const restricted = engine.all<{ dossier: DossierId }>(
    `select dossier from restriction where space = ?1 and ${NOT_SHARED} limit ${LIMITS.generationsPerAppend}`,
    ring.space,
  );
  if (unsent.length === 0 && restricted.length === 0) return null;
  const batch: Batch = { started: [], entries: [] };
  const writable = new Map<DossierId, Awaited<ReturnType<typeof writableGeneration>>>();
  let closing: DossierId | null = null;
  const generationOf = async (dossier: DossierId): Promise<Writable> => {
    const before = writable.get(dossier);
    if (before !== undefined) return before;
    if (closing !== null) return LATER;
    const asked =
      engine.get<{ readers: string }>('select readers from restriction where dossier = ?', dossier)
        ?.readers ?? null;
    const known = await writableGeneration(unlocked, ring, dossier);
    writable.set(dossier, known);
    if (known.ok && known.started !== null) {
      if (await isClosing(unlocked, ring, known.started)) {
        // It stands right behind what was read here, so nothing of this call may stand before it.
        if (batch.started.length > 0) return LATER;
        closing = dossier;
      }
      batch.started.push({ generation: known.started, asked });
    }
    return known;
  };
  let size = 0;
  for (const row of unsent) {
    const dossier = row.dossier as DossierId;
    if (closing !== null && closing !== dossier) continue;
    if (batch.started.length >= LIMITS.generationsPerAppend || size > BATCH_BYTES) break;
    const generation = await generationOf(dossier);
    if (!generation.ok) continue;
    const id = row.id as EntryId;
    const binding = { space: ring.space, dossier, generation: generation.generation, entry: id };
    const sealed = await generation.cipher.seal(binding, row.bytes, unlocked.around.random);
    size += sealed.length;
    batch.entries.push({ dossier, g: generation.generation, id, sealed });
  }
  for (const { dossier } of restricted) {
    if (batch.started.length < LIMITS.generationsPerAppend && closing === null) await generationOf(dossier);
  }
  return batch.entries.length + batch.started.length === 0 ? 'not-ready' : batch;
}

/** How many entries, restrictions, and wishes to share or to stop sharing wait, over all spaces. */
export function waitingCount(unlocked: Unlocked): number {
  const count = (sql: string) => unlocked.engine.get<{ n: number }>(sql)?.n ?? 0;
  return (
    count('select count(*) as n from entry where position is null') +
    count('select count(*) as n from upload') +
    count(
      'select count(*) as n from restriction where not exists(select 1 from entry where entry.dossier = restriction.dossier and position is null)',
    ) +
    count(
      'select count(*) as n from sharing where not exists(select 1 from entry where entry.dossier = sharing.dossier and position is null)',
    )
  );
}
