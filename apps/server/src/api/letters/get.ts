import { refuse } from '../../refused.ts';
import { readPiece } from '../../storage/letters.ts';
import { findMember } from '../../storage/spaces.ts';
import type { Handler } from '../handler.ts';

export const get: Handler<'letters/get'> = async ({ space, letter, piece }, { parts, session }) => {
  const { tables } = parts.db;
  if (!(await findMember(tables, space, session.account))) return refuse('not-allowed');
  const sealed = await readPiece(tables, space, letter, piece);
  return sealed === null ? refuse('not-found') : { sealed };
};
