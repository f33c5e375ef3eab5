import { type GenerationHeader, idBytes, readGeneration, spaceGrantOf, toHex } from '@dayaq/sealing/verify';
import type { Database } from '../storage/database.ts';
import { LOG_GENERATION } from '../storage/schema.ts';

interface Expected {
  peer: string;
  peerEpoch: number;
  generation: number;
  endedAt: number | null;
}

interface Placed {
  position: number;
  header: GenerationHeader;
}

async function headersOf(db: Database, space: Uint8Array, dossier: Uint8Array): Promise<Placed[]> {
  const rows = await db.tables
    .selectFrom('log')
    .select(['position', 'body'])
    .where('space_id', '=', space)
    .where('kind', '=', LOG_GENERATION)
    .where('dossier_id', '=', dossier)
    .orderBy('number')
    .execute();
  const placed: Placed[] = [];
  for (const { position, body } of rows) {
    const read = await readGeneration(body);
    if (read.ok) placed.push({ position, header: read.value });
  }
  return placed;
}

/** What a dossier's headers say of whom it is shared with. */
function shareFrom(headers: readonly Placed[]): Expected | null {
  const granted = headers.findLast(({ header }) => spaceGrantOf(header) !== null);
  const grant = granted && spaceGrantOf(granted.header);
  if (!granted || !grant) return null;
  const { generation } = granted.header;
  const end = headers.find(({ header }) => header.generation > generation);
  return {
    peer: toHex(idBytes(grant.space)),
    peerEpoch: grant.epoch,
    generation,
    endedAt: end?.position ?? null,
  };
}

/** Whether a dossier's rows in `shares` and `barred` are what its signed headers say, and late entries were counted. */
export async function sharesAgree(db: Database, space: Uint8Array, dossier: Uint8Array): Promise<boolean> {
  const headers = await headersOf(db, space, dossier);
  const expected = shareFrom(headers);
  const bars = new Set(
    headers.flatMap(({ header }) => header.barred.accounts.map((id) => toHex(idBytes(id)))),
  );
  const barred = await db.tables
    .selectFrom('barred')
    .select('account_id')
    .where('space_id', '=', space)
    .where('dossier_id', '=', dossier)
    .execute();
  if (barred.length !== bars.size || barred.some((row) => !bars.has(toHex(row.account_id)))) return false;
  const row = await db.tables
    .selectFrom('shares')
    .selectAll()
    .where('space_id', '=', space)
    .where('dossier_id', '=', dossier)
    .executeTakeFirst();
  if (!row || !expected) return !row && !expected;
  const { rows } = await db.pool.query<{ late: number }>(
    'select count(*)::integer as late from log where space_id = $1 and dossier_id = $2 and kind = 2 and position > $3 and number = $4',
    [space, dossier, row.ended_at ?? Number.MAX_SAFE_INTEGER, row.generation],
  );
  return (
    toHex(row.peer_id) === expected.peer &&
    row.peer_epoch === expected.peerEpoch &&
    row.generation === expected.generation &&
    row.ended_at === expected.endedAt &&
    row.late === rows[0]?.late
  );
}
