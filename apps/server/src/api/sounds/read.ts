import { heardAt } from '../../letters/heard.ts';
import { refuse } from '../../refused.ts';
import { readSound } from '../../storage/survey-sounds.ts';
import type { Handler } from '../handler.ts';

/** What two have signed for, and nothing else that members have put. */
export const read: Handler<'sounds/read'> = async ({ space, hash }, { parts }) => {
  const sound = await readSound(parts.db.tables, space, hash);
  if (sound === null) return refuse('not-found');
  const heard = await heardAt(parts, space);
  return heard.has(Buffer.from(hash).toString('base64url')) ? { sound } : refuse('not-found');
};
