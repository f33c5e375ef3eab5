import { isHeard } from '../../letters/heard.ts';
import { refuse } from '../../refused.ts';
import { readSound } from '../../storage/survey-sounds.ts';
import type { Handler } from '../handler.ts';

/** What two have signed for, and nothing else that members have put. */
export const read: Handler<'sounds/read'> = async ({ space, hash }, { parts }) => {
  if (!(await isHeard(parts, space, hash))) return refuse('not-found');
  const sound = await readSound(parts.db.tables, space, hash);
  return sound === null ? refuse('not-found') : { sound };
};
