import type { LogItem, Reply } from '@dayaq/protocol';
import {
  bindsOthers,
  charterHead,
  charterLeaf,
  type DossierId,
  type EntryId,
  entryLeaf,
  equalBytes,
  generationHash,
  type GenerationHeader,
  generationLeaf,
  idText,
  readCharterEntry,
} from '@dayaq/sealing';
import type { CallOutcome } from '../adapters.ts';
import { erasedIn } from '../erasure/erased.ts';
import type { Chain } from '../history/chain.ts';
import { namedSeq } from '../history/named-act.ts';
import { noteDispute } from '../history/disputes.ts';
import { mayBeGranted } from '../sharing/judge.ts';
import { noteEnd, noteSharing } from '../sharing/rows.ts';
import {
  admitGeneration,
  mayFollow,
  newestGeneration,
  standingGeneration,
  storeGeneration,
} from '../space/generations.ts';
import type { KnownGeneration } from '../space/known-generation.ts';
import { readersOf } from '../space/readers-asked.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { type Echo, echoOf } from './echo.ts';
import { type OpenedEntry, openEntry } from './open-entry.ts';
import { want } from './want.ts';

type Item<T extends LogItem['t']> = Extract<LogItem, { t: T }>;
type Admitted = Promise<KnownGeneration | null>;
/** Headers whose checks are under way, by their position. */
type Headers = ReadonlyMap<number, Admitted>;

