import { equalBytes, idBytes } from '@dayaq/sealing';
import type { Outcome } from '../client.ts';
import { failed, success } from '../failure.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { forgetReading } from './read-again.ts';
import { reteachFiles } from './reteach-files.ts';
import { teachFrom } from './teach-charter.ts';
import { keepWhatStood } from './what-stood.ts';

/** The server goes on without an act that is known here, and does not take it any more. */
const PARTED = new Set(['charter-moved', 'invitation-unknown', 'invitation-used', 'invitation-expired']);

/**
 * The server's log has another life: it was put back to an earlier state, by its operator's restore or by a lie. First it
 * is told the charter acts that it lost, before it is given or believed anything else: nobody whom they removed comes back
 * by that (`taught`: its log is asked for anew). With a charter that has all of ours, nothing that it could gain from is at stake: the log is read from the start,
 * where it must be what it was, and what it has lost is sent again, whoever wrote it, files too (`ready`). A charter that
 * goes on otherwise than ours is never accepted.
 */
export async function reteach(unlocked: Unlocked, ring: Ring): Promise<Outcome<'ready' | 'taught'>> {
  const { engine, server } = unlocked;
  const own = engine.all<{ act: Uint8Array }>(
    'select act from charter where space = ? order by seq',
    ring.space,
  );
  let from = 0;
  for (;;) {
    const answer = await server.call('charter/read', { space: idBytes(ring.space), from });
    if (!answer.ok) return answer;
    if (!unlocked.alive) return failed('locked');
    for (const act of answer.value.acts) {
      const known = own[from]?.act;
      if (known !== undefined && !equalBytes(known, act)) return failed('server-lies', 'parted');
      from++;
    }
    if (!answer.value.more || answer.value.acts.length === 0) break;
  }
  if (from < own.length) {
    const taught = await teachFrom(unlocked, ring, from);
    if (taught.ok) return success('taught');
    return PARTED.has(taught.code) ? failed('server-lies', 'parted') : taught;
  }
  const keep = await keepWhatStood(unlocked, ring);
  if (!unlocked.alive) return failed('locked');
  await reteachFiles(unlocked, ring);
  if (!unlocked.alive) return failed('locked');
  engine.transaction(() => {
    keep();
    forgetReading(engine, ring);
  });
  unlocked.ciphers.clear();
  return success('ready');
}
