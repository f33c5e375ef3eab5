import { LIMITS } from '@dayaq/protocol';
import { toHex } from '@dayaq/sealing/verify';
import { type Kysely, sql } from 'kysely';
import type { Tables } from './database.ts';
import type { Schema } from './schema.ts';

export interface LetterRow {
  number: number | null;
  epoch: number;
  pieces: number;
}

export async function findLetter(
  tables: Tables,
  space: Uint8Array,
  letter: Uint8Array,
): Promise<LetterRow | null> {
  const row = await tables
    .selectFrom('letters')
    .select(['number', 'epoch', 'pieces'])
    .where('space_id', '=', space)
    .where('letter_id', '=', letter)
    .executeTakeFirst();
  return row ?? null;
}

/** Announces a letter; an announcement that is there already stays. */
export async function insertLetter(
  tables: Tables,
  space: Uint8Array,
  letter: Uint8Array,
  row: { epoch: number; pieces: number; day: number },
): Promise<void> {
  await tables
    .insertInto('letters')
    .values({ space_id: space, letter_id: letter, number: null, ...row })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Whether a space takes one more letter of so many pieces. An unfinished one makes room for another: its sender is told which pieces
 * are missing, and sends them again.
 */
export async function hasRoom(
  tables: Tables,
  space: Uint8Array,
  pieces: number,
  today: number,
): Promise<boolean> {
  const row = await tables
    .selectFrom('letters')
    .select([
      sql<string>`count(*)`.as('all'),
      sql<string>`count(*) filter (where number is null)`.as('unfinished'),
      sql<string>`coalesce(sum(pieces) filter (where pieces > 1), 0)`.as('pieces'),
    ])
    .where('space_id', '=', space)
    .executeTakeFirstOrThrow();
  if (Number(row.unfinished) >= LIMITS.unfinishedPerSpace) await dropUnfinished(tables, space);
  if (Number(row.pieces) + pieces > LIMITS.filePiecesPerSpace) return false;
  return Number(row.all) < LIMITS.lettersPerSpace || makeRoom(tables, space, today);
}

async function dropUnfinished(tables: Tables, space: Uint8Array): Promise<void> {
  await sql`delete from letters where space_id = ${space} and letter_id in (
    select letter_id from letters where space_id = ${space} and number is null order by random() limit 1)`.execute(
    tables,
  );
}

/**
 * The number of the letter that came whole last, 0 where there is none; null where a space takes no more of one piece. Their numbers
 * span at least as many as there are: all are counted only where that leaves it open.
 */
async function lastWithRoom(
  tables: Tables,
  space: Uint8Array,
  letters: number,
  today: number,
): Promise<number | null> {
  const { first, last } = await tables
    .selectFrom('letters')
    .select(({ fn }) => [fn.min('number').as('first'), fn.max('number').as('last')])
    .where('space_id', '=', space)
    .executeTakeFirstOrThrow();
  const newest = last ?? 0;
  const most = newest - (first ?? 0) + 1 + LIMITS.unfinishedPerSpace;
  if (most + letters <= LIMITS.lettersPerSpace) return newest;
  const { all } = await tables
    .selectFrom('letters')
    .select(({ fn }) => fn.countAll<string>().as('all'))
    .where('space_id', '=', space)
    .executeTakeFirstOrThrow();
  const hasRoom = Number(all) + letters <= LIMITS.lettersPerSpace || (await makeRoom(tables, space, today));
  return hasRoom ? newest : null;
}

/** How many letters give way at once. */
const GIVEN_WAY = 100;

/** Lets letters go that have lain here for long, to keep a door open that a flood has filled; false where there are none. */
export async function makeRoom(tables: Tables, space: Uint8Array, today: number): Promise<boolean> {
  const gone = await sql`delete from letters where space_id = ${space} and letter_id in (
    select letter_id from letters where space_id = ${space} and number is not null and day < ${today - LIMITS.fullLetterDays}
    order by number limit ${GIVEN_WAY})`.execute(tables);
  return (gone.numAffectedRows ?? 0n) > 0n;
}

export interface WholeLetter {
  letter: Uint8Array;
  epoch: number;
  sealed: Uint8Array;
}

/**
 * Keeps letters of one piece, each under the space's next number; one that is there already stays. Answers those that are new, by
 * the hexadecimal of their ids; null where there is no room. The caller holds the space's lock.
 */
export async function insertWhole(
  tables: Tables,
  space: Uint8Array,
  letters: readonly WholeLetter[],
  day: number,
): Promise<ReadonlySet<string> | null> {
  const last = await lastWithRoom(tables, space, letters.length, day);
  if (last === null) return null;
  const inserted = await tables
    .insertInto('letters')
    .values(
      letters.map(({ letter, epoch }, i) => ({
        space_id: space,
        letter_id: letter,
        number: last + 1 + i,
        epoch,
        pieces: 1,
        day,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('letter_id')
    .execute();
  const fresh = new Set(inserted.map(({ letter_id }) => toHex(letter_id)));
  const pieces = letters.filter(({ letter }) => fresh.has(toHex(letter)));
  if (pieces.length > 0)
    await tables
      .insertInto('letter_pieces')
      .values(pieces.map(({ letter, sealed }) => ({ space_id: space, letter_id: letter, piece: 0, sealed })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return fresh;
}

/** The number of the letter that came whole last; 0 where there is none. */
async function lastNumber(tables: Tables, space: Uint8Array): Promise<number> {
  const last = await tables
    .selectFrom('letters')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('space_id', '=', space)
    .executeTakeFirst();
  return last?.number ?? 0;
}

/** Keeps a piece; the one that was there first stays. */
export async function insertPiece(
  tables: Tables,
  space: Uint8Array,
  letter: Uint8Array,
  piece: number,
  sealed: Uint8Array,
): Promise<void> {
  await tables
    .insertInto('letter_pieces')
    .values({ space_id: space, letter_id: letter, piece, sealed })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Which pieces are there, and how many bytes each has. */
export async function piecesOf(
  tables: Tables,
  space: Uint8Array,
  letter: Uint8Array,
): Promise<{ piece: number; size: number }[]> {
  return tables
    .selectFrom('letter_pieces')
    .select(['piece', sql<number>`octet_length(sealed)`.as('size')])
    .where('space_id', '=', space)
    .where('letter_id', '=', letter)
    .execute();
}

/** Gives a letter that is whole the space's next number. The caller holds the space's lock. */
export async function numberLetter(
  tables: Tables,
  space: Uint8Array,
  letter: Uint8Array,
  day: number,
): Promise<void> {
  const last = await lastNumber(tables, space);
  await tables
    .updateTable('letters')
    .set({ number: last + 1, day })
    .where('space_id', '=', space)
    .where('letter_id', '=', letter)
    .where('number', 'is', null)
    .execute();
}

export interface ListedLetter {
  number: number;
  letter: Uint8Array;
  epoch: number;
  pieces: number;
  day: number;
}

/** Whole letters after a number, in their order. */
export async function lettersAfter(
  tables: Tables,
  space: Uint8Array,
  after: number,
  limit: number,
): Promise<ListedLetter[]> {
  const rows = await tables
    .selectFrom('letters')
    .select(['number', 'letter_id', 'epoch', 'pieces', 'day'])
    .where('space_id', '=', space)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(({ letter_id, number, ...row }) => ({ ...row, number: number ?? 0, letter: letter_id }));
}

export async function readPiece(
  tables: Tables,
  space: Uint8Array,
  letter: Uint8Array,
  piece: number,
): Promise<Uint8Array | null> {
  const row = await tables
    .selectFrom('letter_pieces')
    .select('sealed')
    .where('space_id', '=', space)
    .where('letter_id', '=', letter)
    .where('piece', '=', piece)
    .executeTakeFirst();
  return row?.sealed ?? null;
}

interface Reply {
  space: Uint8Array;
  address: Uint8Array;
  reply: Uint8Array;
  verifier: Uint8Array;
  sealed: Uint8Array;
  day: number;
}

/** Puts a reply into a mailbox of its space, whose newest stay. The first under its id stays as it is. */
export async function insertReply(tables: Kysely<Schema>, reply: Reply): Promise<void> {
  const { space, address } = reply;
  await tables.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(encode(${space}::bytea || ${address}::bytea, 'hex'), 0))`.execute(
      tx,
    );
    const last = await tx
      .selectFrom('replies')
      .select(({ fn }) => fn.max('number').as('number'))
      .where('space_id', '=', space)
      .where('address', '=', address)
      .executeTakeFirst();
    const number = (last?.number ?? 0) + 1;
    const inserted = await tx
      .insertInto('replies')
      .values({
        space_id: space,
        address,
        reply_id: reply.reply,
        verifier: reply.verifier,
        number,
        sealed: reply.sealed,
        day: reply.day,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) return;
    await tx
      .deleteFrom('replies')
      .where('space_id', '=', space)
      .where('address', '=', address)
      .where('number', '<=', number - LIMITS.mailboxSlots)
      .execute();
  });
}

/** The replies of a mailbox of a space, newest first, each with the key that checks who may have it. */
export async function repliesAt(
  tables: Tables,
  space: Uint8Array,
  address: Uint8Array,
): Promise<{ verifier: Uint8Array; sealed: Uint8Array }[]> {
  return tables
    .selectFrom('replies')
    .select(['verifier', 'sealed'])
    .where('space_id', '=', space)
    .where('address', '=', address)
    .orderBy('number', 'desc')
    .limit(LIMITS.mailboxSlots)
    .execute();
}

/** Deletes what was kept long enough; days since 1970. */
export async function deleteOldLetters(tables: Tables, today: number): Promise<void> {
  await tables
    .deleteFrom('letters')
    .where((where) =>
      where.or([
        where('day', '<', today - LIMITS.letterDays),
        where.and([where('number', 'is', null), where('day', '<', today - LIMITS.unfinishedLetterDays)]),
      ]),
    )
    .execute();
  await sql`delete from letter_pieces p where not exists
    (select 1 from letters l where l.space_id = p.space_id and l.letter_id = p.letter_id)`.execute(tables);
  await tables
    .deleteFrom('replies')
    .where('day', '<', today - LIMITS.replyDays)
    .execute();
}
