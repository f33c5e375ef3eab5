import { type AccountId, type DossierId, idBytes, idText } from '@dayaq/sealing';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/**
 * Whether somebody else's erasure may be carried out on what this device has. Whoever was shut out of a dossier has an old copy,
 * and is not shown who reads it since: by its log alone, another one who was shut out would seem to read it. So the server is
 * asked, which knows: either it gives the dossier to this account, whose log then says who reads it, or it has destroyed its part,
 * which it does for its readers alone. A server that lies can have an old copy destroyed, and nothing that anybody else reads.
 */
export async function mayCarryOut(
  unlocked: Unlocked,
  ring: Ring,
  { of, by }: { of: DossierId; by: AccountId },
): Promise<boolean> {
  if (by === unlocked.account.id) return true;
  const space = idBytes(ring.space);
  const given = await unlocked.server.call('entries/dossier', {
    space,
    dossier: idBytes(of),
    after: 0,
    limit: 1,
  });
  if (!given.ok) return false;
  if (given.value.items.length > 0) return true;
  const there = await unlocked.server.call('dossiers/erased', { space });
  return there.ok && there.value.erased.some(({ dossier }) => idText<DossierId>(dossier) === of);
}
