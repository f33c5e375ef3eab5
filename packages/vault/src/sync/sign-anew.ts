import { type Entry, writeEntry } from '@dayaq/journal';
import type { DossierId, EntryId, SpaceId, View } from '@dayaq/sealing';
import { KeepFull } from '../adapters.ts';
import type { Outcome } from '../client.ts';
import type { Engine } from '../database/engine.ts';
import { failed, success } from '../failure.ts';
import type { Chain } from '../history/chain.ts';
import { ownView } from '../history/own-view.ts';
import { lawfulOf, type PlacedEntry, placedEntries } from '../lawful.ts';
import { clockMark } from '../act.ts';
import { dropCopy, keepCopy } from '../outbox.ts';
import { forgetDossier, projectDossier } from '../projection.ts';
import { shareRow } from '../sharing/rows.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/** What becomes of an entry: it is taken out, stays as it is, or, if it is this person's own, is signed anew with this view. */
export type Fate = 'goes' | 'stays' | View;

/**
 * Takes entries out of a dossier or signs own ones anew. Own unsent ones that were written after those are signed anew too:
 * others would for ever miss what their writer had seen. Nothing changes where the store has no room for all of it.
 * Answers the ids that are no more.
 */
export async function writeAnew(
  unlocked: Unlocked,
  space: SpaceId,
  dossier: DossierId,
  fateOf: (placed: PlacedEntry) => Fate,
): Promise<Outcome<ReadonlySet<EntryId>>> {
  const { engine, account } = unlocked;
  const before = placedEntries(engine, space, dossier);
  /** What stands in the place of an entry among the heads of later ones. */
  const instead = new Map<EntryId, readonly EntryId[]>();
  const anew: { old: PlacedEntry; entry: Entry; bytes: Uint8Array }[] = [];
  for (const placed of before) {
    const { entry, position } = placed;
    const fate = fateOf(placed);
    if (entry.author !== account.id && fate !== 'goes') continue;
    const heads = [...new Set(entry.heads.flatMap((head) => instead.get(head) ?? [head]))];
    if (fate === 'goes') {
      instead.set(entry.id, heads);
      continue;
    }
    const follows = position === null && entry.heads.some((head) => instead.has(head));
    if (fate === 'stays' && !follows) continue;
    const { author, time, clockAhead, changes } = entry;
    const view = fate === 'stays' ? entry.view : fate;
    const written = await writeEntry(
      {
        space,
        dossier,
        author,
        time,
        // What is sent already was marked by what was known then.
        ...(position === null ? clockMark(unlocked) : {}),
        ...(clockAhead === undefined ? {} : { clockAhead }),
        heads,
        view,
        changes: [...changes],
      },
      account.signing,
      unlocked.around.random,
    );
    anew.push({ old: placed, ...written });
    instead.set(entry.id, [written.entry.id]);
  }
  const gone = new Set(instead.keys());
  if (gone.size === 0) return success(gone);
  try {
    for (const { entry, bytes } of anew) await keepCopy(unlocked, entry.id, bytes);
  } catch (error) {
    for (const { entry } of anew) await dropCopy(unlocked, entry.id);
    if (error instanceof KeepFull) return failed('disk-full');
    throw error;
  }
  const left = await lawfulOf(unlocked, space, dossier, [
    ...before.filter(({ entry }) => !gone.has(entry.id)),
    ...anew.map(({ entry }) => ({ entry, position: null, generation: null })),
  ]);
  if (!unlocked.alive) return failed('locked');
  engine.transaction(() => {
    for (const { old, entry, bytes } of anew) {
      engine.run(
        'update entry set id = ?, bytes = ?, position = null, generation = null, echoed = 0 where id = ?',
        entry.id,
        bytes,
        old.entry.id,
      );
      engine.run('update held set id = ? where id = ?', entry.id, old.entry.id);
      if (old.position !== null) noteReplaced(engine, old.entry.id);
    }
    for (const id of gone) engine.run('delete from entry where id = ?', id);
    if (left.entries.length > 0) projectDossier(engine, left);
    else forgetDossier(unlocked, space, dossier);
  });
  for (const id of gone) await dropCopy(unlocked, id);
  return success(gone);
}

const replacedName = (id: EntryId) => `replaced/${id}`;

function noteReplaced(engine: Engine, id: EntryId): void {
  engine.run('insert or replace into meta(name, value) values(?, ?)', replacedName(id), '');
}

/** Whether an own entry that still stands in the log was signed anew, and is nothing here any more. */
export function isReplaced(engine: Engine, id: EntryId): boolean {
  return engine.get('select 1 from meta where name = ?', replacedName(id)) !== null;
}

const dueName = (space: SpaceId) => `sign-anew/${space}`;

/** A space's log is read from its start, because another one was shown before: what was signed then is looked at afterwards. */
export function signAnewLater(engine: Engine, space: SpaceId): void {
  engine.run('insert or replace into meta(name, value) values(?, ?)', dueName(space), '');
}

/**
 * After a log was read from its start: what this person signed while the server showed another one names a history that
 * nobody else was shown, or lies under a key that nobody else takes. Everybody refuses it for good, and its words would be
 * lost to them by a lie that is over. So it is signed anew, with what is verified now, and sent once more.
 */
export async function signAnew(unlocked: Unlocked, ring: Ring, chain: Chain): Promise<void> {
  const { engine } = unlocked;
  const { space } = ring;
  if (engine.get('select 1 from meta where name = ?', dueName(space)) === null) return;
  const dossiers = engine.all<{ dossier: DossierId }>(
    'select distinct dossier from entry where space = ?',
    space,
  );
  const behind = chain.head.position + 1;
  for (const { dossier } of dossiers) {
    if (!unlocked.alive) return;
    const row = shareRow(engine, space, dossier);
    const view = await ownView(unlocked, ring, row?.owner === space ? row.peer : null);
    const written = await unlocked.lane.run(() =>
      writeAnew(unlocked, space, dossier, ({ entry, position, generation }) => {
        const { place } = entry.view;
        if (entry.author !== ring.account.id) return 'stays';
        const isTaken = place !== null && chain.isTakenByAll(place, position || behind);
        return isTaken && !isVoid(engine, space, dossier, generation) ? 'stays' : view;
      }),
    );
    // What has no room now is looked at again after the next reading of this device; nothing of it is lost here.
    if (!written.ok) return;
    if (written.value.size > 0) unlocked.changed([dossier], []);
  }
  engine.run('delete from meta where name = ?', dueName(space));
}

function isVoid(engine: Engine, space: SpaceId, dossier: DossierId, generation: number | null): boolean {
  return (
    generation !== null &&
    engine.get(
      'select 1 from generation where space = ? and dossier = ? and generation = ? and void = 1',
      space,
      dossier,
      generation,
    ) !== null
  );
}
