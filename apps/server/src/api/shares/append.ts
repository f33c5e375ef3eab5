import { Refused } from '../../refused.ts';
import { appendShared } from '../../shares/append.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

export const append: Handler<'shares/append'> = async (body, { parts, session }) => {
  const position = await parts.turns.run(body.owner, session.account, () =>
    inTransaction(parts.db.tables, (tx) => appendShared(tx, session.account, body)),
  );
  if (position instanceof Refused) return position;
  parts.nudges.changed(body.owner);
  parts.nudges.changed(body.space);
  return { position };
};
