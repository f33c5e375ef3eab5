import {
  answersIn,
  byClock,
  dangersOf,
  escalate,
  type Field,
  fieldOf,
  KINDS,
  overstepOf,
  ROOT_KINDS,
} from '@dayaq/domain';
import {
  type Change,
  type Entry,
  mergeDossier,
  readSignedEntry,
  type Value,
  writeEntry,
} from '@dayaq/journal';
import {
  type Account,
  type DossierId,
  type EntryId,
  encodeCanonical,
  idText,
  newAccountRoot,
  newId,
  openAccountKeys,
  type RecordId,
  type SpaceId,
} from '@dayaq/sealing';
import { apartReport } from '../../packages/vault/src/apart-report.ts';
import { apartRows } from '../../packages/vault/src/apart.ts';
import { prepareSchema } from '../../packages/vault/src/database/schema.ts';
import type { Engine } from '../../packages/vault/src/database/engine.ts';
import { nodeSurroundings } from '../../packages/vault/src/node/index.ts';
import { linked, withLinksRead } from '../../packages/vault/src/linked.ts';
import { projectDossier } from '../../packages/vault/src/projection.ts';
import { listDossiers } from '../../packages/vault/src/dossiers.ts';
import { plainRecords } from '../../packages/vault/src/projected.ts';
import { wantedOf } from '../../packages/vault/src/search/wanted.ts';
import { plainFields } from '../../packages/vault/src/sharing/root.ts';
import { NOBODY_OUT } from '../../packages/vault/src/shut-out.ts';
import { listRecords, listTasks, workloadOf } from '../../packages/vault/src/work.ts';

/** A generator of numbers that a seed always gives (mulberry32). */
class Luck {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * limit);
  }
  maybe(share: number): boolean {
    return this.below(1_000_000) < share * 1_000_000;
  }
  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256));
  }
}

const kindNames = Object.keys(KINDS);
const NUMBERS = [0, -1, 7, 18, 9e15, 2 ** 53 - 1, -(2 ** 53) + 1, 1e308, -1e308, 5e-324, 1.5];
const DAYS = ['2026', '2026-11', '2026-11-28', '2199-12-31', '1900', '9999-99-99', '2026-02-30', '-1', 'x'];
const WORDS = [
  '',
  'yes',
  'other',
  'client',
  'critical',
  'closed',
  'sharing',
  'constructor',
  '__proto__',
  '\u0000',
];
const LISTED = kindNames.filter((kind) => KINDS[kind as keyof typeof KINDS].listed === true);

/** Whatever a field may hold, right or not; big things seldom, so that a run is long and not heavy. */
class Garbage {
  readonly #luck: Luck;
  readonly #ids: readonly RecordId[];

  constructor(luck: Luck, ids: readonly RecordId[]) {
    this.#luck = luck;
    this.#ids = ids;
  }

