import type { DossierId, SpaceId } from '@dayaq/sealing';
import { thingItself } from '../apart.ts';
import type { Engine } from '../database/engine.ts';
import { projectLater } from '../due.ts';
import { noteEarly } from '../early.ts';
import type { Chain } from '../history/chain.ts';
import type { Including } from '../merged.ts';
import { forgetDossier, projectDossier } from '../projection.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { noteEchoes } from './echo.ts';
import { askForHoles } from './holes.ts';
import type { OpenedEntry } from './open-entry.ts';
import type { OpenedPage } from './open-page.ts';

/** Stores an opened page: what is genuine, what came back, and how far the log is now here. */
export async function keepPage(
  unlocked: Unlocked,
  ring: Ring,
  chain: Chain,
  page: OpenedPage,
): Promise<void> {
  await keepEntries(unlocked, ring.space, page.entries, page.hidden, () => {
    const { engine } = unlocked;
    noteEchoes(unlocked, ring.space, page.echoes);
    askForHoles(unlocked, ring, page.entries);
    chain.keep(page.position);
    engine.run('update space set position = ?, seq = ? where id = ?', page.position, page.seq, ring.space);
  });
}

/**
 * Stores the entries whose signatures hold, projects the dossiers that are new here, and does what goes `along`: together
 * or not at all. The rows of a dossier that was here before are made once the fetch has come to its end, and not by each
 * of its pages; whoever keeps pages sees to it (`Due`).
 */
export async function keepEntries(
  unlocked: Unlocked,
  space: SpaceId,
  opened: readonly OpenedEntry[],
  hidden: ReadonlySet<DossierId>,
  along: () => void,
): Promise<void> {
  const verdicts = await Promise.all(opened.map((each) => each.genuine));
  const genuine = opened.filter((_, i) => verdicts[i]);
  unlocked.refused += opened.length - genuine.length;
  await unlocked.lane.run(() => store(unlocked, space, genuine, hidden, along));
}

async function store(
  unlocked: Unlocked,
  space: SpaceId,
  opened: readonly OpenedEntry[],
  hidden: ReadonlySet<DossierId>,
  along: () => void,
): Promise<void> {
  if (!unlocked.alive) return;
  const { engine } = unlocked;
  const touched = new Map<DossierId, OpenedEntry[]>();
  for (const fresh of opened) {
    const list = touched.get(fresh.entry.dossier);
    if (list === undefined) touched.set(fresh.entry.dossier, [fresh]);
    else list.push(fresh);
  }
  const changed = new Map<DossierId, Including>();
  const later = new Set<DossierId>();
  for (const [dossier, fresh] of touched) {
    if (isHere(engine, space, dossier)) {
      later.add(dossier);
      // What is in use goes on from what is kept.
      const extended = unlocked.merged.extending(unlocked, space, dossier, fresh);
      if (extended !== null) changed.set(dossier, extended);
      continue;
    }
    try {
      // What is new is worked out from what is in hand.
      changed.set(dossier, await unlocked.merged.including(unlocked, space, dossier, fresh, false));
    } catch (error) {
      // What cannot be worked out holds up no other; it is set apart with the rows that are due.
      if (!thingItself(error)) throw error;
      later.add(dossier);
    }
  }
  if (!unlocked.alive) return;
  const kinds = new Set<string>();
  engine.transaction(() => {
    for (const [dossier, fresh] of touched) {
      const including = changed.get(dossier);
      if (including === undefined) insert(unlocked, space, fresh);
      else if (!including.keep(() => insert(unlocked, space, fresh))) later.add(dossier);
      if (later.has(dossier)) projectLater(engine, space, dossier);
      else if (including !== undefined) kinds.add(projectDossier(engine, including.merged));
    }
    // Pages ask for addresses or profiles, not for the register or roster in which they stand.
    for (const { entry } of opened) for (const { kind } of entry.changes) kinds.add(kind);
    for (const dossier of hidden) forgetDossier(unlocked, space, dossier);
    along();
  });
  if (touched.size + hidden.size > 0) {
    const dossiers = [...touched.keys(), ...hidden];
    unlocked.changed(dossiers.length > 50 ? 'many' : dossiers, [...kinds]);
  }
}

function insert({ engine, around }: Unlocked, space: SpaceId, fresh: readonly OpenedEntry[]): void {
  for (const { entry, bytes, position, generation } of fresh) {
    noteEarly(engine, entry, around.now());
    engine.run(
      'insert or ignore into entry(space, dossier, id, position, generation, bytes, echoed) values(?, ?, ?, ?, ?, ?, 1)',
      space,
      entry.dossier,
      entry.id,
      position,
      generation,
      bytes,
    );
  }
}

const isHere = (engine: Engine, space: SpaceId, dossier: DossierId): boolean =>
  engine.get('select 1 from entry where dossier = ? and space = ? limit 1', dossier, space) !== null;
