import type { Database, Tables } from './database.ts';

export interface SpaceRow {
  position: number;
  charterSeq: number;
  charterHead: Uint8Array;
  epoch: number;
  rotationOwed: boolean;
  /** Which life of the log this is, 16 bytes. */
  logId: Uint8Array;
  /** How far the running hash over the log was reckoned, and what it was there. */
  chain: Chain;
}

/** The running hash over a log up to a position. */
export interface Chain {
  readonly position: number;
  readonly hash: Uint8Array;
}

export interface MemberRow {
  role: string;
  keyholder: boolean;
}

const COLUMNS = [
  'position',
  'charter_seq',
  'charter_head',
  'epoch',
  'rotation_owed',
  'log_id',
  'chain_position',
  'chain_hash',
] as const;

function spaceOf(row: {
  position: number;
  charter_seq: number;
  charter_head: Uint8Array;
  epoch: number;
  rotation_owed: boolean;
  log_id: Uint8Array;
  chain_position: number;
  chain_hash: Uint8Array;
}): SpaceRow {
  return {
    position: row.position,
    charterSeq: row.charter_seq,
    charterHead: row.charter_head,
    epoch: row.epoch,
    rotationOwed: row.rotation_owed,
    logId: row.log_id,
    chain: { position: row.chain_position, hash: row.chain_hash },
  };
}

export async function findSpace(tables: Tables, space: Uint8Array): Promise<SpaceRow | null> {
  const row = await tables
    .selectFrom('spaces')
    .select(COLUMNS)
    .where('space_id', '=', space)
    .executeTakeFirst();
  return row ? spaceOf(row) : null;
}

/** Those of these spaces that exist here. */
export async function findSpaces(
  tables: Tables,
  spaces: readonly Uint8Array[],
): Promise<{ space: Uint8Array; row: SpaceRow }[]> {
  if (spaces.length === 0) return [];
  const rows = await tables
    .selectFrom('spaces')
    .select([...COLUMNS, 'space_id'])
    .where('space_id', 'in', [...spaces])
    .execute();
  return rows.map((row) => ({ space: row.space_id, row: spaceOf(row) }));
}

/** Takes the space's row lock: until the transaction ends nobody else writes to the space's log. */
export async function lockSpace(tables: Tables, space: Uint8Array): Promise<SpaceRow | null> {
  const row = await tables
    .selectFrom('spaces')
    .select(COLUMNS)
    .where('space_id', '=', space)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row ? spaceOf(row) : null;
}

/** False when the space exists. */
export async function insertSpace(tables: Tables, space: Uint8Array, row: SpaceRow): Promise<boolean> {
  const result = await tables
    .insertInto('spaces')
    .values({
      space_id: space,
      position: row.position,
      charter_seq: row.charterSeq,
      charter_head: row.charterHead,
      epoch: row.epoch,
      rotation_owed: row.rotationOwed,
      log_id: row.logId,
      chain_position: row.chain.position,
      chain_hash: row.chain.hash,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function updateSpace(
  tables: Tables,
  space: Uint8Array,
  row: Omit<SpaceRow, 'logId'>,
): Promise<void> {
  await tables
    .updateTable('spaces')
    .set({
      position: row.position,
      charter_seq: row.charterSeq,
      charter_head: row.charterHead,
      epoch: row.epoch,
      rotation_owed: row.rotationOwed,
      chain_position: row.chain.position,
      chain_hash: row.chain.hash,
    })
    .where('space_id', '=', space)
    .execute();
}

/** The caller's membership as it is now; null for strangers, removed members and unknown spaces alike. */
export async function findMember(
  tables: Tables,
  space: Uint8Array,
  account: Uint8Array,
): Promise<MemberRow | null> {
  const row = await tables
    .selectFrom('members')
    .select(['role', 'keyholder'])
    .where('space_id', '=', space)
    .where('account_id', '=', account)
    .where('removed', '=', false)
    .executeTakeFirst();
  return row ?? null;
}

export async function upsertMember(
  tables: Tables,
  space: Uint8Array,
  account: Uint8Array,
  member: MemberRow & { removed: boolean },
): Promise<void> {
  const { role, keyholder, removed } = member;
  await tables
    .insertInto('members')
    .values({ space_id: space, account_id: account, role, keyholder, removed })
    .onConflict((conflict) =>
      conflict.columns(['space_id', 'account_id']).doUpdateSet({ role, keyholder, removed }),
    )
    .execute();
}

/** The accounts that are members of a space now. */
export async function membersOf(tables: Tables, space: Uint8Array): Promise<Uint8Array[]> {
  const rows = await tables
    .selectFrom('members')
    .select('account_id')
    .where('space_id', '=', space)
    .where('removed', '=', false)
    .execute();
  return rows.map((row) => row.account_id);
}

/** Spaces that an account is a member of, with their positions. */
export async function spacesOf(
  tables: Tables,
  account: Uint8Array,
): Promise<{ space: Uint8Array; position: number }[]> {
  const rows = await tables
    .selectFrom('members')
    .innerJoin('spaces', 'spaces.space_id', 'members.space_id')
    .select(['spaces.space_id', 'spaces.position'])
    .where('members.account_id', '=', account)
    .where('members.removed', '=', false)
    .orderBy('spaces.space_id')
    .execute();
  return rows.map((row) => ({ space: row.space_id, position: row.position }));
}

/** Whether any space exists: decides if the first-run link is shown. */
export async function anySpace(db: Database): Promise<boolean> {
  const found = await db.pool.query<{ any: boolean }>('select exists (select from spaces) as any');
  return found.rows[0]?.any === true;
}

/** Spaces that are looked through for open doors: so many public pages one server has at the most. */
const MOST_DOORS = 200;

/** The spaces that may begin with these letters of base64url, all of them for none; whoever asks compares the whole. */
export async function spacesWithMark(
  tables: Tables,
  mark: string,
): Promise<{ space: Uint8Array; row: SpaceRow }[]> {
  const all = tables
    .selectFrom('spaces')
    .select([...COLUMNS, 'space_id'])
    .orderBy('space_id')
    .limit(MOST_DOORS);
  // Twelve bytes are sixteen letters, no more and no less.
  const from = Buffer.from(mark, 'base64url');
  const found = await (from.length === 0
    ? all
    : all
        .where('space_id', '>=', Buffer.concat([from, Buffer.alloc(32 - from.length)]))
        .where('space_id', '<=', Buffer.concat([from, Buffer.alloc(32 - from.length, 0xff)]))
  ).execute();
  return found.map((row) => ({ space: row.space_id, row: spaceOf(row) }));
}
