import { refuse } from '../../refused.ts';
import { countOnlyReadBy } from '../../storage/dossiers.ts';
import { findMember } from '../../storage/spaces.ts';
import type { Handler } from '../handler.ts';

export const unreadable: Handler<'spaces/unreadable'> = async (body, { parts, session }) => {
  const { space, account } = body;
  const member = await findMember(parts.db.tables, space, session.account);
  if (!member?.keyholder) return refuse('not-allowed');
  return { dossiers: await countOnlyReadBy(parts.db, space, account) };
};
