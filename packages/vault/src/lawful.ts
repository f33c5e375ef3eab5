import {
  fixedIn,
  isAnothers,
  isBeginners,
  isForOthers,
  isOneEach,
  isStrangeToRoster,
  kindOf,
  type NamedIn,
  noteNamed,
  overstepOf,
  type OverstepRule,
  ROSTER_PARTS_EACH,
  saidOnce,
  withoutFields,
  type Writer,
} from '@dayaq/domain';
import { type Change, type Entry, mergeDossier, readKeptEntry } from '@dayaq/journal';
import {
  type AccountId,
  derivedDossier,
  type DossierId,
  type EntryId,
  type RecordId,
  type SpaceId,
  spaceGrantOf,
  type View,
} from '@dayaq/sealing';
import type { Engine, Row } from './database/engine.ts';
import { erasedParts } from './erasure/erased.ts';
import { withLinksRead } from './linked.ts';
import { headerOf } from './space/generations.ts';
import type { Ring } from './space/ring.ts';
import type { OpenDevice } from './open-device.ts';

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

interface Kept extends Row {
  id: EntryId;
  bytes: Uint8Array;
  position: number | null;
  generation: number | null;
}

/** Every entry of a dossier that is kept here, as it was signed. Nothing is kept before its signature was checked. */
export function placedEntries(engine: Engine, space: SpaceId, dossier: DossierId): PlacedEntry[] {
  const rows = engine.all<Kept>(
    'select id, bytes, position, generation from entry where dossier = ? and space = ? order by rid',
    dossier,
    space,
  );
  return rows.flatMap(({ id, bytes, position, generation }) => {
    const entry = readKeptEntry(id, bytes);
    return entry.ok ? [{ entry: entry.value, position, generation }] : [];
  });
}

/**
 * The one way in which entries come to what is shown: the signature of each was checked when it came, and here what
 * its author may not write is taken out, by the rules that stand beside the kinds. It comes to the same on every device,
 * from the entries and the charter alone. `fresh` are entries that are about to be kept.
 */
export async function lawfulEntries(
  unlocked: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  fresh: readonly PlacedEntry[] = [],
): Promise<Lawful> {
  return lawfulOf(unlocked, space, dossier, [...placedEntries(unlocked.engine, space, dossier), ...fresh]);
}

/** `lawfulEntries` of a dossier whose entries were read already. */
export async function lawfulOf(
  unlocked: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  placed: readonly PlacedEntry[],
): Promise<Lawful> {
  return (await judgeAll(unlocked, space, dossier, placed)).lawful;
}

/** `lawfulOf`, and the judge who has judged them and may go on. */
export async function judgeAll(
  unlocked: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  placed: readonly PlacedEntry[],
): Promise<{ lawful: Lawful; judge: Judge; order: readonly number[] }> {
  const writers = await Promise.all(placed.map((each) => writerOf(unlocked, space, each)));
  const judge = await Judge.of(unlocked, space, dossier);
  const entries: Entry[] = placed.map(({ entry }) => entry);
  const order = inLogOrder(placed);
  for (const i of order) entries[i] = judge.take(entries[i] as Entry, writers[i] as Writer);
  return { lawful: { space, dossier, entries, oversteps: judge.oversteps }, judge, order };
}

/** Judges a change that begins or goes on with a record of the dossier; `begins`: no lawful change was of it before. */
type FurtherRule = (change: Change, author: AccountId, begins: boolean) => OverstepRule | null;

/** What holds in the roster alone. Everybody's name stands there, so no member may make it unreadable or take a place in it. */
async function rosterRules(unlocked: OpenDevice, space: SpaceId, dossier: DossierId): Promise<FurtherRule> {
  if (dossier !== (await derivedDossier(space, 'roster'))) return () => null;
  const membership = unlocked.rings.get(space)?.membership;
  const everBelonged =
    membership === undefined ? null : (record: string) => membership.everBelonged(record as AccountId);
  const begun = new Map<AccountId, number>();
  return (change, author, begins) => {
    if (isStrangeToRoster(change, dossier, everBelonged)) return 'not-here';
    // What is not everybody's to write fills nothing up.
    const writes = kindOf(change.kind)?.writes;
    if (!begins || (writes !== undefined && writes !== 'beginner')) return null;
    const count = (begun.get(author) ?? 0) + 1;
    begun.set(author, count);
    return count > ROSTER_PARTS_EACH ? 'too-many' : null;
  };
}

