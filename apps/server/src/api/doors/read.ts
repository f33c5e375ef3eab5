import { LIMITS } from '@dayaq/protocol';
import { dayNumberOf } from '../../days.ts';
import { refuse } from '../../refused.ts';
import type { Handler } from '../handler.ts';

export const read: Handler<'doors/read'> = async ({ space }, { parts }) => {
  const door = await parts.doors.of(space);
  if (door === null || door.acts.length > LIMITS.doorActs) return refuse('not-found');
  return { acts: [...door.acts], day: dayNumberOf(parts.clock()) };
};
