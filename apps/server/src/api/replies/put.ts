import { isSealedMessageSize } from '@dayaq/sealing/verify';
import { dayNumberOf } from '../../days.ts';
import { refuse } from '../../refused.ts';
import { insertReply } from '../../storage/letters.ts';
import { findMember } from '../../storage/spaces.ts';
import type { Handler } from '../handler.ts';

export const put: Handler<'replies/put'> = async (body, { parts, session }) => {
  const { tables } = parts.db;
  const member = await findMember(tables, body.space, session.account);
  if (!member || member.role === 'viewer') return refuse('not-allowed');
  if (!isSealedMessageSize(body.sealed.length)) return refuse('malformed', 'sealed');
  await insertReply(tables, { ...body, day: dayNumberOf(parts.clock()) });
  return {};
};
