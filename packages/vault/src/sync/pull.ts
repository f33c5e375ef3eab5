import { type Entry, readEntry } from '@dayaq/journal';
import type { LogItem } from '@dayaq/protocol';
import { LIMITS } from '@dayaq/protocol';
import { type DossierId, type EntryId, idBytes, idText, openPreviousGeneration } from '@dayaq/sealing';
import type { Failure } from '../client.ts';
import { failed, success } from '../failure.ts';
import { entriesOf, forgetDossier, projectDossier } from '../projection.ts';
import { admitGeneration, cipherOf, type KnownGeneration, storeGeneration } from '../space/generations.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

type Pulled = { ok: true; value: { items: number } } | { ok: false; failure: Failure };
type EntryItem = Extract<LogItem, { t: 'entry' }>;

interface Opened {
  position: number;
  generation: number;
  bytes: Uint8Array;
  entry: Entry;
}

/** Fetches the space's log from where this device stands, page by page; every page is kept before the next is asked. */
export async function pullSpace(
  unlocked: Unlocked,
  ring: Ring,
  progress: (done: number, total: number) => void,
): Promise<Pulled> {
  let items = 0;
  for (;;) {
    if (!unlocked.alive) return success({ items });
    const after = cursor(unlocked, ring);
    const page = await unlocked.server.call('entries/pull', {
      space: idBytes(ring.space),
      after,
      limit: LIMITS.itemsPerPull,
    });
    if (!page.ok) return page;
    if (page.value.position < after) return failed('server-lies', 'rolled-back');
    const kept = await ingest(unlocked, ring, page.value.items, { after, position: page.value.position });
    if (!kept) return failed('server-lies', 'charter');
    items += page.value.items.length;
    if (!page.value.more) return success({ items });
    progress(page.value.position - after + items, page.value.position + LIMITS.itemsPerPull);
  }
}

/**
 * Dossiers that were granted to this account later than they were written: each from its first entry. They stay on the
 * list until they are here.
 */
