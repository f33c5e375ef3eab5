import { refuse } from '../../refused.ts';
import { findMember, findSpace } from '../../storage/spaces.ts';
import { membersWithoutWrap } from '../../storage/wraps.ts';
import type { Handler } from '../handler.ts';

export const missing: Handler<'epochs/missing'> = async (body, { parts, session }) => {
  const space = await findSpace(parts.db.tables, body.space);
  if (!space || !(await findMember(parts.db.tables, body.space, session.account)))
    return refuse('not-allowed');
  return { epoch: space.epoch, accounts: await membersWithoutWrap(parts.db.tables, body.space, space.epoch) };
};
