import { sql } from 'kysely';
import { type Refused, refuse } from '../refused.ts';
import type { Database, Tables } from './database.ts';
import { LOG_CHARTER } from './schema.ts';

export interface LogRow {
  position: number;
  kind: number;
  dossier: Uint8Array | null;
  /** The charter act's seq, or the generation. */
  number: number;
  body: Uint8Array;
}

/** Adds charter acts and generation headers. The caller holds the space's lock and has taken the positions. */
export async function insertLog(tables: Tables, space: Uint8Array, rows: readonly LogRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tables
    .insertInto('log')
    .values(
      rows.map((row) => ({
        space_id: space,
        position: row.position,
        kind: row.kind,
        dossier_id: row.dossier,
        number: row.number,
        entry_id: null,
        body: row.body,
      })),
    )
    .execute();
}

/**
 * Charter acts in their order: from a number of theirs on, at most `limit`, or all that stand behind a place in the log.
 */
export async function readActs(
  tables: Tables,
  space: Uint8Array,
  which: { from: number; limit: number } | { behind: number },
): Promise<Uint8Array[]> {
  const acts = tables
    .selectFrom('log')
    .select('body')
    .where('space_id', '=', space)
    .where('kind', '=', LOG_CHARTER);
  const asked =
    'behind' in which
      ? acts.where('position', '>', which.behind).orderBy('position')
      : acts.where('number', '>=', which.from).orderBy('number').limit(which.limit);
  return (await asked.execute()).map(({ body }) => body);
}

/** Entries of one author for one space. */
export interface AppendBatch {
  space: Uint8Array;
  account: Uint8Array;
  entries: readonly { dossier: Uint8Array; g: number; id: Uint8Array; sealed: Uint8Array }[];
}

/** The parameters of `append_entries` for batches of one space: everything side by side in few arrays. */
function appendValues(space: Uint8Array, batches: readonly AppendBatch[]): unknown[] {
  const accounts: Uint8Array[] = [];
  const dossiers: Uint8Array[] = [];
  const ids: Uint8Array[] = [];
  const bodies: Uint8Array[] = [];
  const generations: number[] = [];
  const starts: number[] = [];
  const lengths: number[] = [];
  let size = 0;
  for (const { account, entries } of batches) {
    // An author is judged even when nothing is sent.
    if (entries.length === 0) accounts.push(account);
    for (const { dossier, g, id, sealed } of entries) {
      accounts.push(account);
      dossiers.push(dossier);
      ids.push(id);
      bodies.push(sealed);
      generations.push(g);
      starts.push(size);
      lengths.push(sealed.length);
      size += sealed.length;
    }
  }
  const [accountIds, dossierIds, entryIds] = [accounts, dossiers, ids].map((parts) => Buffer.concat(parts));
  return [space, accountIds, dossierIds, generations, entryIds, starts, lengths, Buffer.concat(bodies, size)];
}

/** What `append_entries` may refuse with; it raises these under SQLSTATE `DQ001`, which undoes all it did. */
const REFUSALS = ['not-allowed', 'rotation-owed', 'generation-unknown', 'generation-stale'] as const;

function refusedAppend(error: unknown): Refused {
  const raised = error instanceof Error && 'code' in error && error.code === 'DQ001' ? error.message : '';
  const code = REFUSALS.find((known) => known === raised);
  if (!code) throw error;
  return refuse(code);
}

/** Whether an entry of the batch is stored already, or stands in it twice. */
function isRepetition(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'log_entry';
}

interface AppendRow {
  position: number;
}

/**
 * The hot path: one prepared statement that is its own transaction. Answers the space's position, at or below which
 * everything of the batches stands. A refusal of one refuses all. See `append_entries` in the migration.
 */
export async function appendEntries(
  db: Database,
  space: Uint8Array,
  batches: readonly AppendBatch[],
): Promise<number | Refused> {
  const values = appendValues(space, batches);
  const attempt = async (repeated: boolean): Promise<number> => {
    const found = await db.pool.query<AppendRow>({
      name: 'append-entries',
      text: 'select append_entries($1, $2, $3, $4, $5, $6, $7, $8, $9) as position',
      values: [...values, repeated],
    });
    return positionOf(found.rows);
  };
  try {
    return await attempt(false).catch((error: unknown) => {
      if (isRepetition(error)) return attempt(true);
      throw error;
    });
  } catch (error) {
    return refusedAppend(error);
  }
}

/** The same inside a transaction that also stores generations; a refusal leaves the transaction to be rolled back. */
export async function appendEntriesIn(tables: Tables, batch: AppendBatch): Promise<number | Refused> {
  const [space, accounts, dossiers, generations, ids, starts, lengths, bodies] = appendValues(batch.space, [
    batch,
  ]);
  try {
    const found = await sql<AppendRow>`
      select append_entries(
        ${space}, ${accounts}, ${dossiers}, ${generations}, ${ids}, ${starts}, ${lengths}, ${bodies}, true) as position`.execute(
      tables,
    );
    return positionOf(found.rows);
  } catch (error) {
    return refusedAppend(error);
  }
}

function positionOf([row]: readonly AppendRow[]): number {
  if (!row) throw new Error('append_entries answers one row');
  return row.position;
}
