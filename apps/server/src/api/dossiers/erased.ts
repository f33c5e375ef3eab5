import { LIMITS } from '@dayaq/protocol';
import { refuse } from '../../refused.ts';
import { erasedBlobsIn, erasedIn } from '../../storage/erased.ts';
import { findMember } from '../../storage/spaces.ts';
import type { Handler } from '../handler.ts';

export const erased: Handler<'dossiers/erased'> = async ({ space }, { parts, session }) => {
  const member = await findMember(parts.db.tables, space, session.account);
  if (!member) return refuse('not-allowed');
  const { tables } = parts.db;
  return {
    erased: await erasedIn(tables, space, LIMITS.erasedTold),
    files: await erasedBlobsIn(tables, space, LIMITS.erasedTold),
  };
};
