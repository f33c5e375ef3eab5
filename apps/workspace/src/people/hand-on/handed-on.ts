import type { Id, Value, Vault } from '@dayaq/vault/client';

type Kept = Pick<Vault, 'preference' | 'setPreference'>;

/** A handing on that was done on this device, as far as it came. */
export interface HandedOn {
  id: string;
  space: Id;
  from: Id;
  /** What they were called. */
  name: string;
  /** Milliseconds since 1970. */
  began: number;
  /** Dossiers that were handed on. */
  done: number;
  state: 'done' | 'undone';
  /** How many lists of these are kept beside it. */
  lists: number;
}

/** What was handed on of one dossier. */
export interface Given {
  dossier: Id;
  to: Id;
  records: Id[];
  /** Entries of it that this device had: what it had not seen then is somebody's work. */
  entries: number;
  /** Who could open it before, where somebody was added; null where nobody was. */
  readers: Id[] | null;
}

const NAME = 'people.handedOn';
const MOST = 10;
const listName = (id: string, list: number): string => `${NAME}.${id}.${list}`;

export async function handedOnHere(vault: Kept, space: Id): Promise<HandedOn[]> {
  return (await all(vault)).filter((each) => each.space === space);
}

async function all(vault: Kept): Promise<HandedOn[]> {
  const kept = await vault.preference(NAME);
  return Array.isArray(kept) ? (kept as unknown as HandedOn[]) : [];
}

/** Notes how far it has come; the oldest are forgotten with their lists. */
export async function noteHandedOn(vault: Kept, note: HandedOn): Promise<void> {
  const kept = [note, ...(await all(vault)).filter(({ id }) => id !== note.id)];
  for (const gone of kept.slice(MOST))
    for (let list = 0; list < gone.lists; list += 1) await vault.setPreference(listName(gone.id, list), null);
  await vault.setPreference(NAME, kept.slice(0, MOST) as unknown as Value);
}

/** Notes what is about to be handed on: a crash in between leaves nothing that could not be taken back. */
export function noteGiven(vault: Kept, { id, lists }: HandedOn, given: readonly Given[]): Promise<void> {
  return vault.setPreference(listName(id, lists), given as unknown as Value);
}

export async function givenIn(vault: Kept, { id, lists }: HandedOn): Promise<Given[]> {
  const given: Given[] = [];
  for (let list = 0; list <= lists; list += 1) {
    const kept = await vault.preference(listName(id, list));
    if (Array.isArray(kept)) given.push(...(kept as unknown as Given[]));
  }
  return given;
}
