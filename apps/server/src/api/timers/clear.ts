import { refuse } from '../../refused.ts';
import { findMember, lockSpace } from '../../storage/spaces.ts';
import { deleteTimers, leaveTimers } from '../../storage/timers.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

/** Nobody takes back what another has set: all that somebody may decide over that is whether they are woken themselves. */
export const clear: Handler<'timers/clear'> = (body, { parts, session }) =>
  inTransaction(parts.db.tables, async (tx) => {
    const member = (await lockSpace(tx, body.space)) && (await findMember(tx, body.space, session.account));
    if (!member || member.role === 'viewer') return refuse('not-allowed');
    const caller = { space: body.space, account: session.account };
    await deleteTimers(tx, caller, body.timers);
    await leaveTimers(tx, caller, body.position, { these: body.timers });
    return {};
  });