/** Applies the rules to a dossier's entries, in the order of the log: the first lawful change of a record says of what kind it is. */
export class Judge {
  readonly oversteps: Overstep[] = [];
  readonly #dossier: DossierId;
  readonly #further: FurtherRule;
  readonly #kinds = new Map<RecordId, string>();
  readonly #begunBy = new Map<RecordId, AccountId>();
  readonly #said = new Set<string>();
  /** What a field that stays as it came says, by its record and name. */
  readonly #fixed = new Map<string, string>();
  readonly #began = new Set<string>();
  readonly #named = new Map<RecordId, NamedIn>();
  readonly #erased: ReadonlySet<string>;

  private constructor(dossier: DossierId, further: FurtherRule, erased: ReadonlySet<string>) {
    this.#dossier = dossier;
    this.#further = further;
    this.#erased = erased;
  }

  static async of(unlocked: OpenDevice, space: SpaceId, dossier: DossierId): Promise<Judge> {
    const further = await rosterRules(unlocked, space, dossier);
    return new Judge(dossier, further, erasedParts(unlocked.engine, space, dossier));
  }

  /** The entry without what its author might not write; it comes behind all that were taken before. */
  take(entry: Entry, writer: Writer): Entry {
    const changes = entry.changes.flatMap((said) => {
      const isOther = (field: string): boolean => {
        const first = this.#fixed.get(`${said.record} ${field}`);
        return first !== undefined && first !== JSON.stringify(said.fields[field]);
      };
      const change = withoutFields(said, fixedIn(said).filter(isOther));
      if (change === null || !this.#stands(entry, change, writer)) return [];
      return [this.#isErased(change) ? traceOf(change) : withLinksRead(change)];
    });
    const isAsSigned =
      changes.length === entry.changes.length && changes.every((change, at) => change === entry.changes[at]);
    return isAsSigned ? entry : { ...entry, changes };
  }

  #isErased({ kind, record }: Change): boolean {
    return this.#erased.has(record) && kindOf(kind)?.erasable === true;
  }

  #stands({ id, author, time }: Entry, change: Change, writer: Writer): boolean {
    const { record, kind, fields } = change;
    const known = this.#kinds.get(record);
    const once = saidOnce(change).map((field) => `${record} ${field}`);
    const named = this.#named.get(record) ?? (new Map() as NamedIn);
    const own = `${author} ${kind}`;
    const isSecond = known === undefined && isOneEach(kind) && this.#began.has(own);
    const rule =
      overstepOf(change, writer, this.#dossier) ??
      (known === undefined || known === kind ? null : 'other-kind') ??
      (isAnothers(change, author, this.#begunBy.get(record) ?? null) ? 'for-others' : null) ??
      (isSecond || once.some((said) => this.#said.has(said)) ? 'said-before' : null) ??
      (isForOthers(change, author, named) ? 'for-others' : null) ??
      this.#further(change, author, known === undefined);
    if (rule === null) {
      this.#kinds.set(record, kind);
      if (known === undefined && isBeginners(kind)) this.#begunBy.set(record, author);
      if (known === undefined && isOneEach(kind)) this.#began.add(own);
      for (const said of once) this.#said.add(said);
      for (const field of fixedIn(change)) {
        const name = `${record} ${field}`;
        if (!this.#fixed.has(name)) this.#fixed.set(name, JSON.stringify(fields[field]));
      }
      noteNamed(change, named);
      if (named.size > 0) this.#named.set(record, named);
      return true;
    }
    this.oversteps.push({ entry: id, record, kind, fields: Object.keys(fields), by: author, at: time, rule });
    return false;
  }
}

/** Of what was destroyed nothing is told but that it was there. */
const traceOf = ({ kind, record }: Change): Change => ({ kind, record, fields: {}, deleted: true });

/** What was sent by its place, and after it what was not, as the merge orders it: no clock and no claim comes first. */
export function inLogOrder(placed: readonly PlacedEntry[]): number[] {
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

export const isPlaced = (position: number | null): position is number => position !== null && position > 0;

/**
 * What an author was when they wrote. Where the place of an entry is not known (this device reads a restored log again),
 * whatever they ever were counts, because what stood must not vanish meanwhile.
 */
export async function writerOf(unlocked: OpenDevice, space: SpaceId, placed: PlacedEntry): Promise<Writer> {
  const ring = unlocked.rings.get(space);
  if (ring === undefined) return ofPeer(unlocked, space, placed);
  const known = writerAt(unlocked, ring, placed.entry, placed.position);
  if (known !== null) return known;
  const { entry, position } = placed;
  const account = entry.author;
  const isMine = position === null && account === unlocked.account.id;
  const seq = isPlaced(position) || isMine ? ring.seqAt(position) : null;
  const { membership } = ring;
  // A former member's words that a restored server was taught again stand behind their removal, and are theirs still.
  const isMember = membership.everBelonged(account) && !(await isRecipients(unlocked, placed));
  return {
    account,
    isMember,
    isKeyholder: membership.heldKeys(account, seq),
    opensLetters: membership.openedLetters(account, seq),
  };
}

/** Signed in the name of another organisation, which is not shown the log: whoever signs so has a guest's rights, whatever else they are. */
export const isGuests = ({ place, peer }: View): boolean => place === null && peer !== null;

/**
 * The rights that an entry's author had where it stands, by the charter and by what the entry itself says it is signed as.
 * Null: more has to be known than that.
 */
export function writerAt(
  unlocked: OpenDevice,
  ring: Ring,
  { author: account, view }: Pick<Entry, 'author' | 'view'>,
  position: number | null,
): Writer | null {
  if (isGuests(view)) return guest(account);
  if (!isPlaced(position) && !(position === null && account === unlocked.account.id)) return null;
  const seq = ring.seqAt(position);
  if (!ring.membership.couldWrite(account, seq)) return null;
  return {
    account,
    isMember: true,
    isKeyholder: ring.membership.heldKeys(account, seq),
    opensLetters: ring.membership.openedLetters(account, seq),
  };
}

const guest = (account: AccountId): Writer => ({
  account,
  isMember: false,
  isKeyholder: false,
  opensLetters: false,
});

/**
 * In a dossier that was received, only the owner's people are members. Where nothing is known of its space (a lost
 * database is being made anew), what this person wrote themselves comes back before the charter does.
 */
async function ofPeer(unlocked: OpenDevice, space: SpaceId, placed: PlacedEntry): Promise<Writer> {
  const account = placed.entry.author;
  if (isGuests(placed.entry.view)) return guest(account);
  await unlocked.peers.load();
  const state = unlocked.peers.get(space)?.state ?? null;
  if (state === null) return { account, isMember: true, isKeyholder: true, opensLetters: true };
  const header = await headerAt(unlocked, placed);
  const { membership } = unlocked.peers.meet(space);
  const isMember = header !== null && membership.couldWriteIn(account, header.epoch, state);
  return { ...guest(account), isMember };
}

/** Whether the generation of an entry was granted to another organisation to which its author belonged. */
async function isRecipients(unlocked: OpenDevice, placed: PlacedEntry): Promise<boolean> {
  const header = await headerAt(unlocked, placed);
  const granted = header === null ? null : spaceGrantOf(header);
  if (granted === null) return false;
  await unlocked.peers.load();
  return unlocked.peers.get(granted.space)?.writerKey(placed.entry.author, granted.epoch) != null;
}

function headerAt(unlocked: OpenDevice, { entry, generation }: PlacedEntry) {
  return generation === null
    ? Promise.resolve(null)
    : headerOf(unlocked, entry.space, entry.dossier, generation);
}
