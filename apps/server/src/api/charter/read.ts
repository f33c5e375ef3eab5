import { charterPage } from '../../charter/page.ts';
import { refuse } from '../../refused.ts';
import { findMember } from '../../storage/spaces.ts';
import type { Handler } from '../handler.ts';

export const read: Handler<'charter/read'> = async (body, { parts, session }) => {
  if (!(await findMember(parts.db.tables, body.space, session.account))) return refuse('not-allowed');
  return charterPage(parts.db.tables, body.space, body.from);
};
