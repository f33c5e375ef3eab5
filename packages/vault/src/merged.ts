import type { Writer } from '@dayaq/domain';
import { type DossierState, type Entry, extendDossier, mergeDossier, type Value } from '@dayaq/journal';
import type { DossierId, EntryId, SpaceId } from '@dayaq/sealing';
import type { Engine } from './database/engine.ts';
import {
  isPlaced,
  type Judge,
  judgeAll,
  type Lawful,
  writerAt,
  type Overstep,
  type PlacedEntry,
  placedEntries,
} from './lawful.ts';
import type { OpenDevice } from './open-device.ts';

/** What is kept at the most: dossiers, and characters of what their entries say. A phone has room for one very large one. */
const MOST = { dossiers: 64, characters: 16 * 1024 * 1024 } as const;

/** A dossier's lawful entries and what they amount to, merged when it is first asked for. */
export class Merged implements Lawful {
  /** Words of this dossier that were folded for the search before, by their text. */
  folded: Map<string, string> = new Map();
  #state: DossierState | null = null;

  constructor(
    readonly space: SpaceId,
    readonly dossier: DossierId,
    readonly entries: Entry[],
    readonly oversteps: readonly Overstep[],
  ) {}

  get state(): DossierState {
    this.#state ??= mergeDossier(this.entries);
    return this.#state;
  }

  /** Takes one more entry, at a cost that depends on it alone where its author had seen everything. */
  add(entry: Entry): void {
    this.entries.push(entry);
    if (this.#state !== null) this.#state = extendDossier(this.#state, entry);
  }

  /** The state is merged anew when it is asked for: of many entries that is cheaper than one after another. */
  dropState(): void {
    this.#state = null;
  }
}

/** A dossier with entries that are about to be kept. */
export interface Including {
  readonly merged: Merged;
  /**
   * Writes them, by `write`, inside a transaction. False: something else was written in the meantime, and `merged` is not what
   * stands now.
   */
  keep(write: () => void): boolean;
}

interface Place {
  readonly id: EntryId;
  readonly by: Pick<Entry, 'author' | 'view'>;
  position: number | null;
  readonly writer: Writer;
}

/** A merged dossier that can go on: what comes last in the log is judged and merged alone. */
interface Kept {
  readonly merged: Merged;
  readonly judge: Judge;
  /** All entries in the order in which they were judged. */
  readonly places: Place[];
  readonly ids: Set<EntryId>;
  characters: number;
  /** Of which version of its entries and charter it is; 0 while it holds what is not written yet. */
  version: number;
  /** Where the charter stood. */
  seq: number;
}

/**
 * Numbers what stands of a dossier: whatever changes an entry or the charter, by whatever way, ends its number, and who asks
 * next is given another one. As that stands in the database, a rollback undoes it too.
 */
const VERSIONS = `
create temp table if not exists version(dossier text primary key, number integer not null) without rowid;
create temp trigger if not exists entry_came after insert on main.entry begin delete from version where dossier = new.dossier; end;
create temp trigger if not exists entry_went after delete on main.entry begin delete from version where dossier = old.dossier; end;
create temp trigger if not exists entry_changed after update of id, dossier, space, bytes on main.entry begin
  delete from version where dossier in (old.dossier, new.dossier);
end;
create temp trigger if not exists entry_moved after update of position on main.entry when old.position is not new.position begin
  delete from version where dossier = new.dossier;
end;
create temp trigger if not exists part_went after insert on main.erased_part begin delete from version where dossier = new.dossier; end;
create temp trigger if not exists part_changed after update on main.erased_part begin delete from version where dossier = new.dossier; end;
create temp trigger if not exists act_came after insert on main.charter begin delete from version; end;
create temp trigger if not exists act_went after delete on main.charter begin delete from version; end;
create temp trigger if not exists act_moved after update on main.charter begin delete from version; end;
delete from temp.version;
`;

/**
 * Merged states of the dossiers that are in use. They are in memory only, and what is dropped here changes nothing: it is
 * read, judged and merged anew from its entries.
 */
export class MergedDossiers {
  readonly #engine: Engine;
  /** The last used last. */
  readonly #kept = new Map<DossierId, Kept>();
  #versions = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
    engine.exec(VERSIONS);
  }

