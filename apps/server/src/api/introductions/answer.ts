import { dayNumberOf } from '../../days.ts';
import { equal } from '../../hash.ts';
import { refuse } from '../../refused.ts';
import { answerIntroduction, findIntroduction, openIntroduction } from '../../storage/introductions.ts';
import type { Handler } from '../handler.ts';

/** The first answer stays; the same answer again is the same call repeated. */
export const answer: Handler<'introductions/answer'> = async (body, { parts }) => {
  const { space, introduction, sealed } = body;
  const found = await openIntroduction(parts.db.tables, space, introduction, dayNumberOf(parts.clock()));
  if (typeof found === 'string') return refuse(`invitation-${found}`);
  if (!found.sealed) await answerIntroduction(parts.db.tables, space, introduction, sealed);
  const stored = await findIntroduction(parts.db.tables, space, introduction);
  if (!stored?.sealed || !equal(stored.sealed, sealed)) return refuse('invitation-used');
  parts.nudges.changed(space);
  return {};
};
