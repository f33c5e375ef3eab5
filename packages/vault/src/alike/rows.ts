import { type Known, peopleIn, type PlainRecord } from '@dayaq/domain';
import { telephonesIn } from '@dayaq/locale/fold';
import type { Engine } from '../database/engine.ts';
import { keysOf } from './keys.ts';

/** What stands of one person in the tables `alike` and `alike_key`. */
export interface KnownRow {
  readonly data: string;
  readonly keys: readonly number[];
}

/** Digits: a telephone number is the same by its last seven. */
const LOCAL = 7;
const locally = (text: string): string[] => [
  ...new Set(telephonesIn(text).map((digits) => digits.slice(-LOCAL))),
];

/** People of a dossier as they may be known again elsewhere. */
export const knownIn = (
  root: string,
  records: readonly Pick<PlainRecord, 'id' | 'kind' | 'deleted' | 'fields'>[],
): Known[] => peopleIn(root, records, locally);

export const knownRows = (root: string, records: readonly PlainRecord[]): KnownRow[] =>
  knownIn(root, records).map((known) => ({ data: JSON.stringify(known), keys: keysOf(known) }));

/** Makes the rows of a dossier these; where they say what stands there, nothing is written. */
export function writeAlike(
  engine: Engine,
  space: number,
  rid: number,
  rows: readonly KnownRow[],
  stood: boolean,
): void {
  if (stood) {
    const standing = engine.all<{ data: string }>('select data from alike where rid = ? order by n', rid);
    if (standing.length === rows.length && standing.every(({ data }, n) => data === rows[n]?.data)) return;
    removeAlike(engine, space, rid);
  }
  for (const [n, { data, keys }] of rows.entries()) {
    engine.run('insert into alike(rid, n, data) values(?, ?, ?)', rid, n, data);
    for (const key of keys)
      engine.run(
        'insert or ignore into alike_key(space, key, rid, n) values(?, ?, ?, ?)',
        space,
        key,
        rid,
        n,
      );
  }
}

export function removeAlike(engine: Engine, space: number, rid: number): void {
  for (const { n, data } of engine.all<{ n: number; data: string }>(
    'select n, data from alike where rid = ?',
    rid,
  ))
    for (const key of keysOf(JSON.parse(data) as Known))
      engine.run(
        'delete from alike_key where space = ? and key = ? and rid = ? and n = ?',
        space,
        key,
        rid,
        n,
      );
  engine.run('delete from alike where rid = ?', rid);
}
