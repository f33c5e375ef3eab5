import { type About, bearingCases } from '@dayaq/domain/count';
import type { BearingAnswer, Id } from '../client.ts';
import type { Engine } from '../database/engine.ts';
import { spaceNumber } from '../database/space-number.ts';
import { shutOutIn } from '../shut-out.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/** Cases that are named at once. */
const MOST = 20;

const SAID = `
select d.id from link l join dossier d on d.rid = l.rid
where l.target = ? and l.kind = 'bearing' and l.field = 'commitment' and d.space = ?`;

/** Cases of a space of which somebody has said that they bear on a commitment. */
export const saidToBear = (engine: Engine, space: number, commitment: Id): ReadonlySet<string> =>
  new Set(engine.all<{ id: string }>(SAID, commitment, space).map(({ id }) => id));

/** Cases of a space, as far as this account may open them, that may bear on a commitment. */
export async function bearing(
  unlocked: Unlocked,
  ring: Ring,
  commitment: Id,
  about: About,
): Promise<BearingAnswer> {
  const space = spaceNumber(unlocked.engine, ring.space);
  const { closed } = await shutOutIn(unlocked, ring);
  const known = saidToBear(unlocked.engine, space, commitment);
  return { is: 'found', ...bearingCases(unlocked.facts.of(space, closed), about, known, MOST) };
}
