import { type AccountId, idText } from '@dayaq/sealing/verify';
import { charterPage } from '../../charter/page.ts';
import type { Parts } from '../../parts.ts';
import { refuse } from '../../refused.ts';
import { findMember, findSpace, spacesOf } from '../../storage/spaces.ts';
import type { Handler } from '../handler.ts';

/** The act that removed an account; null for whoever never belonged. */
async function removalOf(parts: Parts, space: Uint8Array, account: Uint8Array): Promise<number | null> {
  const { tables } = parts.db;
  const row = await findSpace(tables, space);
  if (!row) return null;
  const charter = await parts.charters.load(tables, space, row);
  return charter.members.get(idText<AccountId>(account))?.removedSeq ?? null;
}

/**
 * For members, and for members of spaces that this one has introduced: they verify it against what was introduced. Former
 * members are read it up to their removal and no further.
 */
export const read: Handler<'charter/read'> = async (body, { parts, session }) => {
  const { tables } = parts.db;
  const { space, from } = body;
  if (await findMember(tables, space, session.account)) return charterPage(tables, space, from);
  const own = (await spacesOf(tables, session.account)).map((each) => each.space);
  if (await parts.introduced.any(tables, space, own)) return charterPage(tables, space, from);
  const removal = await removalOf(parts, space, session.account);
  return removal === null ? refuse('not-allowed') : charterPage(tables, space, from, removal);
};
