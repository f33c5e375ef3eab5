import { refuse } from '../../refused.ts';
import { findMember } from '../../storage/spaces.ts';
import { countCodes } from '../../storage/survey-codes.ts';
import type { Handler } from '../handler.ts';

export const count: Handler<'codes/count'> = async ({ space, key }, { parts, session }) => {
  const { tables } = parts.db;
  if (!(await findMember(tables, space, session.account))) return refuse('not-allowed');
  return countCodes(tables, { space, key });
};
