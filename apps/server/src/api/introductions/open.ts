import { LIMITS } from '@dayaq/protocol';
import { dayAfter } from '../../days.ts';
import { refuse } from '../../refused.ts';
import { insertIntroduction } from '../../storage/introductions.ts';
import { findMember } from '../../storage/spaces.ts';
import type { Handler } from '../handler.ts';

export const open: Handler<'introductions/open'> = async (body, { parts, session }) => {
  const member = await findMember(parts.db.tables, body.space, session.account);
  if (!member?.keyholder) return refuse('not-allowed');
  const expiresDay = dayAfter(parts.clock() + LIMITS.introductionLife);
  await insertIntroduction(parts.db.tables, body.space, body.introduction, {
    expiresDay,
    openedBy: session.account,
  });
  return {};
};
