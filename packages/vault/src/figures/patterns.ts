import { dayNumber } from '@dayaq/domain';
import { suggestPatterns } from '@dayaq/domain/count';
import type { PatternsAnswer } from '../client.ts';
import { spaceNumber } from '../database/space-number.ts';
import { shutOutIn } from '../shut-out.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/** Which cases stand in which pattern that is still there. */
const GATHERED = `
select l.target as pattern, d.id from link l join dossier d on d.rid = l.rid join dossier p on p.id = l.target
where l.kind = 'pattern-case' and l.field = 'pattern' and p.kind = 'pattern' and d.space = ?`;

/**
 * Acts that are alike, in the cases of a space that this account may open, without those that somebody has gathered already.
 * @param today YYYY-MM-DD
 */
export async function patterns(unlocked: Unlocked, ring: Ring, today: string): Promise<PatternsAnswer> {
  const { engine } = unlocked;
  const space = spaceNumber(engine, ring.space);
  const { closed } = await shutOutIn(unlocked, ring);
  const gathered = new Map<string, Set<string>>();
  for (const { pattern, id } of engine.all<{ pattern: string; id: string }>(GATHERED, space))
    gathered.set(pattern, (gathered.get(pattern) ?? new Set()).add(id));
  const facts = unlocked.facts.of(space, closed);
  return { is: 'found', ...suggestPatterns(facts, dayNumber(today), [...gathered.values()]) };
}
