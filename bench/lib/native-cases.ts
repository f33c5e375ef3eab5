import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cardOf, type PlainRecord } from '@dayaq/domain';
import { foldForIndex } from '@dayaq/locale/fold';
import { CASES, stamp } from './big-device.ts';
import { inventCase } from './cases.ts';
import { say } from './figure.ts';
import { type NativeSqlite, openNativeSqlite } from './native.ts';
import { CACHE } from './pages.ts';

/** What the list and its search are answered from, as in the vault. */
const TABLES = `
create table dossier(rid integer primary key, id text not null unique, kind text not null, updated integer not null, card text not null);
create index dossier_updated on dossier(kind, updated);
create virtual table search using fts5(
  words, content='', contentless_delete=1, tokenize='unicode61', prefix='1 2 3', detail=none
);`;
const PER_COMMIT = 5000;

/** The records that the nth case's intake makes, without seals, entries or merging between. */
export function recordsOf(n: number): { id: string; records: PlainRecord[] } {
  const { id, acts } = inventCase(n, { acts: 1, writers: 1 });
  const records = acts.flatMap(({ time, changes }) =>
    changes.map(({ kind, record, fields }) => ({
      id: record,
      kind,
      deleted: false,
      fields: Object.fromEntries(
        Object.entries(fields).map(([name, op]) => [name, 'set' in op ? op.set : op.add]),
      ),
      created: { by: '', at: time },
      updated: { by: '', at: time },
    })),
  );
  return { id, records };
}

/** The file of a native database with the same cases and the same words as the big device; made once. */
export async function nativeCases(): Promise<string> {
  const folder = join(CACHE, `native-${CASES}`);
  const file = join(folder, `${await stamp()}.db`);
  if (existsSync(file)) return file;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  say(`making the baseline's database with the same ${CASES} cases (once)…`);
  const sqlite = openNativeSqlite(`${file}.part`);
  sqlite.exec(TABLES);
  const dossier = sqlite.prepare('insert into dossier(rid, id, kind, updated, card) values(?, ?, ?, ?, ?)');
  const search = sqlite.prepare('insert into search(rowid, words) values(?, ?)');
  for (let from = 0; from < CASES; from += PER_COMMIT) {
    sqlite.exec('begin');
    for (let n = from; n < Math.min(CASES, from + PER_COMMIT); n++) {
      const { id, records } = recordsOf(n);
      const card = cardOf(id, records);
      dossier.run(n + 1, id, 'case', card.updated, JSON.stringify(card));
      search.run(n + 1, foldForIndex(card.text));
    }
    sqlite.exec('commit');
  }
  sqlite.close();
  await rename(`${file}.part`, file);
  return file;
}

export const PAGE = 100;
const COUNTED = 10_001;

/** The first rows of the list, newest first, and how many there are, as far as anyone counts. */
export function nativeList(sqlite: NativeSqlite): number {
  const rows = sqlite
    .prepare("select rid, id, card from dossier where kind = 'case' order by updated desc limit ?")
    .all(PAGE) as { card: string }[];
  sqlite.prepare(`select count(*) from (select 1 from dossier where kind = 'case' limit ${COUNTED})`).get();
  return rows.map(({ card }) => JSON.parse(card) as unknown).length;
}

/** The rows that match every word by its beginning, and how many there are. */
export function nativeSearch(sqlite: NativeSqlite, words: readonly string[]): number {
  const match = words.map((word) => `"${word}"*`).join(' AND ');
  const from = 'from search s join dossier d on d.rid = s.rowid where search match ?';
  const rows = sqlite
    .prepare(`select d.rid, d.id, d.card ${from} order by s.rowid desc limit ?`)
    .all(match, PAGE) as { card: string }[];
  sqlite.prepare(`select count(*) from (select 1 ${from} limit ${COUNTED})`).get(match);
  return rows.map(({ card }) => JSON.parse(card) as unknown).length;
}
