import type { DossierId } from '@dayaq/sealing';
import type { Asked, Outcome } from './client.ts';
import { done } from './failure.ts';
import { wantReaders } from './outbox.ts';
import { standingGeneration } from './space/generations.ts';
import { wantedReaders } from './space/readers-asked.ts';
import type { Ring } from './space/ring.ts';
import type { Unlocked } from './unlocked.ts';
import { wentBefore } from './went-before.ts';

/**
 * Says who may open a dossier, and with it what went before it (`wentBefore`): whoever is shut out of the one is shut out of
 * the other. What the same people read follows it; what others read opens to nobody by it.
 * @param readers null: every member
 */
export async function restrictWhole(
  unlocked: Unlocked,
  ring: Ring,
  dossier: DossierId,
  readers: readonly string[] | null,
  asked: Asked,
): Promise<Outcome<null>> {
  const { space } = ring;
  const readersNow = async (of: DossierId): Promise<string[] | null> =>
    wantedReaders(unlocked, space, of, await standingGeneration(unlocked, space, of));
  const were = await readersNow(dossier);
  const earlier: { id: DossierId; to: readonly string[] | null }[] = [];
  for (const id of wentBefore(unlocked.engine, space, dossier)) {
    const now = await readersNow(id);
    const to = isSame(now, were) ? readers : within(now, readers);
    if (!isSame(now, to) && now?.includes(unlocked.account.id) !== false) earlier.push({ id, to });
  }
  // What went before first: cut off in between, nothing stands open behind what is closed, and pressing again goes on.
  for (const { id, to } of earlier) {
    const closed = await wantReaders(unlocked, ring, id, to);
    if (!closed.ok) return closed;
  }
  const wanted = await wantReaders(unlocked, ring, dossier, readers, asked);
  if (wanted.ok && unlocked.alive && earlier.length > 0)
    unlocked.changed(
      earlier.map(({ id }) => id),
      [],
    );
  return wanted.ok ? done : wanted;
}

/** Those of `now` who are among `wanted`; null stands for everybody. */
function within(now: readonly string[] | null, wanted: readonly string[] | null): readonly string[] | null {
  if (wanted === null) return now;
  return now === null ? wanted : now.filter((account) => wanted.includes(account));
}

function isSame(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((account) => other.includes(account));
}
