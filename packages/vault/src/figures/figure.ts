import { count, type Question } from '@dayaq/domain/count';
import type { FigureAnswer } from '../client.ts';
import { spaceNumber } from '../database/space-number.ts';
import { shutOutIn } from '../shut-out.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/** What is asked of everything in a space that this account may read. */
export async function figure(
  unlocked: Unlocked,
  ring: Ring,
  question: Question,
  today: string,
): Promise<FigureAnswer> {
  const { closed } = await shutOutIn(unlocked, ring);
  const found = count(unlocked.facts.of(spaceNumber(unlocked.engine, ring.space), closed), question, today);
  return found === null ? { is: 'too-large' } : { is: 'counted', count: found };
}
