import { Refused, refuse } from '../../refused.ts';
import { findMember, lockSpace } from '../../storage/spaces.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { insertWrap } from '../../storage/wraps.ts';
import type { Handler } from '../handler.ts';

/** Under the space's lock, so that no key is handed to somebody who is being removed or for an epoch that is over. */
export const wrap: Handler<'epochs/wrap'> = async (body, { parts, session }) => {
  const done = await inTransaction(parts.db.tables, async (tx) => {
    const space = await lockSpace(tx, body.space);
    if (!space || !(await findMember(tx, body.space, session.account))) return refuse('not-allowed');
    if (body.epoch !== space.epoch) return refuse('generation-stale', 'epoch');
    if (!(await findMember(tx, body.space, body.account))) return refuse('not-allowed');
    await insertWrap(tx, { ...body, by: session.account });
    return {};
  });
  if (!(done instanceof Refused)) parts.nudges.changed(body.space);
  return done;
};
