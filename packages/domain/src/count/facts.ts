import { ACT_LINKS, ACTS, COUNTED, type CountedKind, NAMED, PERSONS } from './declared.ts';
import { foldedWords } from './folded-words.ts';
import { Ints, Lists } from './ints.ts';
import type { Narrow, NarrowRow } from './narrow.ts';

/** In a column of days: none is known. Before any day that can be said. */
export const NO_DAY = -0x7fffffff;

/** What one field says of all rows of its kind: numbers of codes. */
export class Column {
  readonly lists = new Lists();
  readonly codes: string[] = [];
  readonly #numbers = new Map<string, number>();

  add(codes: readonly string[]): void {
    for (const code of codes) this.lists.values.push(this.#number(code));
    this.lists.end();
  }

  #number(code: string): number {
    const known = this.#numbers.get(code);
    if (known !== undefined) return known;
    const number = this.codes.push(code) - 1;
    this.#numbers.set(code, number);
    return number;
  }
}

/** Rows of one kind. Those of one dossier stand together, from `starts[case]` up to `starts[case + 1]`. */
export class Table {
  readonly starts = new Ints();
  readonly dossier = new Ints();
  readonly from = new Ints();
  readonly to = new Ints();
  readonly columns: readonly Column[];

  constructor(kind: CountedKind) {
    this.columns = kind.fields.map(() => new Column());
    this.starts.push(0);
  }

  get length(): number {
    return this.dossier.length;
  }

  add(at: number, row: NarrowRow): void {
    this.dossier.push(at);
    this.from.push(row.d?.[0] ?? NO_DAY);
    this.to.push(row.d?.[1] ?? NO_DAY);
    for (const [i, column] of this.columns.entries()) column.add(row.c?.[i] ?? []);
  }
}

const NONE: readonly never[] = [];

/**
 * What is counted on a device, in columns of numbers: whatever is asked of it is a pass over them. Dossiers come, come anew and go;
 * what went leaves holes until there are too many.
 */
export class Facts {
  readonly tables: ReadonlyMap<string, Table> = new Map(COUNTED.map((kind) => [kind.kind, new Table(kind)]));
  /** Which rows have a part in an act, by their kind. */
  readonly linked: ReadonlyMap<string, Lists> = new Map(ACT_LINKS.map(({ kind }) => [kind, new Lists()]));
  /** Which acts were done to a person. */
  readonly actsOf = new Lists();
  /** People whom nobody named, act by act. */
  readonly low = new Ints();
  readonly high = new Ints();
  /** By row of the persons: their record, the same one elsewhere, `AGREED`, whether they count as a person by themselves. */
  readonly ids: string[] = [];
  readonly same: (readonly string[])[] = [];
  /** By row of what is known by its words: those, folded; empty where there are none. */
  readonly named: string[] = [];
  /** Folded words as somebody wrote them. */
  readonly words = new Map<string, string>();
  readonly said = new Ints();
  readonly counts = new Ints();
  /** By dossier: whether it is here still, and in which it goes on. */
  readonly here = new Ints();
  readonly into: string[] = [];
  /** By dossier: its id. */
  readonly names: string[] = [];
  /** Which number each dossier has. */
  readonly at = new Map<string, number>();
  #version = 0;
  #gone = 0;

  /** How many dossiers have holes where they were. */
  get holes(): number {
    return this.#gone;
  }

  /** Another number as soon as anything changes. */
  get version(): number {
    return this.#version;
  }

  table(kind: string): Table {
    const table = this.tables.get(kind);
    if (table === undefined) throw new Error(`${kind} is not counted`);
    return table;
  }

  /** Makes what is known of a dossier this. */
  put(dossier: string, { rows, into = '' }: Narrow): void {
    this.remove(dossier);
    const at = this.here.length;
    this.at.set(dossier, at);
    this.here.push(1);
    this.into.push(into);
    this.names.push(dossier);
    const first = new Map([...this.tables].map(([kind, { length }]) => [kind, length]));
    for (const [kind, table] of this.tables) {
      for (const row of rows[kind] ?? NONE) table.add(at, row);
      table.starts.push(table.length);
    }
    for (const { n = '' } of rows[NAMED.kind] ?? NONE) {
      const folded = foldedWords(n);
      this.named.push(folded);
      if (folded !== '' && !this.words.has(folded)) this.words.set(folded, n);
    }
    const done: number[][] = (rows[PERSONS.kind] ?? NONE).map(() => []);
    const firstAct = first.get(ACTS.kind) ?? 0;
    for (const [i, { l = {}, g }] of (rows[ACTS.kind] ?? NONE).entries()) {
      for (const [kind, lists] of this.linked) {
        const own = (l[kind] ?? NONE).filter((row) => row < (rows[kind]?.length ?? 0));
        for (const row of own) lists.values.push((first.get(kind) ?? 0) + row);
        lists.end();
        if (kind === PERSONS.kind) for (const row of own) done[row]?.push(firstAct + i);
      }
      this.low.push(g?.[0] ?? 0);
      this.high.push(g?.[1] ?? 0);
    }
    for (const [i, { id = '', s = NONE, a = 0, p = 0 }] of (rows[PERSONS.kind] ?? NONE).entries()) {
      this.ids.push(id);
      this.same.push(s);
      this.said.push(a);
      this.counts.push(p);
      for (const act of done[i] ?? NONE) this.actsOf.values.push(act);
      this.actsOf.end();
    }
    this.#version += 1;
  }

  /** Nothing of it is counted any more. */
  remove(dossier: string): void {
    const at = this.at.get(dossier);
    if (at === undefined) return;
    this.at.delete(dossier);
    this.here.data[at] = 0;
    this.#gone += 1;
    this.#version += 1;
  }
}
