import { readNotice } from '@dayaq/domain';
import { refuse } from '../../refused.ts';
import { readSurvey } from '../../storage/surveys.ts';
import type { Handler } from '../handler.ts';

/** What two have signed for, and nothing else that members have published. */
export const read: Handler<'surveys/read'> = async ({ space, hash }, { parts }) => {
  const here = await parts.doors.of(space);
  const notice = here === null ? null : readNotice(here.door.notice);
  const wanted = Buffer.from(hash).toString('base64url');
  if (notice?.surveys?.some((each) => each.hash === wanted) !== true) return refuse('not-found');
  const survey = await readSurvey(parts.db.tables, space, hash);
  return survey === null ? refuse('not-found') : { survey };
};
