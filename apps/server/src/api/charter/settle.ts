import { settleTeam } from '../../charter/settle.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

export const settle: Handler<'charter/settle'> = async (body, { parts, session }) => {
  const refused = await inTransaction(parts.db.tables, (tx) => settleTeam(tx, session.account, body));
  return refused ?? {};
};
