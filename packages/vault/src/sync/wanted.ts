import type { LogItem } from '@dayaq/protocol';
import { LIMITS } from '@dayaq/protocol';
import { type DossierId, type EntryId, idBytes, idText, openPreviousGeneration } from '@dayaq/sealing';
import { Chain } from '../history/chain.ts';
import { noteSharing } from '../sharing/rows.ts';
import { admitGeneration, storeGeneration } from '../space/generations.ts';
import type { KnownGeneration } from '../space/known-generation.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { type Echo, echoOf, noteEchoes } from './echo.ts';
import { keepEntries } from './keep-page.ts';
import { tellHoles } from './holes.ts';
import { openEntry } from './open-entry.ts';
import { follows, leafOf, namesOurHistory, type Standing } from './open-page.ts';
import { lookAround } from './peers.ts';

/** Milliseconds after which what did not come whole is asked for again. */
const ASK_AGAIN = 4 * 3_600_000;
/** Dossiers that one turn asks for. */
const MOST = 500;

type Header = Extract<LogItem, { t: 'generation' }>;
type EntryItem = Extract<LogItem, { t: 'entry' }>;

/**
 * Dossiers that were granted to this account later than they were written, or of which something is missing: each from its
 * first entry. They stay on the list until they are here.
 */
export async function pullWanted(unlocked: Unlocked, ring: Ring): Promise<void> {
  const { engine } = unlocked;
  const wanted = engine.all<{ dossier: DossierId }>(
    'select dossier from wanted where space = ? and due <= ? order by due limit ?',
    ring.space,
    unlocked.around.now(),
    MOST,
  );
  if (wanted.length === 0) return;
  await lookAround(unlocked, ring);
  const chain = await Chain.open(engine, ring.space);
  if (chain === null) return;
  for (const { dossier } of wanted) {
    const { refused } = unlocked;
    const all = await wholeDossier(unlocked, ring, dossier);
    if (all === null || !unlocked.alive) return;
    const items = await standingInLog(unlocked, chain, all);
    const headers = items.flatMap((item) => (item.t === 'generation' ? [item] : []));
    await takeChain(unlocked, ring, chain, headers);
    if (!unlocked.alive) return;
    const entries = items.flatMap((item) => (item.t === 'entry' ? [item] : []));
    const fresh = await takeEchoes(unlocked, ring, entries);
    if (!unlocked.alive) return;
    await takeEntries(unlocked, ring, chain, fresh);
    if (!unlocked.alive) return;
    const hasHoles = await tellHoles(unlocked, ring, chain, dossier);
    settle(unlocked, ring, dossier, hasHoles || unlocked.refused > refused);
  }
  await unlocked.due.now(unlocked);
}

/** Notes which entries of a dossier came back that wait for it, by keys that came meanwhile. Answers those that are not here. */
async function takeEchoes(
  unlocked: Unlocked,
  ring: Ring,
  entries: readonly EntryItem[],
): Promise<EntryItem[]> {
  const { engine } = unlocked;
  const fresh: EntryItem[] = [];
  const echoes: Echo[] = [];
  for (const item of entries) {
    const kept = engine.get<{ echoed: number }>(
      'select echoed from entry where id = ? and space = ?',
      idText<EntryId>(item.id),
      ring.space,
    );
    if (kept === null) fresh.push(item);
    const echo = kept?.echoed === 0 ? await echoOf(unlocked, ring.space, item) : null;
    if (echo !== null) echoes.push(echo);
  }
  if (unlocked.alive) engine.transaction(() => noteEchoes(unlocked, ring.space, echoes));
  return fresh;
}

/**
 * Opens and keeps entries. What counts only once an entry that names it is here is looked at again as long as that brings
 * something: the last word of somebody who may not write any more is named by others, the one before by that one.
 */
async function takeEntries(
  unlocked: Unlocked,
  ring: Ring,
  chain: Chain,
  entries: readonly EntryItem[],
): Promise<void> {
  for (let left = entries; left.length > 0 && unlocked.alive; ) {
    const opened = await Promise.all(
      left.map((item) =>
        openEntry(unlocked, ring, chain, item, idText<EntryId>(item.id), ring.seqAt(item.p)),
      ),
    );
    const taken = opened.filter((each) => each !== null && each !== 'unnamed');
    await keepEntries(unlocked, ring.space, taken, new Set(), () => undefined);
    if (taken.length === 0) return;
    left = left.filter((_, i) => opened[i] === 'unnamed');
  }
}

