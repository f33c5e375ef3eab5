import {
  isStrangeToRoster,
  overstepOf,
  type OverstepRule,
  ROSTER_PARTS_EACH,
  type Writer,
} from '@dayaq/domain';
import { type Change, type Entry, mergeDossier, readEntry } from '@dayaq/journal';
import {
  type AccountId,
  derivedDossier,
  type DossierId,
  type EntryId,
  type RecordId,
  type SpaceId,
  spaceGrantOf,
} from '@dayaq/sealing';
import type { Engine } from './database/engine.ts';
import { withLinksRead } from './linked.ts';
import { headerOf } from './space/generations.ts';
import type { Unlocked } from './unlocked.ts';

/** An entry and where it stands in its space's log: null while it is unsent, 0 while that is not known. */
export interface PlacedEntry {
  entry: Entry;
  position: number | null;
  generation: number | null;
}

/** A change that its author may not make. It is kept as it came, and counts for nothing. */
export interface Overstep {
  entry: EntryId;
  record: RecordId;
  kind: string;
  fields: readonly string[];
  by: AccountId;
  at: number;
  rule: OverstepRule;
}

/** A dossier's entries without what oversteps. An entry that loses all its changes stays, because later ones name it. */
export interface Lawful {
  space: SpaceId;
  dossier: DossierId;
  entries: readonly Entry[];
  oversteps: readonly Overstep[];
}

/** Every entry of a dossier that is kept here, as it was signed. Nothing is kept before its signature was checked. */
export async function placedEntries(
  engine: Engine,
  space: SpaceId,
  dossier: DossierId,
): Promise<PlacedEntry[]> {
  const rows = engine.all<{ bytes: Uint8Array; position: number | null; generation: number | null }>(
    'select bytes, position, generation from entry where dossier = ? and space = ? order by rid',
    dossier,
    space,
  );
  const read = await Promise.all(rows.map((row) => readEntry(row.bytes)));
  return read.flatMap((entry, i) => {
    const row = rows[i];
    if (!entry.ok || row === undefined) return [];
    return [{ entry: entry.value, position: row.position, generation: row.generation }];
  });
}

/**
 * The one way in which entries come to what is shown: the signature of each was checked when it came, and here what
 * its author may not write is taken out, by the rules that stand beside the kinds. It comes to the same on every device,
 * from the entries and the charter alone. `fresh` are entries that are about to be kept.
 */
export async function lawfulEntries(
  unlocked: Unlocked,
  space: SpaceId,
  dossier: DossierId,
  fresh: readonly PlacedEntry[] = [],
): Promise<Lawful> {
  return lawfulOf(unlocked, space, dossier, [
    ...(await placedEntries(unlocked.engine, space, dossier)),
    ...fresh,
  ]);
}

/** `lawfulEntries` of a dossier whose entries were read already. */
export async function lawfulOf(
  unlocked: Unlocked,
  space: SpaceId,
  dossier: DossierId,
  placed: readonly PlacedEntry[],
): Promise<Lawful> {
  const writers = await Promise.all(placed.map((each) => writerOf(unlocked, space, each)));
  return judge(space, dossier, placed, writers, await rosterRules(unlocked, space, dossier));
}

/** Judges a change that begins or goes on with a record of the dossier; `begins`: no lawful change was of it before. */
type FurtherRule = (change: Change, author: AccountId, begins: boolean) => OverstepRule | null;

/** What holds in the roster alone. Everybody's name stands there, so no member may make it unreadable or take a place in it. */
async function rosterRules(unlocked: Unlocked, space: SpaceId, dossier: DossierId): Promise<FurtherRule> {
  if (dossier !== (await derivedDossier(space, 'roster'))) return () => null;
  const membership = unlocked.rings.get(space)?.membership;
  const everBelonged =
    membership === undefined ? null : (record: string) => membership.everBelonged(record as AccountId);
  const begun = new Map<AccountId, number>();
  return (change, author, begins) => {
    if (isStrangeToRoster(change, dossier, everBelonged)) return 'not-here';
    if (!begins || change.kind === 'profile' || change.kind === 'organisation') return null;
    const count = (begun.get(author) ?? 0) + 1;
    begun.set(author, count);
    return count > ROSTER_PARTS_EACH ? 'too-many' : null;
  };
}

