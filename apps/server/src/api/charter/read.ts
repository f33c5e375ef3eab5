import { charterPage } from '../../charter/page.ts';
import { refuse } from '../../refused.ts';
import { findMember, spacesOf } from '../../storage/spaces.ts';
import type { Handler } from '../handler.ts';

/** For members, and for members of spaces that this one has introduced: they verify it against what was introduced. */
export const read: Handler<'charter/read'> = async (body, { parts, session }) => {
  const { tables } = parts.db;
  if (!(await findMember(tables, body.space, session.account))) {
    const own = (await spacesOf(tables, session.account)).map(({ space }) => space);
    if (!(await parts.introduced.any(tables, body.space, own))) return refuse('not-allowed');
  }
  return charterPage(parts.db.tables, body.space, body.from);
};