  value(depth = 0): Value {
    const luck = this.#luck;
    switch (luck.below(depth < 4 ? 11 : 7)) {
      case 0:
        return null;
      case 1:
        return luck.maybe(0.5);
      case 2:
        return luck.one(NUMBERS);
      case 3:
        return luck.one(WORDS);
      case 4:
        return luck.one(DAYS);
      case 5:
        return luck.one(this.#ids);
      case 6:
        return luck.maybe(0.02)
          ? 'Ə=1 '.repeat(1 + luck.below(16_000))
          : String.fromCharCode(luck.below(0xd7ff));
      case 7:
        return Array.from({ length: luck.maybe(0.01) ? luck.below(9000) : luck.below(4) }, () =>
          luck.one(WORDS),
        );
      case 8:
        return Array.from({ length: luck.below(4) }, () => this.value(depth + 1));
      case 9:
        return { day: luck.one(DAYS), until: luck.one(DAYS), about: luck.maybe(0.5) };
      default:
        return {
          area: this.value(depth + 1),
          minor: luck.one(NUMBERS),
          currency: luck.one(['AZN', 'ZZZ', 'x']),
          [luck.one(['day', 'detail', 'blob', 'length'])]: this.value(depth + 1),
        };
    }
  }

  #likely(field: Field): Value {
    const luck = this.#luck;
    switch (field.type.is) {
      case 'date':
        return { day: luck.one(DAYS.slice(0, 5)) };
      case 'moment':
        return luck.one([0, 1_760_000_000_000, 7_289_654_399_999]);
      case 'money':
        return { minor: luck.one([100, 2 ** 53 - 1]), currency: 'AZN' };
      case 'codes':
      case 'references':
      case 'links':
        return Array.from({ length: luck.below(5) }, () => luck.one([...WORDS, ...this.#ids]));
      case 'place':
        return { area: luck.one(['az', 'az-baku', 'unknown', 'x']) };
      case 'number':
        return luck.one(NUMBERS);
      case 'flag':
        return luck.maybe(0.5);
      default:
        return luck.one([...WORDS, ...this.#ids]);
    }
  }

  change(root: DossierId): Change {
    const luck = this.#luck;
    const record = luck.maybe(0.2) ? (root as string as RecordId) : luck.one(this.#ids);
    const kind = luck.maybe(0.03)
      ? 'constellation'
      : record === (root as string)
        ? 'case'
        : luck.one(kindNames);
    const known = KINDS[kind as keyof typeof KINDS]?.fields ?? [];
    const fields: Record<string, Change['fields'][string]> = {};
    for (let i = 1 + luck.below(8); i > 0; i--) {
      const name =
        luck.maybe(0.05) || known.length === 0 ? luck.one(['x', 'toLower', 'then']) : luck.one(known).name;
      const field = fieldOf(kind, name);
      fields[name] = luck.maybe(0.15)
        ? { add: [luck.one(WORDS), luck.one(this.#ids)], del: [luck.one(WORDS)] }
        : { set: field !== undefined && luck.maybe(0.5) ? this.#likely(field) : this.value() };
    }
    return luck.maybe(0.03) ? { kind, record, fields, deleted: luck.maybe(0.6) } : { kind, record, fields };
  }
}

/** How one dossier of garbage fared. */
export interface Fared {
  /** By which it is made again. */
  seed: number;
  entries: number;
  bytes: number;
  /** Reading and checking alone, and everything after it (ms). */
  read: number;
  rest: number;
  refused: number;
}

export interface Run {
  dossiers: Fared[];
  entries: number;
  refused: number;
  apart: number;
  /** The most that the process held while it ran (bytes). */
  memory: number;
}

const NOW = Date.UTC(2026, 10, 28);
const PER_DOSSIER = 40;

/** Signs `count` generated entries and takes them the whole way: read, judge, merge, project, ask as the pages do. */
export async function garbage(seed: number, count: number): Promise<Run> {
  const around = await nodeSurroundings('http://localhost:1');
  const engine = await around.database.open(new Uint8Array(32));
  engine.exec('create table if not exists meta(name text primary key, value text not null) without rowid');
  prepareSchema(engine);
  const authors = await Promise.all([1, 2, 3].map(() => openAccountKeys(newId(), newAccountRoot())));
  const space = idText<SpaceId>(new Luck(seed).bytes(32));
  const run: Run = { dossiers: [], entries: 0, refused: 0, apart: 0, memory: 0 };
  for (let i = 0; run.entries < count; i++) {
    const fared = await oneDossier(engine, space, authors, seed * 1_000_003 + i);
    run.dossiers.push(fared);
    run.entries += fared.entries;
    run.refused += fared.refused;
    run.memory = Math.max(run.memory, process.memoryUsage().rss);
    if (i % 50 === 0) askLists(engine, space, authors);
  }
  askLists(engine, space, authors);
  const apart = apartRows(engine, space);
  for (const { dossier } of apart) await apartReport(engine, dossier as DossierId);
  run.apart = apart.length;
  engine.close();
  return run;
}

async function oneDossier(
  engine: Engine,
  space: SpaceId,
  authors: readonly Account[],
  seed: number,
): Promise<Fared> {
  const luck = new Luck(seed);
  const dossier = idText<DossierId>(luck.bytes(16));
  const ids = Array.from({ length: 12 }, () => idText<RecordId>(luck.bytes(16)));
  const signed = await signedGarbage(luck, new Garbage(luck, ids), space, dossier, authors);
  const bytes = signed.reduce((sum, each) => sum + each.bytes.length, 0);
  const before = performance.now();
  const entries: Entry[] = [];
  for (const { bytes: one, author } of signed) {
    const read = await readSignedEntry(one);
    if (read.ok && (await read.value.signedBy(author.public.signKey))) entries.push(read.value.entry);
  }
  const between = performance.now();
  takeIn(engine, space, dossier, entries);
  const rest = performance.now() - between;
  const refused = signed.length - entries.length;
  return { seed, entries: signed.length, bytes, read: between - before, rest, refused };
}

interface Signed {
  bytes: Uint8Array;
  author: Account;
}

async function signedGarbage(
  luck: Luck,
  make: Garbage,
  space: SpaceId,
  dossier: DossierId,
  authors: readonly Account[],
): Promise<Signed[]> {
  const signed: Signed[] = [];
  const known: EntryId[] = [];
  for (let i = 0; i < PER_DOSSIER; i++) {
    const author = luck.one(authors);
    if (luck.maybe(0.03)) {
      // Anything at all as content, signed well.
      const noise = luck.maybe(0.5) ? luck.bytes(luck.below(300)) : encodeCanonical({ t: make.value() });
      signed.push({ bytes: encodeCanonical([1, noise, await author.signing.sign('entry', noise)]), author });
      continue;
    }
    const heads = luck.maybe(0.3)
      ? []
      : Array.from({ length: luck.below(5) }, () => luck.one(known)).filter(Boolean);
    const { entry, bytes } = await writeEntry(
      {
        space,
        dossier,
        author: author.id,
        time: luck.one([0, NOW, NOW + luck.below(9e8), 7_289_654_399_999]),
        heads,
        view: { place: null, charter: new Uint8Array(32), peer: null },
        changes: Array.from({ length: 1 + luck.below(3) }, () => make.change(dossier)),
      },
      author.signing,
      (length) => luck.bytes(length),
    );
    known.push(entry.id);
    signed.push({ bytes, author });
  }
  return signed;
}

/** What every device does with what it was sent, and what the page of the dossier asks. */
function takeIn(engine: Engine, space: SpaceId, dossier: DossierId, read: readonly Entry[]): void {
  const lawful = read.map((entry) => ({
    ...entry,
    changes: entry.changes
      .filter(
        (change) =>
          overstepOf(
            change,
            { account: entry.author, isMember: true, isKeyholder: false, opensLetters: false },
            dossier,
          ) === null,
      )
      .map(withLinksRead),
  }));
  projectDossier(engine, { space, dossier, entries: lawful, oversteps: [] });
  const state = mergeDossier(lawful);
  for (const record of state.records.values()) JSON.stringify(plainFields(record));
  const records = plainRecords(state);
  const dangers = dangersOf(records);
  escalate(dangers, answersIn(records, dangers, byClock), ['a'], NOW);
}

function askLists(engine: Engine, space: SpaceId, authors: readonly Account[]): void {
  const circle = { space, members: authors.map(({ id }) => ({ account: id })) };
  for (const { kind, card } of ROOT_KINDS) {
    for (const { by: sort, descending } of card.orders ?? []) {
      const text = sort === 'updated' ? 'yes' : '';
      const query = { kinds: [kind], text, filters: {}, sort, descending, offset: 0, limit: 200, space };
      const count = (card.facets ?? []).map(({ name }) => name);
      listDossiers(engine, { ...query, count }, wantedOf(text, null));
    }
  }
  listTasks(engine, circle, { owner: null, until: null, limit: 500 }, NOBODY_OUT);
  workloadOf(engine, circle, '2026-11-28', NOBODY_OUT);
  let after: string | null = null;
  do ({ next: after } = listRecords(engine, space, { kinds: LISTED, after, limit: 1000 }));
  while (after !== null);
  const dossiers = engine.all<{ id: string }>('select id from dossier order by rid desc limit 20');
  for (const { id } of [...dossiers, ...authors]) linked(engine, space, id, 500);
}

/** The dossier that took longest after it was read. */
export function worstOf(run: Run): Fared {
  return run.dossiers.reduce((worst, each) => (each.rest > worst.rest ? each : worst));
}
