import { join, type JoinRefusal, joinRefusal, takenBack, toMove } from '@dayaq/acts/join';
import type { Change, Failure, Id, Value, Vault } from '@dayaq/vault/client';

type Room = Pick<
  Vault,
  'dossier' | 'history' | 'linked' | 'newId' | 'saveTogether' | 'preference' | 'setPreference'
>;

/** Two cases that were joined on this device. */
export interface Joined {
  id: string;
  space: Id;
  /** Milliseconds since 1970. */
  at: number;
  into: Id;
  from: Id;
  /** What the two were called. */
  names: [into: string, from: string];
  /** What takes it back, by dossier. */
  back: { dossier: Id; changes: Change[] }[];
  /** How many entries the two had once they were joined: more are somebody's work. */
  entries: [into: number, from: number];
}

export type JoinOutcome =
  | { is: 'joined' }
  | { is: 'refused'; refusal: JoinRefusal }
  | { is: 'failed'; failure: Failure };

const NAME = 'alike.joined';
/** Joinings that are remembered, so that they can be undone. */
const MOST = 20;
const MOST_LINKS = 500;

/** Joins one case into another, with what led to it: all of it or nothing. */
export async function joinCases(
  vault: Room,
  { space, into, from, names, today }: Pick<Joined, 'space' | 'into' | 'from' | 'names'> & { today: string },
): Promise<JoinOutcome> {
  const first = await vault.dossier(into);
  if (!first.ok) return { is: 'failed', failure: first.failure };
  const second = await vault.dossier(from);
  if (!second.ok) return { is: 'failed', failure: second.failure };
  const views = { into: first.value, from: second.value };
  const refusal = joinRefusal(views);
  if (refusal !== null) return { is: 'refused', refusal };
  const { from: linked, more } = await vault.linked({ id: from, limit: MOST_LINKS });
  const { from: already } = await vault.linked({ id: into, limit: MOST_LINKS });
  // What is not told here could not be moved, and would lead to a case that is closed.
  if (more && linked.length >= MOST_LINKS) return { is: 'refused', refusal: 'too-many' };
  const ids = new Map<Id, Id>();
  for (const { id } of toMove(views)) ids.set(id, await vault.newId());
  const made = join(views, (record) => ids.get(record) ?? '', [...linked, ...already], today);
  const back = [
    { dossier: into, changes: takenBack(views.into, made.into) },
    { dossier: from, changes: takenBack(views.from, made.from) },
    ...made.links.map((link) => ({ dossier: link.dossier, changes: link.back })),
  ];
  const acts = [
    ...(made.into.length > 0 ? [{ dossier: into, changes: made.into }] : []),
    { dossier: from, changes: made.from },
    ...made.links.map(({ dossier, changes }) => ({ dossier, changes })),
  ];
  const before = [await entriesOf(vault, into), await entriesOf(vault, from)] as const;
  const entries: Joined['entries'] = [before[0] + (made.into.length > 0 ? 1 : 0), before[1] + 1];
  // Noted first: a crash in between leaves nothing that could not be taken back.
  await note(vault, from, { id: from, space, at: Date.now(), into, from, names, back, entries });
  const saved = await vault.saveTogether(acts);
  if (saved.ok) return { is: 'joined' };
  await note(vault, from, null);
  return { is: 'failed', failure: saved.failure };
}

async function note(vault: Room, id: string, joined: Joined | null): Promise<void> {
  const others = (await all(vault)).filter((each) => each.id !== id);
  const kept = joined === null ? others : [joined, ...others];
  await vault.setPreference(NAME, kept.slice(0, MOST) as unknown as Value);
}

async function entriesOf(vault: Room, dossier: Id): Promise<number> {
  const history = await vault.history(dossier);
  return history.ok ? history.value.length : 0;
}

async function all(vault: Pick<Vault, 'preference'>): Promise<Joined[]> {
  const kept = await vault.preference(NAME);
  return Array.isArray(kept) ? (kept as unknown as Joined[]) : [];
}

/** What was joined on this device and not undone, the last first. */
export async function joinedHere(vault: Pick<Vault, 'preference'>, space: Id): Promise<Joined[]> {
  return (await all(vault)).filter((each) => each.space === space);
}

/** Takes a joining back as a whole; `worked` where somebody has written into one of the two since, then nothing is done. */
export async function undoJoin(vault: Room, joined: Joined): Promise<'undone' | 'worked' | Failure> {
  const { id, into, from, entries, back } = joined;
  const now = [await entriesOf(vault, into), await entriesOf(vault, from)];
  if (now[0] !== entries[0] || now[1] !== entries[1]) return 'worked';
  const saved = await vault.saveTogether(back.filter(({ changes }) => changes.length > 0));
  if (!saved.ok) return saved.failure;
  await note(vault, id, null);
  return 'undone';
}