  /**
   * A dossier as it stands.
   * @param keep false: it is kept only if it was before
   */
  async of(unlocked: OpenDevice, space: SpaceId, dossier: DossierId, keep = true): Promise<Merged> {
    const standing = this.#find(unlocked, space, dossier);
    if (standing !== null) return standing.merged;
    const before = this.#before(space, dossier);
    const keeps = keep || before !== null;
    // Before the entries are read: what is written meanwhile ends it.
    const version = keeps ? this.#version(dossier) : 0;
    const placed = placedEntries(this.#engine, space, dossier);
    const { merged, kept } = await make(unlocked, space, dossier, placed, keeps, before);
    if (!keeps || !this.#engine.isOpen) return merged;
    if (kept === null) this.forget(dossier);
    else if (this.#standingVersion(dossier) === version) this.#keep(kept, version);
    return merged;
  }

  /**
   * A dossier with entries that are about to be kept. Until they are written nothing here holds any more.
   * @param keep false: it is kept only if it was before
   */
  async including(
    unlocked: OpenDevice,
    space: SpaceId,
    dossier: DossierId,
    fresh: readonly PlacedEntry[],
    keep: boolean,
  ): Promise<Including> {
    const extended = this.extending(unlocked, space, dossier, fresh);
    if (extended !== null) return extended;
    const before = this.#before(space, dossier);
    const keeps = keep || before !== null;
    const version = keeps ? this.#version(dossier) : 0;
    const placed = [...placedEntries(this.#engine, space, dossier), ...fresh];
    const { merged, kept } = await make(unlocked, space, dossier, placed, keeps, before);
    return this.#including(merged, kept, version);
  }

  /** The same where that costs what is fresh and no more; else null, and what was kept holds no more. */
  extending(
    unlocked: OpenDevice,
    space: SpaceId,
    dossier: DossierId,
    fresh: readonly PlacedEntry[],
  ): Including | null {
    const standing = this.#find(unlocked, space, dossier);
    if (standing === null) return null;
    const { version } = standing;
    standing.version = 0;
    return extend(unlocked, standing, fresh) ? this.#including(standing.merged, standing, version) : null;
  }

  #including(merged: Merged, kept: Kept | null, version: number): Including {
    return {
      merged,
      keep: (write) => {
        const stands = version === 0 || this.#standingVersion(merged.dossier) === version;
        write();
        if (stands && kept !== null) this.#keep(kept, this.#version(merged.dossier));
        return stands;
      },
    };
  }

  /** Whether anything of a dossier is in memory. */
  has(dossier: DossierId): boolean {
    return this.#kept.has(dossier);
  }

  /** Where an entry stands in the log was heard; `write` writes it down. Where nothing else changes by it, all still holds. */
  place(unlocked: OpenDevice, id: EntryId, position: number, write: () => void): void {
    const kept = this.#ofEntry(unlocked, id);
    write();
    if (kept !== null && stays(unlocked, kept, id, position))
      this.#keep(kept, this.#version(kept.merged.dossier));
  }

  /** Lets go of a dossier: nothing of it stays in memory. */
  forget(dossier: DossierId): void {
    this.#kept.delete(dossier);
  }

  drop(): void {
    this.#kept.clear();
  }

  #find(unlocked: OpenDevice, space: SpaceId, dossier: DossierId): Kept | null {
    const kept = this.#before(space, dossier);
    if (kept === null || unlocked.rings.get(space)?.state.seq !== kept.seq) return null;
    if (this.#standingVersion(dossier) !== kept.version) return null;
    this.#kept.delete(dossier);
    this.#kept.set(dossier, kept);
    return kept;
  }

  /** What is kept of a dossier, whether it still holds or not. Ids are random: one of two spaces was taken on purpose. */
  #before(space: SpaceId, dossier: DossierId): Kept | null {
    const kept = this.#kept.get(dossier);
    return kept?.merged.space === space ? kept : null;
  }

  #ofEntry(unlocked: OpenDevice, id: EntryId): Kept | null {
    for (const { ids, merged } of this.#kept.values())
      if (ids.has(id)) return this.#find(unlocked, merged.space, merged.dossier);
    return null;
  }

  #standingVersion(dossier: DossierId): number | null {
    const row = this.#engine.get<{ number: number }>(
      'select number from temp.version where dossier = ?',
      dossier,
    );
    return row?.number ?? null;
  }

  /** The number of what stands now. */
  #version(dossier: DossierId): number {
    const standing = this.#standingVersion(dossier);
    if (standing !== null) return standing;
    const number = ++this.#versions;
    this.#engine.run('insert into temp.version(dossier, number) values(?, ?)', dossier, number);
    return number;
  }

