import { Facts, type Narrow } from '@dayaq/domain/count';
import type { Engine } from '../database/engine.ts';

/**
 * Notes which rows of `fact` changed, by whatever way, so that what stands in memory can follow. As that stands in the database, a
 * rollback undoes it too.
 */
const CHANGES = `
create temp table if not exists fact_changed(rid integer primary key);
create temp trigger if not exists fact_came after insert on main.fact begin
  insert or ignore into fact_changed(rid) values(new.rid);
end;
create temp trigger if not exists fact_went after delete on main.fact begin
  insert or ignore into fact_changed(rid) values(old.rid);
end;
create temp trigger if not exists fact_moved after update on main.fact begin
  insert or ignore into fact_changed(rid) values(new.rid);
end;
delete from temp.fact_changed;
`;

interface FactRow extends Record<string, null | number | string | Uint8Array> {
  rid: number;
  space: number;
  id: string;
  data: string;
}

const ROWS = 'select f.rid, f.space, d.id, f.data from fact f join dossier d on d.rid = f.rid';

/** So many holes, and more than there are dossiers: all is put together anew. */
const MOST_HOLES = 1000;

interface Standing {
  facts: Facts;
  /** Which dossier stands under a row's number. */
  readonly ids: Map<number, string>;
}

/** The facts of each space that was asked about, in memory while the device is open. They follow what is written to the database. */
export class StandingFacts {
  readonly #engine: Engine;
  readonly #spaces = new Map<number, Standing>();

  constructor(engine: Engine) {
    this.#engine = engine;
    engine.exec(CHANGES);
  }

  /**
   * The facts of a space as they stand now.
   * @param closed rows of dossiers that this account may not open any more, whatever is left of them
   */
  of(space: number, closed: readonly number[]): Facts {
    this.#follow();
    let standing = this.#spaces.get(space);
    if (
      standing === undefined ||
      (standing.facts.holes > MOST_HOLES && standing.facts.holes > standing.ids.size)
    ) {
      standing = { facts: new Facts(), ids: new Map() };
      this.#spaces.set(space, standing);
      for (const row of this.#engine.each<FactRow>(`${ROWS} where f.space = ?`, space)) put(standing, row);
    }
    const { facts, ids } = standing;
    const out = new Set(closed.flatMap((rid) => ids.get(rid) ?? []));
    for (const id of out) facts.remove(id);
    // What was closed and is open again.
    if (facts.at.size < ids.size - out.size)
      for (const [rid, id] of ids) if (!out.has(id) && !facts.at.has(id)) this.#read(standing, space, rid);
    return facts;
  }

  drop(): void {
    this.#spaces.clear();
  }

  #follow(): void {
    const changed = this.#engine.all<{ rid: number }>('select rid from temp.fact_changed');
    if (changed.length === 0) return;
    for (const [space, standing] of this.#spaces)
      for (const { rid } of changed) {
        const before = standing.ids.get(rid);
        if (before !== undefined) standing.facts.remove(before);
        standing.ids.delete(rid);
        this.#read(standing, space, rid);
      }
    this.#engine.run('delete from temp.fact_changed');
  }

  #read(standing: Standing, space: number, rid: number): void {
    const row = this.#engine.get<FactRow>(`${ROWS} where f.rid = ? and f.space = ?`, rid, space);
    if (row !== null) put(standing, row);
  }
}

function put({ facts, ids }: Standing, { rid, id, data }: FactRow): void {
  ids.set(rid, id);
  facts.put(id, JSON.parse(data) as Narrow);
}
