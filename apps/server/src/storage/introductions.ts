import type { Tables } from './database.ts';
import { findMember } from './spaces.ts';

export interface Introduction {
  expiresDay: number;
  sealed: Uint8Array | null;
  /** The keyholder who opened it; empty where that was not noted. */
  openedBy: Uint8Array;
}

/** Opens a mailbox; one that is open already stays as it is. */
export async function insertIntroduction(
  tables: Tables,
  space: Uint8Array,
  introduction: Uint8Array,
  { expiresDay, openedBy }: Omit<Introduction, 'sealed'>,
): Promise<void> {
  await tables
    .insertInto('introductions')
    .values({
      space_id: space,
      introduction_id: introduction,
      expires_day: expiresDay,
      sealed: null,
      opened_by: openedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findIntroduction(
  tables: Tables,
  space: Uint8Array,
  introduction: Uint8Array,
): Promise<Introduction | null> {
  const row = await tables
    .selectFrom('introductions')
    .select(['expires_day', 'sealed', 'opened_by'])
    .where('space_id', '=', space)
    .where('introduction_id', '=', introduction)
    .executeTakeFirst();
  return row ? { expiresDay: row.expires_day, sealed: row.sealed, openedBy: row.opened_by } : null;
}

/** One that can be answered: a link ends with the keyholder who made it. `unknown` where there is none. */
export async function openIntroduction(
  tables: Tables,
  space: Uint8Array,
  introduction: Uint8Array,
  today: number,
): Promise<Introduction | 'unknown' | 'expired'> {
  const found = await findIntroduction(tables, space, introduction);
  const opener = found && (await findMember(tables, space, found.openedBy));
  if (!found || opener?.keyholder !== true) return 'unknown';
  return found.expiresDay <= today ? 'expired' : found;
}

/** Stores the answer if there is none yet. */
export async function answerIntroduction(
  tables: Tables,
  space: Uint8Array,
  introduction: Uint8Array,
  sealed: Uint8Array,
): Promise<void> {
  await tables
    .updateTable('introductions')
    .set({ sealed })
    .where('space_id', '=', space)
    .where('introduction_id', '=', introduction)
    .where('sealed', 'is', null)
    .execute();
}
