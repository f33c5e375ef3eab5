import type { DossierId } from '@dayaq/sealing';
import type { Dossiers, Id, Outcome, Presence } from '../client.ts';
import { failed } from '../failure.ts';
import type { Gates } from '../gates.ts';
import type { Inside, Session } from '../session.ts';
import { mayWrite, ringOf, type Unlocked } from '../unlocked.ts';

export function dossiers(session: Session, gates: Gates): Dossiers {
  return {
    save: async (request, at) => {
      const here = gates.ringAt(at)?.space ?? null;
      const saved = await gates.whenOpen((inside, unlocked) => {
        const place = inside.placeOf(unlocked, request.dossier as DossierId, here);
        if (place === null) return failed('not-found');
        return inside.saveAct(unlocked, place.ring, request, { space: place.space, wish: null });
      });
      if (saved.ok) {
        session.loop?.soon();
        session.announce();
      }
      return saved;
    },
    saveTogether: async (acts, at) => {
      const saved = await gates.whenOpen<Id[]>((inside, unlocked) => {
        const ring = gates.ringAt(at);
        if (ring === undefined) return failed('not-found');
        const isElsewhere = acts.some(({ dossier }) => {
          const place = inside.placeOf(unlocked, dossier as DossierId, ring.space);
          return place?.space !== ring.space;
        });
        return isElsewhere ? failed('not-found') : inside.saveActs(unlocked, ring, acts);
      });
      if (saved.ok) {
        session.loop?.soon();
        session.announce();
      }
      return saved;
    },
    idsFor: (names, at) =>
      gates.ask<Id[]>([], (inside) => {
        const ring = gates.ringAt(at);
        return ring === undefined ? [] : inside.idsFor(ring, names);
      }),
    presence: (ids, at) =>
      gates.inSpace<Record<Id, Presence>>(at, {}, (inside, unlocked, ring) =>
        inside.presence(unlocked, ring, ids),
      ),
    newId: () =>
      session.unlocked === null
        ? Promise.reject(new Error('locked'))
        : Promise.resolve(session.inside.newRecordId(session.unlocked)),
    dossier: (id, at) =>
      atHome(gates, id, at, (inside, unlocked) => inside.dossierView(unlocked, id as DossierId)),
    history: (id, at) =>
      atHome(gates, id, at, (inside, unlocked) => inside.dossierHistory(unlocked, id as DossierId)),
    roster: (at) =>
      gates.asking(at, async (inside, unlocked, ring) =>
        inside.dossierView(unlocked, await inside.rosterDossier(ring.space)),
      ),
    spaceOf: (dossier) =>
      gates.ask<string | null>(null, (inside, unlocked) => inside.homeOf(unlocked, dossier as DossierId)),
    restrict: async (request) => {
      const dossier = request.dossier as DossierId;
      const wanted = await gates.whenOpen(async (inside, unlocked) => {
        await unlocked.due.settled(unlocked);
        const ring = ringOf(unlocked, inside.spaceOf(unlocked.engine, dossier));
        if (ring === null) return failed('not-found');
        if (!mayWrite(ring)) return failed('not-allowed');
        const readers = request.to === null ? null : [...new Set([...request.to, unlocked.account.id])];
        return inside.restrictWhole(unlocked, ring, dossier, readers, request);
      });
      if (wanted.ok) {
        session.tell({ type: 'changed', dossiers: [dossier], kinds: [] });
        session.loop?.soon();
      }
      return wanted;
    },
  };
}

/** `not-found` where the dossier is worked on in another space than the one that is named. */
function atHome<T>(
  gates: Gates,
  id: string,
  at: string | undefined,
  work: (inside: Inside, unlocked: Unlocked) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return gates.whenOpen((inside, unlocked) => {
    const isElsewhere = at !== undefined && inside.homeOf(unlocked, id as DossierId) !== at;
    return isElsewhere ? failed('not-found') : work(inside, unlocked);
  });
}
