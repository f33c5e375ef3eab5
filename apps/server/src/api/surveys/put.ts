import { LIMITS } from '@dayaq/protocol';
import { dayNumberOf } from '../../days.ts';
import { sha256 } from '../../hash.ts';
import { refuse } from '../../refused.ts';
import { findMember } from '../../storage/spaces.ts';
import { insertSurvey } from '../../storage/surveys.ts';
import type { Handler } from '../handler.ts';

export const put: Handler<'surveys/put'> = async ({ space, survey }, { parts, session }) => {
  const { tables } = parts.db;
  const member = await findMember(tables, space, session.account);
  if (!member || member.role === 'viewer') return refuse('not-allowed');
  const hash = sha256(survey);
  const row = { space, hash, survey, day: dayNumberOf(parts.clock()), by: session.account };
  const kept = await insertSurvey(tables, row, LIMITS.surveysPerMember);
  return kept === null ? refuse('too-large', 'surveys') : { hash };
};