export interface OpenedPage {
  entries: OpenedEntry[];
  /** What bears the numbers of entries that are kept here and wait to come back. */
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

/** How a log that cannot be an honest server's shows itself. */
export type Lie =
  /** Its charter acts do not follow each other, or stand behind another history than their authors had seen. */
  | 'charter'
  /** It is not the log that it was. */
  | 'history';

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

/** What an item counts for in the running hash. */
export async function leafOf(item: LogItem): Promise<Uint8Array> {
  if (item.t === 'closed') return item.leaf;
  if (item.t === 'charter') return charterLeaf(await charterHead(item.act));
  if (item.t === 'generation') return generationLeaf(await generationHash(item.header));
  return entryLeaf(item.dossier, item.g, item.id);
}

/**
 * Opens one page in the log's order and stores its charter acts and generations. Acts change who may write, so what
 * stands behind an act is judged by the charter with that act. The entries' signatures are still being checked when this
 * answers.
 */
export async function openPage(
  unlocked: Unlocked,
  ring: Ring,
  chain: Chain,
  page: Page,
): Promise<OpenedPage | Lie> {
  const opened: OpenedPage = {
    entries: [],
    echoes: [],
    hidden: new Set(),
    position: page.position,
    seq: page.seq,
  };
  const own = unechoed(unlocked, ring);
  const erased = erasedIn(unlocked.engine, ring.space);
  let headers: Item<'generation'>[] = [];
  let entries: Item<'entry'>[] = [];
  /** Opens what stands between two charter acts: all headers first, as entries may only follow their own. */
  const openStretch = async () => {
    const { seq } = opened;
    const admitted = headers.map(
      (item) => page.headers.get(item.p) ?? admitGeneration(ring, item.header, seq),
    );
    const positions = headers.map((item) => item.p);
    const at = { chain, seq, positions };
    await takeGenerations(unlocked, ring, at, await Promise.all(admitted), opened.hidden);
    const open = async (item: Item<'entry'>): Promise<OpenedEntry[]> => {
      const id = idText<EntryId>(item.id);
      const echo = own.has(id) ? await echoOf(unlocked, ring.space, item) : null;
      if (echo !== null) {
        opened.echoes.push(echo);
        return [];
      }
      const entry = await openEntry(unlocked, ring, chain, item, id, seq);
      // Whoever sent it again names it in an entry that follows.
      if (entry === 'unnamed') want(unlocked, ring, idText<DossierId>(item.dossier));
      else if (entry !== null) return [entry];
      return [];
    };
    opened.entries.push(...(await Promise.all(entries.map(open))).flat());
    headers = [];
    entries = [];
  };
  for (const item of page.items) {
    if (item.p <= chain.head.position) return 'history';
    if (item.t === 'charter') {
      await openStretch();
      if (!unlocked.alive || item.seq !== opened.seq + 1) return 'charter';
      if (!standsBehindItsPlace(unlocked, ring, chain, item)) return 'charter';
      if (!(await ring.extend(unlocked.engine, [item]))) return 'charter';
      ring.placeAct(unlocked.engine, item.seq, item.p);
      opened.seq = item.seq;
      if (item.seq === ring.state.seq) await ring.fetchKeys(unlocked.engine, unlocked.server);
    } else if (item.t === 'closed' || erased.has(idText<DossierId>(item.dossier))) {
      // Of what was destroyed nothing is taken again, whatever a server that was put back still has: it counts as closed.
    } else if (item.t === 'entry') entries.push(item);
    else headers.push(item);
    if (!(await chain.add(item.p, await leafOf(item)))) return 'history';
  }
  await openStretch();
  return opened;
}

/**
 * Whether a charter act stands right behind the history that its author had verified, or where a restored log was taught it.
 * An honest server takes no other one; where this one is not the first, somebody was shown something else. It is noted, and
 * refused unless it contradicts only what no server can show again.
 */
function standsBehindItsPlace(unlocked: Unlocked, ring: Ring, chain: Chain, item: Item<'charter'>): boolean {
  const read = readCharterEntry(item.act);
  if (!read.ok) return false;
  const { act, place, author } = read.value;
  if (act.type === 'create' || act.type === 'join') return place === null;
  if (chain.agreesBehind(place, item.p) !== 'contradicts') return true;
  const taught = chain.taught(place, item.p, (from) => ring.actsBetween(from, item.p));
  if (taught === 'agrees' || taught === 'past') return true;
  noteDispute(unlocked, {
    space: ring.space,
    id: `act/${item.seq}/${author}`,
    what: 'act',
    author,
    claim: place,
    own: chain.place,
    bytes: item.act,
  });
  return taught !== null;
}

/** Entries that this device wrote, or had before the server lost them, and that have not come by in its log yet. */
function unechoed(unlocked: Unlocked, ring: Ring): ReadonlySet<string> {
  const rows = unlocked.engine.all<{ id: string }>(
    'select id from entry where space = ? and echoed = 0',
    ring.space,
  );
  return new Set(rows.map((row) => row.id));
}

interface Place {
  chain: Chain;
  /** Where the charter stands for all of them. */
  seq: number;
  positions: readonly number[];
}

/** What is known of a dossier's generations while a stretch is taken. */
export interface Standing {
  newest: KnownGeneration;
  /** The newest that is of use. */
  standing: KnownGeneration | null;
}

/** Takes generations that follow what is known, in their order. */
async function takeGenerations(
  unlocked: Unlocked,
  ring: Ring,
  at: Place,
  generations: readonly (KnownGeneration | null)[],
  hidden: Set<DossierId>,
): Promise<void> {
  const { engine } = unlocked;
  const taken = new Map<DossierId, Standing>();
  const all: (KnownGeneration & { position: number })[] = [];
  /** Started without this account, or closed to it in an earlier part: to be read from the beginning. */
  const wanted = new Map<DossierId, number>();
  for (const [i, given] of generations.entries()) {
    if (given === null) {
      unlocked.refused++;
      continue;
    }
    const { dossier } = given.header;
    const position = at.positions[i] as number;
    const before = taken.get(dossier) ?? (await standingOf(unlocked, ring, dossier));
    if (before !== null && isSame(given, before.newest)) {
      // This device's own, or one that a former member is shown again: now its place is known.
      noteEnd(engine, ring.space, dossier, position);
      engine.run(
        'update generation set position = ? where space = ? and dossier = ? and generation = ?',
        position,
        ring.space,
        dossier,
        given.header.generation,
      );
      continue;
    }
    if (isAhead(given, before)) {
      if (given.key !== null) wanted.set(dossier, given.header.generation);
      continue;
    }
    if (!follows(unlocked, ring, at.seq, given, before)) {
      unlocked.refused++;
      continue;
    }
    const isVoid = given.void || !namesOurHistory(unlocked, ring, at.chain, given, before, position);
    const generation = { ...given, key: isVoid ? null : given.key, void: isVoid };
    if (isVoid) unlocked.refused++;
    const standing = isVoid ? (before?.standing ?? null) : generation;
    const late = before !== null && before.standing?.key == null;
    if (late && generation.key !== null) wanted.set(dossier, given.header.generation);
    taken.set(dossier, { newest: generation, standing });
    all.push({ ...generation, position });
    if (isVoid) continue;
    // Who is named and was given a key that does not open keeps what is here.
    if (generation.key === null && isClosedTo(ring, generation.header)) hidden.add(dossier);
    else hidden.delete(dossier);
  }
  if (all.length + wanted.size === 0 || !unlocked.alive) return;
  const shared: DossierId[] = [];
  engine.transaction(() => {
    for (const generation of all) {
      storeGeneration(unlocked, generation, generation.position);
      if (!generation.void && noteSharing(engine, generation.header, generation.position))
        shared.push(generation.header.dossier);
    }
    for (const [dossier, generation] of wanted) want(unlocked, ring, dossier, generation);
  });
  if (shared.length === 0) return;
  const kinds = shared.map(
    (id) => engine.get<{ kind: string }>('select kind from dossier where id = ?', id)?.kind ?? 'share',
  );
  unlocked.changed(shared.length > 50 ? 'many' : shared, ['share', ...new Set(kinds)]);
}

function isClosedTo(ring: Ring, header: GenerationHeader): boolean {
  const readers = readersOf(header);
  return readers !== null && !readers.includes(ring.account.id);
}

/** A dossier of which this device has not the headers in between is taken up from its beginning, never in its middle. */
function isAhead({ header }: KnownGeneration, before: Standing | null): boolean {
  return header.generation > (before?.newest.header.generation ?? 0) + 1;
}

async function standingOf(unlocked: Unlocked, ring: Ring, dossier: DossierId): Promise<Standing | null> {
  const newest = await newestGeneration(unlocked, ring.space, dossier);
  if (newest === null) return null;
  return {
    newest,
    standing: newest.void ? await standingGeneration(unlocked, ring.space, dossier) : newest,
  };
}

/** Whether a header continues what is known of its dossier, and may be granted to whom it is granted. */
export function follows(
  unlocked: Unlocked,
  ring: Ring,
  seq: number,
  { header }: KnownGeneration,
  before: Standing | null,
): boolean {
  if (before !== null && !mayFollow(header, before.newest.header, before.standing?.header ?? null))
    return false;
  const previous: GenerationHeader | null = before?.newest.header ?? null;
  return mayBeGranted(unlocked, ring, header, { previous, seq });
}

/** Whether a header's author had been shown this history; what takes rights away stands right behind it. */
export function namesOurHistory(
  unlocked: Unlocked,
  ring: Ring,
  chain: Chain,
  { header, bytes }: KnownGeneration,
  before: Standing | null,
  position: number,
): boolean {
  const { view, author } = header;
  const behind = bindsOthers(header, before?.newest.header ?? null);
  const isCharterKnown = namedSeq(ring, chain, view, position) !== null;
  if (isCharterKnown && view.place !== null && chain.agreesForAll(view.place, position, behind)) return true;
  noteDispute(unlocked, {
    space: ring.space,
    id: `generation/${header.dossier}/${header.generation}/${author}`,
    what: 'generation',
    author,
    claim: view.place,
    own: chain.place,
    bytes,
  });
  return false;
}

function isSame(a: KnownGeneration, b: KnownGeneration): boolean {
  return a.header.generation === b.header.generation && equalBytes(a.header.hash, b.header.hash);
}
