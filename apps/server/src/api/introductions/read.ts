import { refuse } from '../../refused.ts';
import { findIntroduction } from '../../storage/introductions.ts';
import { findMember } from '../../storage/spaces.ts';
import type { Handler } from '../handler.ts';

export const read: Handler<'introductions/read'> = async (body, { parts, session }) => {
  if (!(await findMember(parts.db.tables, body.space, session.account))) return refuse('not-allowed');
  const found = await findIntroduction(parts.db.tables, body.space, body.introduction);
  return found ? { sealed: found.sealed } : refuse('invitation-unknown');
};