/** What is whole is wanted no more; else it is asked for again later, and when the device is opened. */
function settle({ engine, around }: Unlocked, ring: Ring, dossier: DossierId, isDoubtful: boolean): void {
  const isHere = `generation <=
    (select coalesce(max(g.generation), 0) from generation g where g.space = ?1 and g.dossier = ?2)`;
  if (!isDoubtful)
    engine.run(`delete from wanted where space = ?1 and dossier = ?2 and ${isHere}`, ring.space, dossier);
  engine.run(
    'update wanted set due = ?3 where space = ?1 and dossier = ?2',
    ring.space,
    dossier,
    around.now() + ASK_AGAIN,
  );
}

/**
 * What of a dossier stands in the log as it was read here: its leaf was part of the running hash when it was closed to this
 * account. What came since comes with the next pull.
 */
async function standingInLog(
  unlocked: Unlocked,
  chain: Chain,
  items: readonly LogItem[],
): Promise<LogItem[]> {
  const found: LogItem[] = [];
  for (const item of items) {
    if (item.p > chain.head.position) break;
    if (await chain.holds(item.p, await leafOf(item))) found.push(item);
    else unlocked.refused++;
  }
  return found;
}

/** Takes a dossier's headers from the first on, each judged at its place, and opens the earlier ones by their links. */
async function takeChain(
  unlocked: Unlocked,
  ring: Ring,
  chain: Chain,
  headers: readonly Header[],
): Promise<void> {
  let before = null as Standing | null;
  const taken: { generation: KnownGeneration; position: number }[] = [];
  for (const { header, p } of headers) {
    const seq = ring.seqAt(p);
    const admitted = await admitGeneration(ring, header, seq);
    if (admitted === null || !isNext(admitted, before) || !follows(unlocked, ring, seq, admitted, before)) {
      unlocked.refused++;
      continue;
    }
    const isVoid: boolean = admitted.void || !namesOurHistory(unlocked, ring, chain, admitted, before, p);
    const generation: KnownGeneration = { ...admitted, key: isVoid ? null : admitted.key, void: isVoid };
    const standing: KnownGeneration | null = isVoid ? (before?.standing ?? null) : generation;
    before = { newest: generation, standing };
    taken.push({ generation, position: p });
  }
  await openThroughLinks(taken.map(({ generation }) => generation));
  if (!unlocked.alive) return;
  unlocked.engine.transaction(() => {
    for (const { generation, position } of taken) {
      storeGeneration(unlocked, generation, position);
      if (!generation.void) noteSharing(unlocked.engine, generation.header, position);
    }
  });
}

function isNext({ header }: KnownGeneration, before: Standing | null): boolean {
  return header.generation === (before?.newest.header.generation ?? 0) + 1;
}

async function wholeDossier(unlocked: Unlocked, ring: Ring, dossier: DossierId): Promise<LogItem[] | null> {
  const items: LogItem[] = [];
  let after = 0;
  for (;;) {
    const page = await unlocked.server.call('entries/dossier', {
      space: idBytes(ring.space),
      dossier: idBytes(dossier),
      after,
      limit: LIMITS.itemsPerPull,
    });
    if (!page.ok || !unlocked.alive) return null;
    items.push(...page.value.items);
    if (!page.value.more || page.value.position <= after) return items;
    after = page.value.position;
  }
}

/** Fills in the keys of earlier generations that were not granted to this account, by the links in later ones that were. */
async function openThroughLinks(generations: readonly KnownGeneration[]): Promise<void> {
  const byNumber = new Map(generations.map((each) => [each.header.generation, each]));
  for (const generation of [...generations].reverse()) {
    const { header, key } = generation;
    const earlier = header.link === null ? undefined : byNumber.get(header.link.generation);
    if (earlier === undefined || earlier.void || earlier.key !== null || key === null) continue;
    const linked = await openPreviousGeneration(header, key, earlier.header);
    if (linked.ok) earlier.key = linked.value;
  }
}
