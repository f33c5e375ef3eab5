import type { LogItem, Reply } from '@dayaq/protocol';
import { type DossierId, type EntryId, equalBytes, type GenerationHeader, idText } from '@dayaq/sealing';
import type { CallOutcome } from '../adapters.ts';
import { mayBeGranted } from '../sharing/judge.ts';
import { noteEnd, noteSharing } from '../sharing/rows.ts';
import {
  admitGeneration,
  type KnownGeneration,
  mayFollow,
  newestGeneration,
  storeGeneration,
} from '../space/generations.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { type OpenedEntry, openEntry } from './open-entry.ts';

type Item<T extends LogItem['t']> = Extract<LogItem, { t: T }>;
type Admitted = Promise<KnownGeneration | null>;
/** Headers whose checks are under way, by their position. */
type Headers = ReadonlyMap<number, Admitted>;

/** An entry of this device that came back: the server has it, there. */
interface Echo {
  id: EntryId;
  position: number;
  generation: number;
}

export interface OpenedPage {
  entries: OpenedEntry[];
  echoes: Echo[];
  /** Dossiers whose newest generation was not granted to this account. */
  hidden: Set<DossierId>;
  position: number;
  /** Where the charter stands behind this page. */
  seq: number;
}

interface Page {
  items: readonly LogItem[];
  headers: Headers;
  after: number;
  position: number;
  seq: number;
}

/**
 * Starts the checks of a page's generation headers, the moment that it has arrived. Only where the charter stands still
 * at `seq` throughout the page: else they are started in their turn.
 */
export function beginHeaders(
  ring: Ring,
  page: CallOutcome<'entries/pull'>,
  seq: number | null,
): { page: CallOutcome<'entries/pull'>; headers: Headers } {
  const headers = new Map<number, Admitted>();
  if (!page.ok || seq === null || !isSteady(page.value)) return { page, headers };
  for (const item of page.value.items) {
    if (item.t !== 'generation') continue;
    const admitted = admitGeneration(ring, item.header, seq);
    headers.set(item.p, admitted);
    // Whoever opens the page sees a failure; a lock in between must not make it an unhandled one.
    admitted.catch(() => undefined);
  }
  return { page, headers };
}

const isSteady = (page: Reply<'entries/pull'>): boolean => page.items.every((item) => item.t !== 'charter');

/**
 * Opens one page in the log's order and stores its charter acts and generations. Acts change who may write, so what
 * stands behind an act is judged by the charter with that act. The entries' signatures are still being checked when this
 * answers. Null: the server's log contradicts the charter or itself.
 */
export async function openPage(unlocked: Unlocked, ring: Ring, page: Page): Promise<OpenedPage | null> {
  const opened: OpenedPage = {
    entries: [],
    echoes: [],
    hidden: new Set(),
    position: page.position,
    seq: page.seq,
  };
  const own = unechoed(unlocked, ring);
  let last = page.after;
  let headers: Item<'generation'>[] = [];
  let entries: Item<'entry'>[] = [];
  /** Opens what stands between two charter acts: all headers first, as entries may only follow their own. */
  const openStretch = async () => {
    const { seq } = opened;
    const admitted = headers.map(
      (item) => page.headers.get(item.p) ?? admitGeneration(ring, item.header, seq),
    );
    const positions = headers.map((item) => item.p);
    await takeGenerations(unlocked, ring, { seq, positions }, await Promise.all(admitted), opened.hidden);
    const opening: Promise<OpenedEntry | null>[] = [];
    for (const item of entries) {
      const id = idText<EntryId>(item.id);
      if (own.has(id)) opened.echoes.push({ id, position: item.p, generation: item.g });
      else opening.push(openEntry(unlocked, ring, item, id, seq));
    }
    for (const entry of await Promise.all(opening)) if (entry !== null) opened.entries.push(entry);
    headers = [];
    entries = [];
  };
  for (const item of page.items) {
    if (item.p <= last) return null;
    last = item.p;
    if (item.t === 'entry') entries.push(item);
    else if (item.t === 'generation') headers.push(item);
    else {
      await openStretch();
      if (!unlocked.alive || item.seq !== opened.seq + 1 || !(await ring.extend(unlocked.engine, [item])))
        return null;
      opened.seq = item.seq;
      if (item.seq === ring.state.seq) await ring.fetchKeys(unlocked.engine, unlocked.server);
    }
  }
  await openStretch();
  return opened;
}

/** Entries that this device wrote, or had before the server lost them, and that have not come by in its log yet. */
function unechoed(unlocked: Unlocked, ring: Ring): ReadonlySet<string> {
  const rows = unlocked.engine.all<{ id: string }>(
    'select id from entry where space = ? and echoed = 0',
    ring.space,
  );
  return new Set(rows.map((row) => row.id));
}

/**
 * Takes generations that follow what is known, in their order. Only someone who could read a dossier may say who reads it
 * next: a member who was excluded can sign a header, but not one that counts.
 */
async function takeGenerations(
  unlocked: Unlocked,
  ring: Ring,
  at: { seq: number; positions: readonly number[] },
  generations: readonly (KnownGeneration | null)[],
  hidden: Set<DossierId>,
): Promise<void> {
  const { engine } = unlocked;
  const taken = new Map<DossierId, KnownGeneration>();
  const all: (KnownGeneration & { position: number })[] = [];
  /** Started without this account, or closed to it in an earlier part. */
  const wanted: KnownGeneration[] = [];
  for (const [i, generation] of generations.entries()) {
    if (generation === null) {
      unlocked.refused++;
      continue;
    }
    const { dossier, generation: number } = generation.header;
    const position = at.positions[i] as number;
    let previous: GenerationHeader | null = null;
    let late = false;
    if (number === 1) {
      if (
        taken.has(dossier) ||
        engine.get('select dossier from generation where dossier = ?', dossier) !== null
      )
        continue;
    } else {
      const before = taken.get(dossier) ?? (await newestGeneration(unlocked, dossier));
      if (before !== null && isSame(generation, before)) {
        noteEnd(engine, ring.space, dossier, position);
        continue;
      }
      if (before !== null && !mayFollow(generation.header, before.header)) {
        unlocked.refused++;
        continue;
      }
      previous = before?.header ?? null;
      late = before === null || before.key === null;
    }
    if (!mayBeGranted(unlocked, ring, generation.header, { previous, seq: at.seq })) {
      unlocked.refused++;
      continue;
    }
    if (late && generation.key !== null) wanted.push(generation);
    taken.set(dossier, generation);
    all.push({ ...generation, position });
    if (generation.key === null) hidden.add(dossier);
    else hidden.delete(dossier);
  }
  if (all.length === 0 || !unlocked.alive) return;
  const shared: DossierId[] = [];
  engine.transaction(() => {
    for (const generation of all) {
      storeGeneration(unlocked, generation);
      if (noteSharing(engine, generation.header, generation.position)) shared.push(generation.header.dossier);
    }
    for (const { header } of wanted) {
      engine.run('insert or ignore into wanted(dossier, space) values(?, ?)', header.dossier, header.space);
    }
  });
  if (shared.length === 0) return;
  const kinds = shared.map(
    (id) => engine.get<{ kind: string }>('select kind from dossier where id = ?', id)?.kind ?? 'share',
  );
  unlocked.changed(shared.length > 50 ? 'many' : shared, ['share', ...new Set(kinds)]);
}

function isSame(a: KnownGeneration, b: KnownGeneration): boolean {
  return a.header.generation === b.header.generation && equalBytes(a.header.hash, b.header.hash);
}
