import { refuse } from '../../refused.ts';
import { findMember } from '../../storage/spaces.ts';
import { readSound } from '../../storage/survey-sounds.ts';
import type { Handler } from '../handler.ts';

export const get: Handler<'sounds/get'> = async ({ space, hash }, { parts, session }) => {
  const { tables } = parts.db;
  if (!(await findMember(tables, space, session.account))) return refuse('not-allowed');
  const sound = await readSound(tables, space, hash);
  return sound === null ? refuse('not-found') : { sound };
};
