import { refuse } from '../../refused.ts';
import { findMember, lockSpace } from '../../storage/spaces.ts';
import { keepSoonest, putTimers } from '../../storage/timers.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

/** Under the space's lock, so that what one device of the caller sets and another takes back do not meet halfway. */
export const set: Handler<'timers/set'> = (body, { parts, session }) =>
  inTransaction(parts.db.tables, async (tx) => {
    const space = await lockSpace(tx, body.space);
    const member = space && (await findMember(tx, body.space, session.account));
    if (!space || !member || member.role === 'viewer') return refuse('not-allowed');
    const setter = { space: body.space, account: session.account };
    await putTimers(tx, setter, space.position, body.timers);
    await keepSoonest(tx, setter);
    return {};
  });
