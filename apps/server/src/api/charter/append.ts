import { appendActs } from '../../charter/append.ts';
import { Refused } from '../../refused.ts';
import { catchUpChain } from '../../storage/chain.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

export const append: Handler<'charter/append'> = async (body, { parts, session }) => {
  await catchUpChain(parts.db, body.space, session.account);
  const done = await parts.turns.run(body.space, session.account, () =>
    inTransaction(parts.db.tables, (tx) => appendActs(tx, parts, session.account, body)),
  );
  if (done instanceof Refused) return done;
  if (done.members) {
    parts.nudges.membersChanged(body.space);
    parts.teamChanged();
  }
  parts.nudges.charterChanged(body.space);
  return { position: done.position };
};
