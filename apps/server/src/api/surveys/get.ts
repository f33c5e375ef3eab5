import { refuse } from '../../refused.ts';
import { findMember } from '../../storage/spaces.ts';
import { readSurvey } from '../../storage/surveys.ts';
import type { Handler } from '../handler.ts';

export const get: Handler<'surveys/get'> = async ({ space, hash }, { parts, session }) => {
  const { tables } = parts.db;
  if (!(await findMember(tables, space, session.account))) return refuse('not-allowed');
  const survey = await readSurvey(tables, space, hash);
  return survey === null ? refuse('not-found') : { survey };
};
