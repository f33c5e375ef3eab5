import { LIMITS } from '@dayaq/protocol';
import { refuse } from '../../refused.ts';
import { erasedIn } from '../../storage/erased.ts';
import { findMember } from '../../storage/spaces.ts';
import type { Handler } from '../handler.ts';

export const erased: Handler<'dossiers/erased'> = async ({ space }, { parts, session }) => {
  const member = await findMember(parts.db.tables, space, session.account);
  if (!member?.keyholder) return refuse('not-allowed');
  return { erased: await erasedIn(parts.db.tables, space, LIMITS.erasedTold) };
};
