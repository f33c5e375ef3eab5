import type { Id, Value, Vault } from '@dayaq/vault/client';

type Kept = Pick<Vault, 'preference' | 'setPreference'>;

/** A register that was brought in on this device, as far as it came. */
export interface Brought {
  id: string;
  space: Id;
  /** Name of the file. */
  file: string;
  /** Which columns it had: an import goes on with a file of the same name and columns. */
  columns: string;
  /** Milliseconds since 1970. */
  began: number;
  /** Rows that were chosen, and how many of them were gone through. */
  total: number;
  done: number;
  state: 'begun' | 'done' | 'undone';
  /** How many lists of the cases' ids are kept beside it. */
  lists: number;
}

const NAME = 'register.brought';
/** Imports that are remembered, so that they can be undone. */
const MOST = 30;

const listName = (id: string, list: number): string => `${NAME}.${id}.${list}`;

export async function broughtHere(vault: Kept, space: Id): Promise<Brought[]> {
  return (await all(vault)).filter((each) => each.space === space);
}

async function all(vault: Kept): Promise<Brought[]> {
  const kept = await vault.preference(NAME);
  return Array.isArray(kept) ? (kept as unknown as Brought[]) : [];
}

/** Notes how far an import has come; the newest stands first, and the oldest are forgotten with their lists. */
export async function noteBrought(vault: Kept, brought: Brought): Promise<void> {
  const others = (await all(vault)).filter(({ id }) => id !== brought.id);
  const kept = [brought, ...others];
  for (const gone of kept.slice(MOST))
    for (let list = 0; list < gone.lists; list += 1) await vault.setPreference(listName(gone.id, list), null);
  await vault.setPreference(NAME, kept.slice(0, MOST) as unknown as Value);
}

/** Notes the cases of a list before they are saved: a crash in between leaves none that could not be undone. */
export function noteCases(vault: Kept, { id, lists }: Brought, cases: readonly Id[]): Promise<void> {
  return vault.setPreference(listName(id, lists), [...cases]);
}

/** Every case of an import. */
export async function casesOf(vault: Kept, { id, lists }: Brought): Promise<Id[]> {
  const cases = new Set<Id>();
  for (let list = 0; list <= lists; list += 1) {
    const kept = await vault.preference(listName(id, list));
    if (Array.isArray(kept)) for (const each of kept) if (typeof each === 'string') cases.add(each);
  }
  return [...cases];
}
