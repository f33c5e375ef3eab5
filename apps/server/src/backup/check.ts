import {
  type CharterState,
  equalBytes,
  foldCharter,
  idBytes,
  idText,
  logStart,
  readGeneration,
  type SpaceId,
  toHex,
  verifyGeneration,
} from '@dayaq/sealing/verify';
import type { BlobStore } from '../blobs/store.ts';
import { equal, sha256 } from '../hash.ts';
import type { Database } from '../storage/database.ts';
import { chainToEnd } from '../storage/chain.ts';
import { isErased } from '../storage/erased.ts';
import { readActs } from '../storage/log.ts';
import { LOG_GENERATION } from '../storage/schema.ts';
import { findSpace } from '../storage/spaces.ts';
import { sharesAgree } from './check-shares.ts';

export interface CheckReport {
  spaces: number;
  entries: number;
  chunks: number;
  /** A sentence each; empty when all is well. Spaces are named by the beginning of their id. */
  faults: string[];
}

const ALL = 100_000;

async function checkCharter(db: Database, space: Uint8Array, faults: string[]): Promise<CharterState | null> {
  const name = toHex(space).slice(0, 8);
  const charter = await foldCharter(await readActs(db.tables, space, { from: 0, limit: ALL }));
  if (!charter.ok || !equalBytes(idBytes(charter.value.space), space)) {
    faults.push(`Space ${name}: the charter does not verify.`);
    return null;
  }
  const row = await db.tables
    .selectFrom('spaces')
    .selectAll()
    .where('space_id', '=', space)
    .executeTakeFirstOrThrow();
  const { head, seq, epoch, rotationOwed, members } = charter.value;
  const agrees =
    equal(row.charter_head, head) &&
    row.charter_seq === seq &&
    row.epoch === epoch.number &&
    row.rotation_owed === rotationOwed;
  if (!agrees) faults.push(`Space ${name}: its row does not agree with its charter.`);

  const stored = await db.tables.selectFrom('members').selectAll().where('space_id', '=', space).execute();
  const line = (id: Uint8Array, role: string, keyholder: boolean, removed: boolean): string =>
    `${toHex(id)} ${role} ${keyholder} ${removed}`;
  const wanted = [...members]
    .map(([id, m]) => line(idBytes(id), m.role, m.keyholder, m.removedSeq !== null))
    .sort();
  const found = stored.map((m) => line(m.account_id, m.role, m.keyholder, m.removed)).sort();
  if (wanted.join() !== found.join())
    faults.push(`Space ${name}: its members do not agree with its charter.`);
  return charter.value;
}

/** Positions lie between 1 and the space's (their uniqueness is the primary key's), and no entry is there twice under one generation. */
async function checkLog(db: Database, space: Uint8Array, faults: string[]): Promise<number> {
  const found = await db.pool.query<{ good: boolean; entries: number }>(
    `select max(position) = (select position from spaces where space_id = $1) and min(position) = 1
            and count(distinct (dossier_id, number, entry_id)) filter (where kind = 2) = count(*) filter (where kind = 2) as good,
            count(*) filter (where kind = 2) as entries
       from log where space_id = $1`,
    [space],
  );
  const row = found.rows[0];
  if (!row?.good) faults.push(`Space ${toHex(space).slice(0, 8)}: its log is not whole.`);
  return row?.entries ?? 0;
}

/** The running hash is what the log comes to, at the place where it was kept and whatever came after. */
async function checkChain(db: Database, space: Uint8Array, faults: string[]): Promise<void> {
  const row = await findSpace(db.tables, space);
  if (!row) return;
  const start = { position: 0, hash: await logStart(idText<SpaceId>(space)) };
  const [whole, kept] = await Promise.all(
    [start, row.chain].map((from) => chainToEnd(db.tables, space, from)),
  );
  const agrees =
    row.chain.position <= row.position &&
    whole &&
    kept &&
    equal(whole.hash, kept.hash) &&
    whole.position === kept.position;
  if (!agrees) faults.push(`Space ${toHex(space).slice(0, 8)}: its running hash is not that of its log.`);
}

