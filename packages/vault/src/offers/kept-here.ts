import type { CaseQuery, Draft, KeptHere, SavedView, Value } from '../client.ts';
import { done } from '../failure.ts';
import type { Gates } from '../gates.ts';
import type { Session } from '../session.ts';

/** What lists were ordered by before kinds said it: saved lists may still. */
const FORMER_ORDERS: Readonly<Record<string, CaseQuery['sort']>> = { opened: 'day', alias: 'title' };

export function keptHere(session: Session, gates: Gates): KeptHere {
  const kept = () => session.unlocked?.kept;
  const keep = (name: string, value: unknown) =>
    gates.whenOpen(async (_, unlocked) => {
      await unlocked.kept.put(name, value);
      return done;
    });
  return {
    drafts: async () => {
      const all = (await kept()?.all('draft/')) ?? [];
      return all.map(({ value }) => value as Draft).sort((a, b) => b.updated - a.updated);
    },
    draft: async (id) => ((await kept()?.get(`draft/${id}`)) ?? null) as Draft | null,
    saveDraft: (draft, at) => {
      const where = at === undefined ? {} : { space: at };
      return keep(`draft/${draft.id}`, { ...draft, ...where, updated: session.around.now() });
    },
    dropDraft: async (id) => kept()?.delete(`draft/${id}`),
    savedViews: async (at) => {
      const here = at ?? session.space ?? undefined;
      const all = (await kept()?.all('view/')) ?? [];
      return all
        .map(({ value }) => asOrdersAre(value as SavedView))
        .filter(({ space }) => space === undefined || space === here);
    },
    saveView: async (view, at) => {
      const space = at ?? session.space;
      await keep(`view/${view.id}`, space === null ? view : { ...view, space });
    },
    dropView: async (id) => kept()?.delete(`view/${id}`),
    preference: async (name) => ((await kept()?.get(`preference/${name}`)) ?? null) as Value,
    setPreference: async (name, value) => {
      await gates.whenOpen(async (inside, unlocked) => {
        await unlocked.kept.put(`preference/${name}`, inside.withoutErased(unlocked.engine, value));
        return done;
      });
    },
  };
}

function asOrdersAre(view: SavedView): SavedView {
  const { sort } = view.query;
  return { ...view, query: { ...view.query, sort: FORMER_ORDERS[sort] ?? sort } };
}
