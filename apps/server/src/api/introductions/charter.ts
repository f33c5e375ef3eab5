import { charterPage } from '../../charter/page.ts';
import { dayNumberOf } from '../../days.ts';
import { refuse } from '../../refused.ts';
import { findIntroduction } from '../../storage/introductions.ts';
import type { Handler } from '../handler.ts';

/** The introduction's id comes from the link's secret: whoever knows it holds the link. */
export const charter: Handler<'introductions/charter'> = async (body, { parts }) => {
  const found = await findIntroduction(parts.db.tables, body.space, body.introduction);
  if (!found) return refuse('invitation-unknown');
  if (found.expiresDay <= dayNumberOf(parts.clock())) return refuse('invitation-expired');
  return charterPage(parts.db.tables, body.space, body.from);
};