/** Headers chain, are signed by members, and the dossier's row, readers, share and bars follow from them. */
async function checkDossiers(
  db: Database,
  space: Uint8Array,
  charter: CharterState,
  faults: string[],
): Promise<void> {
  const dossiers = await db.tables.selectFrom('dossiers').selectAll().where('space_id', '=', space).execute();
  for (const dossier of dossiers) {
    if (await isErased(db.tables, space, dossier.dossier_id)) continue;
    const headers = await db.tables
      .selectFrom('log')
      .select('body')
      .where('space_id', '=', space)
      .where('kind', '=', LOG_GENERATION)
      .where('dossier_id', '=', dossier.dossier_id)
      .orderBy('number')
      .execute();
    const whole = await headersAgree(
      db,
      dossier,
      headers.map((row) => row.body),
      charter,
    );
    if (!whole || !(await sharesAgree(db, space, dossier.dossier_id))) {
      faults.push(
        `Space ${toHex(space).slice(0, 8)}: dossier ${toHex(dossier.dossier_id).slice(0, 8)} is damaged.`,
      );
    }
  }
}

async function headersAgree(
  db: Database,
  dossier: {
    space_id: Uint8Array;
    dossier_id: Uint8Array;
    generation: number;
    epoch: number;
    restricted: boolean;
  },
  headers: Uint8Array[],
  charter: CharterState,
): Promise<boolean> {
  let previous: Uint8Array | null = null;
  for (const [i, bytes] of headers.entries()) {
    const read = await readGeneration(bytes);
    const author = read.ok ? charter.members.get(read.value.author) : undefined;
    if (!author) return false;
    const header = await verifyGeneration(bytes, author.signKey);
    if (!header.ok || header.value.generation !== i + 1) return false;
    const named = header.value.previous;
    if (previous === null ? named !== null : !named || !equalBytes(named, previous)) return false;
    previous = header.value.hash;
    if (i < headers.length - 1) continue;
    const { generation, epoch, restricted, grants } = header.value;
    const readers = grants.flatMap((grant) =>
      grant.to === 'account' ? [toHex(idBytes(grant.account))] : [],
    );
    const stored = await db.tables
      .selectFrom('readers')
      .select('account_id')
      .where('space_id', '=', dossier.space_id)
      .where('dossier_id', '=', dossier.dossier_id)
      .execute();
    return (
      dossier.generation === generation &&
      dossier.epoch === epoch &&
      dossier.restricted === restricted &&
      readers.sort().join() ===
        stored
          .map((row) => toHex(row.account_id))
          .sort()
          .join()
    );
  }
  return false;
}

async function checkChunks(db: Database, blobs: BlobStore, faults: string[]): Promise<number> {
  const addresses = await db.pool.query<{ sha256: Uint8Array }>('select distinct sha256 from blob_chunks');
  let bad = 0;
  for (const { sha256: address } of addresses.rows) {
    const sealed = await blobs.get(address);
    if (!sealed || !equal(sha256(sealed), address)) bad++;
  }
  if (bad > 0) faults.push(`${bad} stored file chunks are missing or damaged.`);
  return addresses.rows.length;
}

/** Verifies that what is stored is whole and agrees with itself: charters, logs, generations, members, files. */
export async function checkData(db: Database, blobs: BlobStore): Promise<CheckReport> {
  const faults: string[] = [];
  const spaces = await db.tables.selectFrom('spaces').select('space_id').orderBy('space_id').execute();
  let entries = 0;
  for (const { space_id: space } of spaces) {
    const charter = await checkCharter(db, space, faults);
    entries += await checkLog(db, space, faults);
    await checkChain(db, space, faults);
    if (charter) await checkDossiers(db, space, charter, faults);
  }
  return { spaces: spaces.length, entries, chunks: await checkChunks(db, blobs, faults), faults };
}
