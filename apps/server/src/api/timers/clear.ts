import { refuse } from '../../refused.ts';
import { findMember } from '../../storage/spaces.ts';
import { deleteTimers } from '../../storage/timers.ts';
import type { Handler } from '../handler.ts';

/** Whoever knows a timer's id may take it back: ids come from a key that only members have. */
export const clear: Handler<'timers/clear'> = async (body, { parts, session }) => {
  const member = await findMember(parts.db.tables, body.space, session.account);
  if (!member || member.role === 'viewer') return refuse('not-allowed');
  await deleteTimers(parts.db.tables, body.space, body.timers);
  return {};
};
