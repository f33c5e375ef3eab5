import { teachActs } from '../../charter/teach.ts';
import { Refused } from '../../refused.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

export const teach: Handler<'charter/teach'> = async (body, { parts, session }) => {
  const taught = await inTransaction(parts.db.tables, (tx) => teachActs(tx, parts, session.account, body));
  if (taught instanceof Refused) return taught;
  if (taught.acts > 0) {
    parts.nudges.membersChanged(body.space);
    parts.nudges.charterChanged(body.space);
    parts.teamChanged();
  }
  return { seq: taught.seq };
};
