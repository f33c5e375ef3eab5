import { LIMITS } from '@dayaq/protocol';
import { refuse } from '../../refused.ts';
import { findMember, lockSpace } from '../../storage/spaces.ts';
import { countTimers, putTimers } from '../../storage/timers.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

/** Under the space's lock, so that its number of timers holds whoever else sets some. */
export const set: Handler<'timers/set'> = (body, { parts, session }) =>
  inTransaction(parts.db.tables, async (tx) => {
    const member = (await lockSpace(tx, body.space)) && (await findMember(tx, body.space, session.account));
    if (!member || member.role === 'viewer') return refuse('not-allowed');
    await putTimers(tx, body.space, body.timers);
    if ((await countTimers(tx, body.space)) > LIMITS.timersPerSpace) return refuse('too-large', 'timers');
    return {};
  });
