import type { DossierId } from '@dayaq/sealing';
import type { Sharing } from '../client.ts';
import type { Gates } from '../gates.ts';
import { ringOf } from '../unlocked.ts';

export function sharing(gates: Gates): Sharing {
  return {
    share: (request, at) =>
      gates.acting(at, (inside, unlocked, ring) => inside.share(unlocked, ring, request)),
    endShare: (request) =>
      gates.acting(undefined, (inside, unlocked, chosen) => {
        const dossier = request.dossier as DossierId;
        const home = ringOf(unlocked, inside.spaceOf(unlocked.engine, dossier));
        return inside.endShare(unlocked, home ?? chosen, dossier);
      }),
    shares: (at) =>
      gates.inEach(
        at,
        (inside, unlocked, ring) => inside.sharedRows(unlocked, ring),
        (inside, rows) => inside.newestShared(rows),
      ),
  };
}
