import { type GenerationHeader, idBytes, spaceGrantOf } from '@dayaq/sealing/verify';
import { sql } from 'kysely';
import type { Database, Tables } from './database.ts';
import { LOG_ENTRY } from './schema.ts';

export interface ShareRow {
  peer: Uint8Array;
  peerEpoch: number;
  generation: number;
  /** Null while it lives. */
  endedAt: number | null;
  entries: number;
  late: number;
}

export async function findShare(
  tables: Tables,
  space: Uint8Array,
  dossier: Uint8Array,
): Promise<ShareRow | null> {
  const row = await tables
    .selectFrom('shares')
    .selectAll()
    .where('space_id', '=', space)
    .where('dossier_id', '=', dossier)
    .executeTakeFirst();
  if (!row) return null;
  const { peer_id: peer, peer_epoch: peerEpoch, generation, ended_at: endedAt, entries, late } = row;
  return { peer, peerEpoch, generation, endedAt, entries, late };
}

export async function isBarred(
  tables: Tables,
  space: Uint8Array,
  dossier: Uint8Array,
  account: Uint8Array,
): Promise<boolean> {
  const row = await tables
    .selectFrom('barred')
    .select('account_id')
    .where('space_id', '=', space)
    .where('dossier_id', '=', dossier)
    .where('account_id', '=', account)
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes from a stored header who shares the dossier and whom it bars. `position` is the header's. */
export async function replaceShare(
  tables: Tables,
  header: GenerationHeader,
  position: number,
): Promise<void> {
  const [space, dossier] = [idBytes(header.space), idBytes(header.dossier)];
  const granted = spaceGrantOf(header);
  if (granted) {
    const row = {
      peer_id: idBytes(granted.space),
      peer_epoch: granted.epoch,
      generation: header.generation,
      ended_at: null,
    };
    await tables
      .insertInto('shares')
      .values({ space_id: space, dossier_id: dossier, ...row, entries: 0, late: 0 })
      .onConflict((conflict) => conflict.columns(['space_id', 'dossier_id']).doUpdateSet(row))
      .execute();
  } else {
    await tables
      .updateTable('shares')
      .set({ ended_at: position })
      .where('space_id', '=', space)
      .where('dossier_id', '=', dossier)
      .where('ended_at', 'is', null)
      .execute();
  }
  // Bars are never taken back, so they are only added.
  const { accounts } = header.barred;
  if (accounts.length === 0) return;
  await tables
    .insertInto('barred')
    .values(accounts.map((id) => ({ space_id: space, dossier_id: dossier, account_id: idBytes(id) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface ListedShare {
  owner: Uint8Array;
  dossier: Uint8Array;
  position: number;
  log: Uint8Array;
  ended: boolean;
  seen: boolean;
}

/** What other spaces share with one, in the order of owner and dossier, after one of them; not what bars the account. */
export async function sharesWith(
  tables: Tables,
  request: { peer: Uint8Array; account: Uint8Array; after: Uint8Array; limit: number },
): Promise<ListedShare[]> {
  const { peer, account, after, limit } = request;
  const found = await sql<ListedShare>`
    select s.space_id as owner, s.dossier_id as dossier, o.log_id as log, s.ended_at is not null as ended, s.late > 0 as seen,
           coalesce(s.ended_at, (
             select max(l.position) from log l
              where l.space_id = s.space_id and l.dossier_id = s.dossier_id and l.kind > 0)) as position
      from shares s join spaces o on o.space_id = s.space_id
     where s.peer_id = ${peer} and (s.space_id, s.dossier_id) > (${after.slice(0, 32)}, ${after.slice(32)})
       and not exists (
         select from barred b
          where b.space_id = s.space_id and b.dossier_id = s.dossier_id and b.account_id = ${account})
     order by s.space_id, s.dossier_id limit ${limit}`.execute(tables);
  return found.rows;
}

/** Of these entry ids, those that the log of a dossier's space holds, each with the generation under which it does. */
export async function storedEntries(
  tables: Tables,
  { space, dossier }: { space: Uint8Array; dossier: Uint8Array },
  ids: readonly Uint8Array[],
): Promise<{ id: Uint8Array; g: number }[]> {
  const rows = await tables
    .selectFrom('log')
    .select(['entry_id', 'number'])
    .where('space_id', '=', space)
    .where('kind', '=', LOG_ENTRY)
    .where('entry_id', 'in', [...ids])
    .where('dossier_id', '=', dossier)
    .execute();
  return rows.flatMap(({ entry_id: id, number: g }) => (id ? [{ id, g }] : []));
}

/** Adds a recipient's entries at the positions after `position` and counts them. The caller holds the space's lock. */
export async function insertShared(
  tables: Tables,
  share: { space: Uint8Array; dossier: Uint8Array; late: boolean },
  entries: readonly { g: number; id: Uint8Array; sealed: Uint8Array }[],
  position: number,
): Promise<void> {
  const { space, dossier, late } = share;
  await tables
    .insertInto('log')
    .values(
      entries.map(({ g, id, sealed }, i) => ({
        space_id: space,
        position: position + 1 + i,
        kind: LOG_ENTRY,
        dossier_id: dossier,
        number: g,
        entry_id: id,
        body: sealed,
      })),
    )
    .execute();
  await tables
    .updateTable('shares')
    .set((row) => ({
      entries: row('entries', '+', entries.length),
      late: row('late', '+', late ? entries.length : 0),
    }))
    .where('space_id', '=', space)
    .where('dossier_id', '=', dossier)
    .execute();
}

interface IdRow {
  id: Uint8Array;
}

/** Spaces that share one of these dossiers (spaces and dossiers side by side) with others: those others. */
export async function peersOf(
  db: Database,
  spaces: readonly Uint8Array[],
  dossiers: readonly Uint8Array[],
): Promise<Uint8Array[]> {
  const found = await db.pool.query<IdRow>({
    name: 'peers-of',
    text: `select distinct s.peer_id as id from shares s
      join generate_series(1, octet_length($2::bytea) / 16) as i
        on s.space_id = substring($1::bytea from 32 * i - 31 for 32)
       and s.dossier_id = substring($2::bytea from 16 * i - 15 for 16)`,
    values: [Buffer.concat(spaces), Buffer.concat(dossiers)],
  });
  return found.rows.map((row) => row.id);
}

/** Spaces that share something with this one now. */
export async function ownersFor(db: Database, peer: Uint8Array): Promise<Uint8Array[]> {
  const found = await db.pool.query<IdRow>(
    'select distinct space_id as id from shares where peer_id = $1 and ended_at is null',
    [peer],
  );
  return found.rows.map((row) => row.id);
}
