import { equalBytes, idBytes } from '@dayaq/sealing';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { forgetReading } from './read-again.ts';
import { reteachFiles } from './reteach-files.ts';
import { keepWhatStood } from './what-stood.ts';

/**
 * The server's log has another life: it was put back to an earlier state, by its operator's restore or by a lie. If its
 * charter is still ours, nothing that it could gain from is at stake: the log is read from the start, where it must be what
 * it was, and what it has lost is sent again, whoever wrote it, files too. A charter that lost an act is never accepted: a removal
 * could be undone that way. Answers whether to go on.
 */
export async function reteach(unlocked: Unlocked, ring: Ring): Promise<boolean> {
  const { engine, server } = unlocked;
  const own = engine.all<{ act: Uint8Array }>(
    'select act from charter where space = ? order by seq',
    ring.space,
  );
  let from = 0;
  for (;;) {
    const answer = await server.call('charter/read', { space: idBytes(ring.space), from });
    if (!answer.ok || !unlocked.alive) return false;
    for (const act of answer.value.acts) {
      const known = own[from]?.act;
      if (known !== undefined && !equalBytes(known, act)) return false;
      from++;
    }
    if (!answer.value.more || answer.value.acts.length === 0) break;
  }
  if (from < own.length) return false;
  const keep = await keepWhatStood(unlocked, ring);
  if (!unlocked.alive) return false;
  await reteachFiles(unlocked, ring);
  if (!unlocked.alive) return false;
  engine.transaction(() => {
    keep();
    forgetReading(engine, ring);
  });
  unlocked.ciphers.clear();
  return true;
}
