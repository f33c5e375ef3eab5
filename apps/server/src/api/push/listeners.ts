import { refuse } from '../../refused.ts';
import { listenersOf } from '../../storage/push.ts';
import { findMember } from '../../storage/spaces.ts';
import type { Handler } from '../handler.ts';

export const listeners: Handler<'push/listeners'> = async (body, { parts, session }) => {
  if (!(await findMember(parts.db.tables, body.space, session.account))) return refuse('not-allowed');
  if (parts.push.publicKey === null) return { accounts: [] };
  return { accounts: await listenersOf(parts.db.tables, body.space) };
};
