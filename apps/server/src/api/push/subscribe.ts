import { dayNumberOf } from '../../days.ts';
import { refuse } from '../../refused.ts';
import { putSubscription } from '../../storage/push.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

/** Which host takes the messages is the browser's choice; that it is none of our own neighbours is checked here and at each call. */
export const subscribe: Handler<'push/subscribe'> = (body, { parts, session }) =>
  inTransaction(parts.db.tables, async (tx) => {
    if (parts.push.publicKey === null) return refuse('not-allowed');
    if (!parts.push.admits(body.endpoint)) return refuse('malformed', 'endpoint');
    // An uncompressed point; whether it lies on the curve is found out by the library that seals to it.
    if (body.p256dh[0] !== 4) return refuse('malformed', 'p256dh');
    await putSubscription(tx, session.account, body, dayNumberOf(parts.clock()));
    return {};
  });
