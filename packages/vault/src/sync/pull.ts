import { type Entry, readEntry } from '@dayaq/journal';
import type { LogItem } from '@dayaq/protocol';
import { LIMITS } from '@dayaq/protocol';
import { type DossierId, type EntryId, equalBytes, idBytes, idText, openPreviousGeneration } from '@dayaq/sealing';
import type { Failure } from '../client.ts';
import { failed, success } from '../failure.ts';
import { entriesOf, forgetDossier, projectDossier } from '../projection.ts';
import { admitGeneration, cipherOf, type KnownGeneration, newestGeneration, readersOf, storeGeneration } from '../space/generations.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { reteach } from './reteach.ts';

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
    if (page.value.position < after) {
      if (await reteach(unlocked, ring)) continue;
      return failed('server-lies', 'rolled-back');
    }
    const kept = await ingest(unlocked, ring, page.value.items, { after, position: page.value.position });
    if (!kept) return failed('server-lies', 'charter');
    items += page.value.items.length;
    if (!page.value.more) {
      resendLost(unlocked, ring);
      return success({ items });
    }
    progress(page.value.position - after + items, page.value.position + LIMITS.itemsPerPull);
  }
}

/**
 * What the server acknowledged must come back in its log. What did not, although the log has gone past it, was dropped:
 * it waits to be sent again, and the log is read from its start.
 */
function resendLost(unlocked: Unlocked, ring: Ring): void {
  const { engine } = unlocked;
  const lost = engine.run(
    'update entry set position = null where space = ? and echoed = 0 and position <= ?',
    ring.space,
    cursor(unlocked, ring),
  );
  if (lost === 0) return;
  engine.run('update space set position = 0, seq = -1 where id = ?', ring.space);
  unlocked.refused += lost;
  unlocked.changed('many', []);
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
    const admitted = await Promise.all(headers.map((header) => admitGeneration(ring, header.header, null)));
    const generations = await openThroughLinks(admitted.filter((each) => each !== null));
    unlocked.engine.transaction(() => {
      for (const generation of generations) storeGeneration(unlocked, generation);
    });
    const entries = items.flatMap((item) => (item.t === 'entry' ? [item] : []));
    const opened = await Promise.all(entries.map((item) => openItem(unlocked, ring, item, null)));
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

/** The charter's last act at the cursor: -1 before the first. */
function charterAt(unlocked: Unlocked, ring: Ring): number {
  return unlocked.engine.get<{ seq: number }>('select seq from space where id = ?', ring.space)?.seq ?? -1;
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
  /** Where the charter stood at this point of the log. */
  let seq = charterAt(unlocked, ring);
  const openPending = async () => {
    const batch = entries;
    const at = seq;
    entries = [];
    for (const each of await Promise.all(batch.map((item) => openItem(unlocked, ring, item, at)))) {
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
      if (item.seq !== seq + 1 || !(await ring.extend(unlocked.engine, [item]))) return false;
      seq = item.seq;
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
    const admitted = await Promise.all(headers.map((header) => admitGeneration(ring, header.header, seq)));
    for (const generation of admitted) await takeGeneration(unlocked, generation, hidden);
  }
  await openPending();
  await unlocked.lane.run(() => keep(unlocked, ring, opened, hidden, { position: log.position, seq }));
  return true;
}

/**
 * Takes a generation that follows what is known. Only someone who could read a dossier may say who reads it next: a
 * member who was excluded can sign a header, but not one that counts.
 */
async function takeGeneration(unlocked: Unlocked, generation: KnownGeneration | null, hidden: Set<DossierId>): Promise<void> {
  if (generation === null) {
    unlocked.refused++;
    return;
  }
  const { dossier, space, generation: number, author, previous } = generation.header;
  const before = number === 1 ? null : await newestGeneration(unlocked, dossier);
  if (before !== null) {
    if (number === before.header.generation && equalBytes(generation.header.hash, before.header.hash)) return;
    const readers = readersOf(before.header);
    const follows = number === before.header.generation + 1 && previous !== null && equalBytes(previous, before.header.hash);
    if (!follows || (readers !== null && !readers.includes(author))) {
      unlocked.refused++;
      return;
    }
  }
  if (number === 1 && unlocked.engine.get('select dossier from generation where dossier = ?', dossier) !== null) return;
  storeGeneration(unlocked, generation);
  if (generation.key === null) {
    hidden.add(dossier);
    return;
  }
  hidden.delete(dossier);
  // The dossier was started without this account, or its earlier part was closed to it.
  if (number > 1 && (before === null || before.key === null)) {
    unlocked.engine.run('insert or ignore into wanted(dossier, space) values(?, ?)', dossier, space);
  }
}

async function openItem(unlocked: Unlocked, ring: Ring, item: EntryItem, seq: number | null): Promise<Opened | null> {
  const dossier = idText<DossierId>(item.dossier);
  const id = idText<EntryId>(item.id);
  const known = unlocked.engine.get<{ echoed: number }>('select echoed from entry where id = ?', id);
  if (known !== null) {
    if (known.echoed === 0) {
      unlocked.engine.run('update entry set position = ?, generation = ?, echoed = 1 where id = ?', item.p, item.g, id);
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
  const { author } = read.value;
  // A dossier's history comes without the charter acts between its entries: there, anyone who ever joined may have written.
  const could = seq === null ? ring.state.members.has(author) : ring.couldWrite(author, seq);
  if (!could) return refuse(unlocked);
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
  reached: { position: number; seq: number } | null,
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
        'insert or ignore into entry(space, dossier, id, position, generation, bytes, echoed) values(?, ?, ?, ?, ?, ?, 1)',
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
    if (reached !== null) {
      engine.run('update space set position = ?, seq = ? where id = ?', reached.position, reached.seq, ring.space);
    }
  });
  if (touched.size + hidden.size > 0) {
    const dossiers = [...touched.keys(), ...hidden];
    unlocked.changed(dossiers.length > 50 ? 'many' : dossiers, [...kinds]);
  }
}
