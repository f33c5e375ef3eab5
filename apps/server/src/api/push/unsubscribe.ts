import { deleteSubscription } from '../../storage/push.ts';
import type { Handler } from '../handler.ts';

export const unsubscribe: Handler<'push/unsubscribe'> = async (body, { parts, session }) => {
  await deleteSubscription(parts.db.tables, session.account, body.endpoint);
  return {};
};
