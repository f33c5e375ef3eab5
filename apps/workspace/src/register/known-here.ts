import { type RowPlan, valueKey } from '@dayaq/register';
import type { Id, Presence, Vault } from '@dayaq/vault/client';

type Room = Pick<Vault, 'idsFor' | 'numbered' | 'records' | 'presence'>;

/** What rows become, as far as it takes to know whether it is here. */
export type Known = Pick<RowPlan, 'name' | 'root' | 'called'>;

/**
 * What is known of it here. `elsewhere`: under its old number or name something stands that no such row made. `deleted`: it was
 * brought before and deleted since, by an import that was undone or one by one. `name`: under which it can come in.
 */
export type Found =
  | { is: 'new'; name: string }
  | { is: 'deleted'; name: string }
  | { is: 'here' | 'elsewhere' | 'destroyed' };

/** How often the same row can be brought and deleted again. */
const MOST_TIMES = 50;
/** Rows that are looked for together. */
const TOGETHER = 250;

/** The name of a place of a row, from which its id follows. */
export const nameOf = (row: string, place: string): string => `register/${place}/${row}`;

/** Looks up what rows tell of: what two bring, or one brings twice, is there once. */
export class KnownHere {
  readonly #vault: Room;
  #providers: Map<string, Id> | null = null;

  constructor(vault: Room) {
    this.#vault = vault;
  }

  /** One for each of the rows. */
  async look(rows: readonly Known[]): Promise<Found[]> {
    const found: Found[] = [];
    for (let at = 0; at < rows.length; at += TOGETHER)
      found.push(...(await this.#lookAt(rows.slice(at, at + TOGETHER))));
    return found;
  }

  async #lookAt(rows: readonly Known[]): Promise<Found[]> {
    const others = await this.#vault.numbered(
      rows.flatMap(({ root, called }) => (root === 'case' && called !== '' ? [called] : [])),
    );
    if (this.#providers === null && rows.some(({ root }) => root === 'provider'))
      this.#providers = await providersByName(this.#vault);
    const found = new Map<Known, Found>();
    let open = rows;
    // What was deleted comes again under a further name, which is the same for every member.
    for (let time = 1; time <= MOST_TIMES && open.length > 0; time += 1) {
      const names = open.map(({ name }) => (time === 1 ? name : `${name}\u0000again ${time}`));
      const ids = await this.#vault.idsFor(open.map(({ root }, i) => nameOf(names[i] ?? '', root)));
      const stand: Record<Id, Presence> = await this.#vault.presence(ids);
      open = open.filter((row, i) => {
        const id = ids[i] ?? '';
        const is = stand[id];
        const other =
          row.root === 'provider' ? this.#providers?.get(valueKey(row.called)) : others[row.called];
        if (is === 'deleted') return true;
        if (is !== undefined) found.set(row, { is });
        else if (other !== undefined) found.set(row, { is: 'elsewhere' });
        else found.set(row, { is: time === 1 ? 'new' : 'deleted', name: names[i] ?? '' });
        return false;
      });
    }
    return rows.map((row) => found.get(row) ?? { is: 'here' });
  }
}

const PAGE = 500;

/** Every provider of the directory, by its name as it is compared. */
async function providersByName(vault: Room): Promise<Map<string, Id>> {
  const found = new Map<string, Id>();
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Room['records']>> = await vault.records({
      kinds: ['provider'],
      after,
      limit: PAGE,
    });
    for (const { dossier, fields } of page.records) {
      const { name } = fields;
      if (typeof name === 'string') found.set(valueKey(name), dossier);
    }
    after = page.next;
  } while (after !== null);
  return found;
}
