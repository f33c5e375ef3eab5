import { dayNumberOf } from '../../days.ts';
import { Refused } from '../../refused.ts';
import { eraseBlobs } from '../../storage/erased.ts';
import { mayErase } from '../../storage/may-erase.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

export const erase: Handler<'blobs/erase'> = async (body, { parts, session }) => {
  const { space, dossier, blobs } = body;
  return inTransaction(parts.db.tables, async (tx) => {
    const may = await mayErase(tx, session.account, body);
    if (may instanceof Refused) return may;
    const asked = { by: session.account, day: dayNumberOf(parts.clock()) };
    if (may === 'may') await eraseBlobs(tx, parts.blobs, { space, dossier, blobs }, asked);
    return {};
  });
};
