import type { DossierPage, DossierQuery, Lists } from '../client.ts';
import type { Engine } from '../database/engine.ts';
import type { Gates } from '../gates.ts';
import type { Inside } from '../session.ts';

export function lists(gates: Gates): Lists {
  return {
    dossiers: (query) =>
      gates.inSpace<DossierPage>(
        undefined,
        { rows: [], total: 0, more: false, facets: {} },
        (inside, { engine }) => listed(inside, engine, query),
      ),
    find: (query, at) => {
      const none = { rows: [], more: false };
      const ring = gates.ringAt(at ?? undefined);
      if (at !== null && ring === undefined) return Promise.resolve(none);
      return gates.ask(none, (inside, unlocked) => {
        // With one space there is nothing to leave out.
        const space = at === null || unlocked.rings.size === 1 ? null : (ring?.space ?? null);
        return inside.find(unlocked, query, space);
      });
    },
    cases: (query, at) =>
      gates.inSpace(at, { rows: [], total: 0, more: false }, async (inside, { engine }, ring) =>
        inside.casePage(await listed(inside, engine, inside.casesAsked(ring.space, query))),
      ),
    records: (query, at) =>
      gates.inSpace(at, { records: [], next: null }, (inside, { engine }, ring) =>
        inside.listRecords(engine, ring.space, query),
      ),
  };
}

async function listed(inside: Inside, engine: Engine, query: DossierQuery): Promise<DossierPage> {
  const wanted = await inside.wantedIn(engine, query.text);
  return inside.listDossiers(engine, query, wanted);
}
