import { refuse } from '../../refused.ts';
import { findMember } from '../../storage/spaces.ts';
import { wrapsOf } from '../../storage/wraps.ts';
import type { Handler } from '../handler.ts';

const NEWEST = 1000;

export const read: Handler<'epochs/read'> = async (body, { parts, session }) => {
  if (!(await findMember(parts.db.tables, body.space, session.account))) return refuse('not-allowed');
  return { wraps: await wrapsOf(parts.db.tables, body.space, session.account, NEWEST) };
};