/** Applies the rules, in the order of the log: the first lawful change of a record says of what kind it is. */
function judge(
  space: SpaceId,
  dossier: DossierId,
  placed: readonly PlacedEntry[],
  writers: readonly Writer[],
  further: FurtherRule,
): Lawful {
  const kinds = new Map<RecordId, string>();
  const oversteps: Overstep[] = [];
  const entries: Entry[] = placed.map(({ entry }) => entry);
  for (const i of inLogOrder(placed)) {
    const entry = entries[i] as Entry;
    const writer = writers[i] as Writer;
    const stands = (change: Change): boolean => {
      const known = kinds.get(change.record);
      const rule =
        overstepOf(change, writer, dossier) ??
        (known === undefined || known === change.kind ? null : 'other-kind') ??
        further(change, entry.author, known === undefined);
      if (rule === null) {
        kinds.set(change.record, change.kind);
        return true;
      }
      const { record, kind, fields } = change;
      const { id, author, time } = entry;
      oversteps.push({ entry: id, record, kind, fields: Object.keys(fields), by: author, at: time, rule });
      return false;
    };
    const changes = entry.changes.filter(stands).map(withLinksRead);
    const isAsSigned =
      changes.length === entry.changes.length && changes.every((change, at) => change === entry.changes[at]);
    if (!isAsSigned) entries[i] = { ...entry, changes };
  }
  return { space, dossier, entries, oversteps };
}

/** What was sent by its place, and after it what was not, as the merge orders it: no clock and no claim comes first. */
function inLogOrder(placed: readonly PlacedEntry[]): number[] {
  const unsent = placed.filter(({ position }) => !isPlaced(position)).map(({ entry }) => entry);
  const merged = unsent.length < 2 ? [] : mergeDossier(unsent).order;
  const rank = new Map(merged.map((id, i) => [id, i]));
  const positionOf = ({ position }: PlacedEntry): number => (isPlaced(position) ? position : Infinity);
  return [...placed.keys()].sort((a, b) => {
    const [left, right] = [placed[a] as PlacedEntry, placed[b] as PlacedEntry];
    const [first, second] = [positionOf(left), positionOf(right)];
    if (first !== second) return first < second ? -1 : 1;
    return (rank.get(left.entry.id) ?? 0) - (rank.get(right.entry.id) ?? 0);
  });
}

const isPlaced = (position: number | null): position is number => position !== null && position > 0;

/**
 * What an author was when they wrote. Where the place of an entry is not known (this device reads a restored log again),
 * whatever they ever were counts, because what stood must not vanish meanwhile.
 */
async function writerOf(unlocked: Unlocked, space: SpaceId, placed: PlacedEntry): Promise<Writer> {
  const { entry, position } = placed;
  const account = entry.author;
  const ring = unlocked.rings.get(space);
  if (ring === undefined) return ofPeer(unlocked, space, placed);
  const isMine = position === null && account === unlocked.account.id;
  const seq = isPlaced(position) || isMine ? ring.seqAt(position) : null;
  const { membership } = ring;
  // A former member's words that a restored server was taught again stand behind their removal, and are theirs still.
  const isMember =
    seq !== null && membership.belonged(account, seq)
      ? true
      : membership.everBelonged(account) && !(await isRecipients(unlocked, placed));
  return { account, isMember, isKeyholder: membership.heldKeys(account, seq) };
}

/**
 * In a dossier that was received, only the owner's people are members. Where nothing is known of its space (a lost
 * database is being made anew), what this person wrote themselves comes back before the charter does.
 */
async function ofPeer(unlocked: Unlocked, space: SpaceId, placed: PlacedEntry): Promise<Writer> {
  const account = placed.entry.author;
  await unlocked.peers.load();
  const state = unlocked.peers.get(space)?.state ?? null;
  if (state === null) return { account, isMember: true, isKeyholder: true };
  const header = await headerAt(unlocked, placed);
  const { membership } = unlocked.peers.meet(space);
  const isMember = header !== null && membership.couldWriteIn(account, header.epoch, state);
  return { account, isMember, isKeyholder: false };
}

/** Whether the generation of an entry was granted to another organisation to which its author belonged. */
async function isRecipients(unlocked: Unlocked, placed: PlacedEntry): Promise<boolean> {
  const header = await headerAt(unlocked, placed);
  const granted = header === null ? null : spaceGrantOf(header);
  if (granted === null) return false;
  await unlocked.peers.load();
  return unlocked.peers.get(granted.space)?.writerKey(placed.entry.author, granted.epoch) != null;
}

function headerAt(unlocked: Unlocked, { entry, generation }: PlacedEntry) {
  return generation === null
    ? Promise.resolve(null)
    : headerOf(unlocked, entry.space, entry.dossier, generation);
}
