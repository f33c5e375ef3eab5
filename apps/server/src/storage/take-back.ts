import { idBytes, idText, logStart, readGeneration, type SpaceId } from '@dayaq/sealing/verify';
import { sql } from 'kysely';
import { readersOf } from '../generation/readers.ts';
import type { Randomness } from '../parts.ts';
import type { Tables } from './database.ts';
import { replaceDossier } from './dossiers.ts';
import { isErased } from './erased.ts';
import { pruneFormerLogs } from './former-logs.ts';
import { LOG_GENERATION } from './schema.ts';
import { findShare, replaceShare } from './shares.ts';
import type { Chain, SpaceRow } from './spaces.ts';

/**
 * Takes a space's log back to a position and begins another life of it there, as a restore does. Whoever wrote what goes
 * has it still and sends it again. The caller holds the space's lock and writes the space's row, but for the log's
 * identity, afterwards. Answers from where the running hash is known.
 */
export async function takeBackTo(
  tables: Tables,
  space: Uint8Array,
  row: SpaceRow,
  position: number,
  random: Randomness,
): Promise<{ chain: Chain }> {
  const gone = await tables
    .deleteFrom('log')
    .where('space_id', '=', space)
    .where('position', '>', position)
    .returning('dossier_id')
    .execute();
  const touched = new Map(
    gone.flatMap(({ dossier_id: id }) => (id ? [[Buffer.from(id).toString('hex'), id] as const] : [])),
  );
  for (const dossier of touched.values()) await deriveAgain(tables, space, dossier);
  await sql`
    insert into former_logs (space_id, number, log_id, until)
    select ${space}, coalesce(max(number), 0) + 1, ${row.logId}, ${position}::bigint
      from former_logs where space_id = ${space}`.execute(tables);
  // No life before has more in common with what stands now.
  await sql`
    update former_logs set until = ${position}::bigint where space_id = ${space} and until > ${position}::bigint`.execute(
    tables,
  );
  await pruneFormerLogs(tables);
  const log = random(16);
  // What was said of the acts holds on: all of them stay.
  await sql`
    update spaces set log_id = ${log}, settled_log = case when settled_log = log_id then ${log}::bytea end
     where space_id = ${space}`.execute(tables);
  const isKnown = row.chain.position <= position;
  return {
    chain: isKnown ? row.chain : { position: 0, hash: await logStart(idText<SpaceId>(space)) },
  };
}

/** What is kept beside the log of one dossier, from the headers that are left of it. */
async function deriveAgain(tables: Tables, space: Uint8Array, dossier: Uint8Array): Promise<void> {
  if (await isErased(tables, space, dossier)) return;
  const share = await findShare(tables, space, dossier);
  for (const table of ['dossiers', 'readers', 'barred', 'shares'] as const)
    await tables.deleteFrom(table).where('space_id', '=', space).where('dossier_id', '=', dossier).execute();
  const headers = await tables
    .selectFrom('log')
    .select(['position', 'body'])
    .where('space_id', '=', space)
    .where('kind', '=', LOG_GENERATION)
    .where('dossier_id', '=', dossier)
    .orderBy('number')
    .execute();
  for (const { position, body } of headers) {
    const read = await readGeneration(body);
    if (!read.ok) throw new Error('a stored generation header does not read');
    const { generation, epoch, restricted } = read.value;
    await replaceDossier(
      tables,
      space,
      dossier,
      { generation, epoch, restricted },
      readersOf(read.value).map(idBytes),
    );
    await replaceShare(tables, read.value, position);
  }
  if (share === null) return;
  // How many a recipient ever added is a bound on them, and is not given back.
  await sql`
    update shares s set entries = ${share.entries}, late = (
        select count(*) from log l
         where l.space_id = s.space_id and l.dossier_id = s.dossier_id and l.kind = 2
           and l.position > s.ended_at and l.number = s.generation)
     where s.space_id = ${space} and s.dossier_id = ${dossier}`.execute(tables);
}
