import { LIMITS } from '@dayaq/protocol';
import { refuse } from '../../refused.ts';
import { lettersAfter } from '../../storage/letters.ts';
import { findMember } from '../../storage/spaces.ts';
import type { Handler } from '../handler.ts';

/** For every member: whom a letter is for stands inside its seal, and there alone. */
export const list: Handler<'letters/list'> = async ({ space, after }, { parts, session }) => {
  const { tables } = parts.db;
  if (!(await findMember(tables, space, session.account))) return refuse('not-allowed');
  const found = await lettersAfter(tables, space, after, LIMITS.lettersPerPage + 1);
  return { letters: found.slice(0, LIMITS.lettersPerPage), more: found.length > LIMITS.lettersPerPage };
};
