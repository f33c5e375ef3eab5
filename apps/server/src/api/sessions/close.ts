import { deleteSession, deleteSessions } from '../../storage/sessions.ts';
import type { Handler } from '../handler.ts';

export const close: Handler<'sessions/close'> = async (body, { parts, session }) => {
  if (body.everywhere) await deleteSessions(parts.db.tables, session.account);
  else await deleteSession(parts.db.tables, session.tokenHash);
  return {};
};
