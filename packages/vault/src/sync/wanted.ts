import type { LogItem } from '@dayaq/protocol';
import { LIMITS } from '@dayaq/protocol';
import {
  type DossierId,
  type EntryId,
  type GenerationHeader,
  idBytes,
  idText,
  openPreviousGeneration,
} from '@dayaq/sealing';
import { mayBeGranted } from '../sharing/judge.ts';
import { noteSharing } from '../sharing/rows.ts';
import { admitGeneration, type KnownGeneration, storeGeneration } from '../space/generations.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { keepEntries } from './keep-page.ts';
import { openEntry } from './open-entry.ts';
import { lookAround } from './peers.ts';

/**
 * Dossiers that were granted to this account later than they were written: each from its first entry. They stay on the
 * list until they are here.
 */
export async function pullWanted(unlocked: Unlocked, ring: Ring): Promise<void> {
  const { engine } = unlocked;
  const wanted = engine.all<{ dossier: DossierId }>('select dossier from wanted where space = ?', ring.space);
  if (wanted.length > 0) await lookAround(unlocked, ring);
  for (const { dossier } of wanted) {
    const items = await wholeDossier(unlocked, ring, dossier);
    if (items === null || !unlocked.alive) return;
    const headers = items.flatMap((item) => (item.t === 'generation' ? [item] : []));
    const admitted = await Promise.all(headers.map((header) => admitGeneration(ring, header.header, null)));
    const generations = await openThroughLinks(admitted.filter((each) => each !== null));
    if (!unlocked.alive) return;
    const positions = new Map(headers.map((item, i) => [admitted[i]?.header.generation, item.p] as const));
    engine.transaction(() => {
      let previous: GenerationHeader | null = null;
      for (const generation of generations.reverse()) {
        const { header } = generation;
        if (!mayBeGranted(unlocked, ring, header, { previous, seq: null })) break;
        previous = header;
        storeGeneration(unlocked, generation);
        noteSharing(engine, header, positions.get(header.generation) ?? 0);
      }
    });
    const here = new Set(
      engine.all<{ id: string }>('select id from entry where dossier = ?', dossier).map((row) => row.id),
    );
    const entries = items.flatMap((item) =>
      item.t === 'entry' ? [{ item, id: idText<EntryId>(item.id) }] : [],
    );
    const fresh = entries.filter(({ id }) => !here.has(id));
    const opened = await Promise.all(fresh.map(({ item, id }) => openEntry(unlocked, ring, item, id, null)));
    await keepEntries(
      unlocked,
      ring.space,
      opened.filter((each) => each !== null),
      new Set(),
      () => {
        engine.run('delete from wanted where dossier = ?', dossier);
      },
    );
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
