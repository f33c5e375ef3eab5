import { takePiece } from '../../letters/take-piece.ts';
import { Refused } from '../../refused.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

export const put: Handler<'letters/put'> = async (body, { parts, begins }) => {
  const taken = await inTransaction(parts.db.tables, (tx) => takePiece(tx, parts, body, begins));
  if (taken instanceof Refused) return taken;
  if (taken.isNew) parts.nudges.changed(body.space);
  return { stored: taken.stored, complete: taken.complete };
};
