import type { DossierId } from '@dayaq/sealing';
import type { Outcome, Waiting } from '../client.ts';
import type { Gates } from '../gates.ts';
import type { Session } from '../session.ts';

export function waiting(session: Session, gates: Gates): Waiting {
  async function decided(work: Parameters<typeof gates.whenOpen<null>>[0]): Promise<Outcome<null>> {
    const outcome = await gates.whenOpen(work);
    if (outcome.ok) {
      session.announce();
      session.loop?.soon();
    }
    return outcome;
  }
  return {
    waiting: () => gates.ask([], (inside, unlocked) => inside.waitingItems(unlocked)),
    heldAct: (id) => gates.whenOpen((inside, unlocked) => inside.heldAct(unlocked, id)),
    sendHeld: (id) => decided((inside, unlocked) => inside.sendHeld(unlocked, id)),
    dropHeld: (id) => decided((inside, unlocked) => inside.dropHeld(unlocked, id)),
    apart: (at) => gates.inEach(at, (inside, { engine }, ring) => inside.apartRows(engine, ring.space)),
    apartReport: (dossier) =>
      gates.whenOpen((inside, { engine }) => inside.apartReport(engine, dossier as DossierId)),
    syncNow: async () => {
      await gates.ask(undefined, (inside, unlocked) => inside.tryAll(unlocked));
      await session.loop?.now();
    },
  };
}
