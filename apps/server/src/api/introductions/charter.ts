import { charterPage } from '../../charter/page.ts';
import { dayNumberOf } from '../../days.ts';
import { refuse } from '../../refused.ts';
import { openIntroduction } from '../../storage/introductions.ts';
import type { Handler } from '../handler.ts';

/** The introduction's id comes from the link's secret: whoever knows it holds the link. */
export const charter: Handler<'introductions/charter'> = async (body, { parts }) => {
  const today = dayNumberOf(parts.clock());
  const found = await openIntroduction(parts.db.tables, body.space, body.introduction, today);
  if (typeof found === 'string') return refuse(`invitation-${found}`);
  // Whoever answered knows it; the link lies about for two weeks, and shows nobody else who belongs to us.
  if (found.sealed !== null) return refuse('invitation-used');
  return charterPage(parts.db.tables, body.space, body.from);
};