  #keep(kept: Kept, version: number): void {
    kept.version = version;
    this.#kept.delete(kept.merged.dossier);
    if (kept.characters > MOST.characters) return;
    this.#kept.set(kept.merged.dossier, kept);
    let characters = 0;
    for (const each of this.#kept.values()) characters += each.characters;
    for (const [dossier, each] of this.#kept) {
      if (characters <= MOST.characters && this.#kept.size <= MOST.dossiers) return;
      this.#kept.delete(dossier);
      characters -= each.characters;
    }
  }
}

/** An open device with the merged states of the dossiers in use. */
export interface WithMerged extends OpenDevice {
  readonly merged: MergedDossiers;
}

/** Reads, judges and merges from the start. Not to be kept is what more than the charter and the places decides. */
async function make(
  unlocked: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  placed: readonly PlacedEntry[],
  keeps: boolean,
  before: Kept | null,
): Promise<{ merged: Merged; kept: Kept | null }> {
  const seq = unlocked.rings.get(space)?.state.seq;
  const { lawful, judge, order } = await judgeAll(unlocked, space, dossier, placed);
  const merged = new Merged(space, dossier, [...lawful.entries], lawful.oversteps);
  if (before !== null) merged.folded = before.merged.folded;
  if (!keeps) return { merged, kept: null };
  const places: Place[] = [];
  const ring = unlocked.rings.get(space);
  for (const i of order) {
    const { entry, position } = placed[i] as PlacedEntry;
    const writer = ring === undefined ? null : writerAt(unlocked, ring, entry, position);
    if (writer === null) return { merged, kept: null };
    places.push({ id: entry.id, by: { author: entry.author, view: entry.view }, position, writer });
  }
  const ids = new Set(places.map(({ id }) => id));
  if (seq === undefined || ring?.state.seq !== seq || ids.size !== places.length)
    return { merged, kept: null };
  const characters = placed.reduce((sum, { entry }) => sum + charactersOf(entry), 0);
  return { merged, kept: { merged, judge, places, ids, characters, version: 0, seq } };
}

/** Fresh entries that are merged one by one. Each may touch all that stands: of more, whoever wrote them must not make it slow. */
const ONE_BY_ONE = 8;

/** About how many characters an entry says, and what its parts cost beside those. */
function charactersOf({ changes }: Entry): number {
  let characters = 200;
  for (const { fields } of changes)
    for (const op of Object.values(fields))
      characters += 40 + ('set' in op ? charactersIn(op.set) : charactersIn(op.add) + charactersIn(op.del));
  return characters;
}

function charactersIn(value: Value): number {
  if (typeof value === 'string') return value.length;
  if (value === null || typeof value !== 'object') return 8;
  let characters = 8;
  const parts = Array.isArray(value) ? (value as readonly Value[]) : Object.values(value);
  for (const part of parts) characters += 8 + charactersIn(part);
  return characters;
}

/** Takes entries that come behind all others. False, with nothing changed: judge from the start. */
function extend(unlocked: OpenDevice, kept: Kept, fresh: readonly PlacedEntry[]): boolean {
  const ring = unlocked.rings.get(kept.merged.space);
  if (ring === undefined) return false;
  const placed = [...fresh].sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity));
  let last = kept.places.length === 0 ? 0 : (kept.places.at(-1)?.position ?? null);
  const writers: Writer[] = [];
  const ids = new Set<EntryId>();
  for (const { entry, position } of placed) {
    if (kept.ids.has(entry.id) || ids.has(entry.id)) return false;
    ids.add(entry.id);
    if (isPlaced(position)) {
      if (last === null || position <= last) return false;
    } else if (placed.length > 1 || !knowsAll(entry, kept.merged.state)) return false;
    last = position;
    const writer = writerAt(unlocked, ring, entry, position);
    if (writer === null) return false;
    writers.push(writer);
  }
  if (placed.length > ONE_BY_ONE) kept.merged.dropState();
  for (const [i, { entry, position }] of placed.entries()) {
    const writer = writers[i] as Writer;
    kept.merged.add(kept.judge.take(entry, writer));
    kept.places.push({ id: entry.id, by: { author: entry.author, view: entry.view }, position, writer });
    kept.ids.add(entry.id);
    kept.characters += charactersOf(entry);
  }
  return true;
}

const knowsAll = ({ heads }: Entry, state: DossierState): boolean =>
  heads.length === state.heads.length && heads.every((head, i) => head === state.heads[i]);

/** Moves an entry to its place; whether it was judged there already, among the same others and by the same rights. */
function stays(unlocked: OpenDevice, { merged, places }: Kept, id: EntryId, position: number): boolean {
  const ring = unlocked.rings.get(merged.space);
  const at = places.findLastIndex((each) => each.id === id);
  const place = places[at];
  if (ring === undefined || place === undefined) return false;
  const before = at === 0 ? 0 : (places[at - 1]?.position ?? null);
  const behind = places[at + 1]?.position ?? Infinity;
  const writer = writerAt(unlocked, ring, place.by, position);
  const { isMember, isKeyholder, opensLetters } = place.writer;
  const same =
    writer?.isMember === isMember &&
    writer.isKeyholder === isKeyholder &&
    writer.opensLetters === opensLetters;
  if (!same || before === null || position < before || position > behind) return false;
  place.position = position;
  return true;
}
