import type { Request } from '@dayaq/protocol';
import { storeGeneration, type Writing } from '../../generation/store.ts';
import type { Parts } from '../../parts.ts';
import { Refused, refuse } from '../../refused.ts';
import { appendEntriesIn } from '../../storage/log.ts';
import { findMember, lockSpace, updateSpace } from '../../storage/spaces.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

/** Generations first, then the entries that need them, in one transaction under the space's lock. */
function appendBoth(
  parts: Parts,
  account: Uint8Array,
  body: Request<'entries/append'>,
): Promise<number | Refused> {
  const { space, generations, entries } = body;
  return inTransaction(parts.db.tables, async (tx) => {
    const row = await lockSpace(tx, space);
    const member = row && (await findMember(tx, space, account));
    if (!row || !member || member.role === 'viewer') return refuse('not-allowed');
    const charter = await parts.charters.load(tx, space, row);
    const writing: Writing = { tx, space, account, charter };
    let position = row.position;
    for (const bytes of generations) {
      const stored = await storeGeneration(writing, bytes, position + 1);
      if (stored instanceof Refused) return stored;
      if (stored) position++;
    }
    await updateSpace(tx, space, { ...row, position });
    return entries.length === 0 ? position : appendEntriesIn(tx, { space, account, entries });
  });
}

export const append: Handler<'entries/append'> = async (body, { parts, session }) => {
  const { space, generations, entries } = body;
  const { account } = session;
  const position =
    generations.length > 0
      ? await appendBoth(parts, account, body)
      : await parts.appends.append({ space, account, entries });
  if (position instanceof Refused) return position;
  parts.nudges.changed(space);
  return { position };
};