export async function pullWanted(unlocked: Unlocked, ring: Ring): Promise<void> {
  const wanted = unlocked.engine.all<{ dossier: DossierId }>('select dossier from wanted where space = ?', ring.space);
  for (const { dossier } of wanted) {
    const items = await wholeDossier(unlocked, ring, dossier);
    if (items === null || !unlocked.alive) return;
    const headers = items.flatMap((item) => (item.t === 'generation' ? [item] : []));
    const admitted = await Promise.all(headers.map((header) => admitGeneration(ring, header.header)));
    const generations = await openThroughLinks(admitted.filter((each) => each !== null));
    unlocked.engine.transaction(() => {
      for (const generation of generations) storeGeneration(unlocked, generation);
    });
    const entries = items.flatMap((item) => (item.t === 'entry' ? [item] : []));
    const opened = await Promise.all(entries.map((item) => openItem(unlocked, ring, item, false)));
    await unlocked.lane.run(() => keep(unlocked, ring, opened.filter((each) => each !== null), new Set(), null));
    unlocked.engine.run('delete from wanted where dossier = ?', dossier);
  }
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

/** Opens earlier generations that were not granted to this account by the links in the later ones that were. */
async function openThroughLinks(generations: readonly KnownGeneration[]): Promise<KnownGeneration[]> {
  const byNumber = [...generations].sort((a, b) => b.header.generation - a.header.generation);
  const opened: KnownGeneration[] = [];
  let later: KnownGeneration | null = null;
  for (const generation of byNumber) {
    let { key } = generation;
    if (key === null && later !== null && later.key !== null) {
      const linked = await openPreviousGeneration(later.header, later.key, generation.header);
      if (linked.ok) key = linked.value;
    }
    later = { ...generation, key };
    opened.push(later);
  }
  return opened;
}

function cursor(unlocked: Unlocked, ring: Ring): number {
  return unlocked.engine.get<{ position: number }>('select position from space where id = ?', ring.space)?.position ?? 0;
}

/**
 * Takes one page in the log's order. Charter acts change who may write, so what stands behind an act is judged by the
 * charter with that act. False: the server's log contradicts the charter or itself.
 */
async function ingest(
  unlocked: Unlocked,
  ring: Ring,
  items: readonly LogItem[],
  log: { after: number; position: number },
): Promise<boolean> {
  const opened: Opened[] = [];
  const hidden = new Set<DossierId>();
  let last = log.after;
  let entries: EntryItem[] = [];
  const openPending = async () => {
    const batch = entries;
    entries = [];
    for (const each of await Promise.all(batch.map((item) => openItem(unlocked, ring, item, true)))) {
      if (each !== null) opened.push(each);
    }
  };
  let run = 0;
  while (run < items.length) {
    const item = items[run] as LogItem;
    if (item.p <= last) return false;
    if (item.t === 'entry') {
      last = item.p;
      entries.push(item);
      run++;
      continue;
    }
    if (item.t === 'charter') {
      await openPending();
      last = item.p;
      run++;
      if (!(await ring.extend(unlocked.engine, [item]))) return false;
      if (item.seq === ring.state.seq) await ring.fetchKeys(unlocked.engine, unlocked.server);
      continue;
    }
    // A run of headers is checked at once: the signature checks are what a first pull mostly waits for.
    const headers: Extract<LogItem, { t: 'generation' }>[] = [];
    for (let next = items[run]; next?.t === 'generation'; next = items[++run]) {
      if (next.p <= last) return false;
      last = next.p;
      headers.push(next);
    }
    const admitted = await Promise.all(headers.map((header) => admitGeneration(ring, header.header)));
    unlocked.engine.transaction(() => {
      for (const generation of admitted) takeGeneration(unlocked, generation, hidden);
    });
  }
  await openPending();
  await unlocked.lane.run(() => keep(unlocked, ring, opened, hidden, log.position));
  return true;
}

function takeGeneration(unlocked: Unlocked, generation: KnownGeneration | null, hidden: Set<DossierId>): void {
  if (generation === null) {
    unlocked.refused++;
    return;
  }
  const { dossier, space, generation: number } = generation.header;
  const newest = unlocked.engine.get<{ mine: number }>(
    'select key is not null as mine from generation where dossier = ? order by generation desc limit 1',
    dossier,
  );
  storeGeneration(unlocked, generation);
  if (generation.key === null) {
    hidden.add(dossier);
    return;
  }
  hidden.delete(dossier);
  // The dossier was started without this account, or its earlier part was closed to it.
  if (number > 1 && (newest === null || newest.mine === 0)) {
    unlocked.engine.run('insert or ignore into wanted(dossier, space) values(?, ?)', dossier, space);
  }
}

async function openItem(unlocked: Unlocked, ring: Ring, item: EntryItem, inLog: boolean): Promise<Opened | null> {
  const dossier = idText<DossierId>(item.dossier);
  const id = idText<EntryId>(item.id);
  const known = unlocked.engine.get<{ position: number | null; generation: number | null }>(
    'select position, generation from entry where id = ?',
    id,
  );
  if (known !== null) {
    if (known.position === null || known.position !== item.p) {
      unlocked.engine.run('update entry set position = ?, generation = ? where id = ?', item.p, item.g, id);
    }
    return null;
  }
  const cipher = await cipherOf(unlocked, dossier, item.g);
  if (cipher === null) return isKnownGeneration(unlocked, dossier, item.g) ? null : refuse(unlocked);
  const plain = await cipher.open({ space: ring.space, dossier, generation: item.g, entry: id }, item.sealed);
  if (!plain.ok) return refuse(unlocked);
  const read = await readEntry(plain.value);
  if (!read.ok || read.value.id !== id || read.value.dossier !== dossier || read.value.space !== ring.space) {
    return refuse(unlocked);
  }
  const author = ring.state.members.get(read.value.author);
  // In the log's order the charter says who may write at this point; in a dossier's history, who ever could.
  if (author === undefined || author.role === 'viewer' || (inLog && author.removedSeq !== null)) return refuse(unlocked);
  return { position: item.p, generation: item.g, bytes: plain.value, entry: read.value };
}

/** A generation that is known but not granted: its entries come later, if it ever is. */
function isKnownGeneration(unlocked: Unlocked, dossier: DossierId, generation: number): boolean {
  return unlocked.engine.get('select dossier from generation where dossier = ? and generation = ?', dossier, generation) !== null;
}

function refuse(unlocked: Unlocked): null {
  unlocked.refused++;
  return null;
}

/** Stores what was opened, projects the dossiers that it touched and moves the cursor, together or not at all. */
async function keep(
  unlocked: Unlocked,
  ring: Ring,
  opened: readonly Opened[],
  hidden: ReadonlySet<DossierId>,
  position: number | null,
): Promise<void> {
  if (!unlocked.alive) return;
  const { engine } = unlocked;
  const touched = new Map<DossierId, Entry[]>();
  for (const each of opened) {
    const list = touched.get(each.entry.dossier);
    if (list === undefined) touched.set(each.entry.dossier, [each.entry]);
    else list.push(each.entry);
  }
  for (const [dossier, fresh] of touched) {
    if (engine.get('select rid from entry where dossier = ? limit 1', dossier) === null) continue;
    touched.set(dossier, [...(await entriesOf(engine, dossier)), ...fresh]);
  }
  if (!unlocked.alive) return;
  const kinds = new Set<string>();
  engine.transaction(() => {
    for (const { entry, bytes, position: p, generation } of opened) {
      engine.run(
        'insert or ignore into entry(space, dossier, id, position, generation, bytes) values(?, ?, ?, ?, ?, ?)',
        ring.space,
        entry.dossier,
        entry.id,
        p,
        generation,
        bytes,
      );
    }
    for (const [dossier, entries] of touched) kinds.add(projectDossier(engine, ring.space, dossier, entries));
    for (const dossier of hidden) forgetDossier(engine, dossier);
    if (position !== null) engine.run('update space set position = ? where id = ?', position, ring.space);
  });
  if (touched.size + hidden.size > 0) {
    const dossiers = [...touched.keys(), ...hidden];
    unlocked.changed(dossiers.length > 50 ? 'many' : dossiers, [...kinds]);
  }
}
