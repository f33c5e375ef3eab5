import {
  charterLeaf,
  type LogId,
  type LogPlace,
  idText,
  logStart,
  nextLogHash,
  samePlace,
  type SpaceId,
} from '@dayaq/sealing/verify';
import { sql } from 'kysely';
import type { Database, Tables } from './database.ts';
import { type Leaf, leafOf } from './log-leaf.ts';
import { type Chain, findMember, findSpace } from './spaces.ts';

/** Rows that are hashed at once, and the bytes of acts and headers among them, unless one alone is larger. */
const ROWS = 2000;
const BYTES = 4 * 1024 * 1024;

interface Row extends Leaf {
  position: number;
}

/** The next rows after a position. Of entries only what their leaves are made of. */
async function rowsAfter(tables: Tables, space: Uint8Array, after: number): Promise<Row[]> {
  const found = await sql<Row>`
    with candidates as (
      select position, kind, dossier_id, number, entry_id, case when kind < 2 then body end as body
        from log where space_id = ${space} and position > ${after} order by position limit ${ROWS}
    ), measured as (
      select c.*, row_number() over w as nth, sum(coalesce(octet_length(body), 0)) over w as upto
        from candidates c window w as (order by position)
    )
    select position, kind, dossier_id, number, entry_id, body
      from measured where nth = 1 or upto <= ${BYTES} order by position`.execute(tables);
  return found.rows;
}

/** Some rows further, and not beyond a position; null where there are none. */
async function step(tables: Tables, space: Uint8Array, from: Chain, upTo = Infinity): Promise<Chain | null> {
  const found = await rowsAfter(tables, space, from.position);
  const rows = found.filter((row) => row.position <= upTo);
  let { position, hash } = from;
  for (const row of rows) {
    hash = await nextLogHash(hash, row.position, await leafOf(row));
    position = row.position;
  }
  return rows.length === 0 ? null : { position, hash };
}

/** The running hash at the end of the log, from an earlier place in it. Called with the space's lock held. */
export async function chainToEnd(tables: Tables, space: Uint8Array, from: Chain): Promise<Chain> {
  let chain = from;
  for (;;) {
    const next = await step(tables, space, chain);
    if (next === null) return chain;
    chain = next;
  }
}

/** The running hash at a position of the log, from an earlier place in it or from its start. */
export async function hashAt(
  tables: Tables,
  space: Uint8Array,
  known: Chain,
  position: number,
): Promise<Uint8Array> {
  const start = { position: 0, hash: await logStart(idText<SpaceId>(space)) };
  let chain = known.position <= position ? known : start;
  while (chain.position < position) {
    const next = await step(tables, space, chain, position);
    if (next === null) break;
    chain = next;
  }
  return chain.hash;
}

/** The running hash with one more act, right behind it. `head` is the charter's with it. */
export async function chainWithAct(chain: Chain, head: Uint8Array): Promise<Chain> {
  const position = chain.position + 1;
  return { position, hash: await nextLogHash(chain.hash, position, await charterLeaf(head)) };
}

/**
 * Reckons the running hash up to near the end and keeps it, step by step and without holding the space's lock, so that
 * whoever needs it under the lock has little left to do. For members: others have no business there.
 */
export async function catchUpChain(
  { tables }: Database,
  space: Uint8Array,
  account: Uint8Array,
): Promise<void> {
  if (!(await findMember(tables, space, account))) return;
  const row = await findSpace(tables, space);
  for (let chain = row?.chain; row && chain && row.position - chain.position > ROWS; ) {
    const next = await step(tables, space, chain);
    if (next === null) return;
    const kept = await tables
      .updateTable('spaces')
      .set({ chain_position: next.position, chain_hash: next.hash })
      .where('space_id', '=', space)
      .where('chain_position', '=', chain.position)
      .executeTakeFirst();
    // Somebody else is doing the same, or has a restore begun the log anew: they will have done it.
    if (kept.numUpdatedRows === 0n) return;
    chain = next;
  }
}

/** Whether what was signed stands right behind the end of the log. */
export function standsBehind(
  place: LogPlace | null,
  end: { readonly logId: Uint8Array; readonly chain: Chain },
): boolean {
  return place !== null && samePlace(place, { log: idText<LogId>(end.logId), ...end.chain });
}
