import type { CaseQuery, DossierPage, DossierQuery, Lists } from '../client.ts';
import type { Engine } from '../database/engine.ts';
import type { Gates } from '../gates.ts';
import type { Inside } from '../session.ts';

const EVERY_CASE: CaseQuery = {
  text: '',
  filters: {},
  sort: 'updated',
  descending: true,
  offset: 0,
  limit: 1,
};

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
    facets: (names, at) =>
      gates.inSpace<Awaited<ReturnType<Lists['facets']>>>(at, {}, async (inside, { engine }, ring) => {
        const asked = { ...inside.casesAsked(ring.space, EVERY_CASE), count: names };
        const { facets } = await listed(inside, engine, asked);
        return Object.fromEntries(
          Object.entries(facets).map(([name, counts]) => [
            name,
            counts.map(({ code, dossiers }) => ({ code, cases: dossiers })),
          ]),
        );
      }),
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
