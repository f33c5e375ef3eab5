import { refuse } from '../../refused.ts';
import { findMember, lockSpace } from '../../storage/spaces.ts';
import { leaveTimers } from '../../storage/timers.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

export const only: Handler<'timers/only'> = (body, { parts, session }) =>
  inTransaction(parts.db.tables, async (tx) => {
    const member = (await lockSpace(tx, body.space)) && (await findMember(tx, body.space, session.account));
    if (!member || member.role === 'viewer') return refuse('not-allowed');
    const caller = { space: body.space, account: session.account };
    await leaveTimers(tx, caller, body.position, { allBut: body.timers });
    return {};
  });
