import type { DossierView, Draft, Outcome, Value } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import {
  FORM_KIND,
  forgetClosed,
  formId,
  keptForm,
  MOST_FORMS,
  oldestToGo,
  storedForm,
  typedIn,
} from './form-drafts.ts';

const place = { dossier: 'case-1', about: 'note', purpose: '' };

function draft(id: string, data: Value, updated = 1, kind: string = FORM_KIND): Draft {
  return { id, kind, title: id, updated, data };
}

/** Drafts of a device, and the cases that its account may open. */
function aDevice(drafts: readonly Draft[], cases: Readonly<Record<string, readonly string[] | null>>) {
  const kept = new Map(drafts.map((one) => [one.id, one]));
  return {
    kept,
    drafts: async () => [...kept.values()],
    dropDraft: async (id: string) => void kept.delete(id),
    async dossier(id: string): Promise<Outcome<DossierView>> {
      const readers = cases[id];
      if (readers === undefined) return { ok: false, failure: { code: 'not-found' } };
      if (id === 'apart') return { ok: false, failure: { code: 'set-apart' } };
      const restricted = readers !== null;
      const value = { id, kind: 'case', records: [], restricted, readers: [...(readers ?? [])], leftOut: [] };
      return {
        ok: true,
        value: { ...value, waiting: 0, held: null, closed: false, complete: true, space: 's', shared: null },
      };
    },
  };
}

test('each form has a name of its own, which says neither its case nor what it is about', async () => {
  const ids = await Promise.all([
    formId(place),
    formId({ ...place, dossier: null }),
    formId({ ...place, dossier: 'case-2' }),
    formId({ ...place, about: 'threat' }),
    formId({ ...place, purpose: 'refuse' }),
  ]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(await formId({ ...place })).toBe(ids[0]);
  for (const id of ids) expect(id).not.toMatch(/case-|note|threat|refuse/);
});

test('what was begun about something new in one organisation is not offered in another, and each finds its own again', async () => {
  const fresh = { ...place, dossier: null };
  const drafts = new Map<string, Draft>();
  const vault = { draft: async (id: string) => drafts.get(id) ?? null };
  const keep = (id: string, space: string | undefined) =>
    drafts.set(id, { ...draft(id, storedForm(fresh, {})), ...(space === undefined ? {} : { space }) });
  // Kept before it was noted where: it is found where one is.
  const old = await formId(fresh);
  keep(old, undefined);
  expect((await keptForm(vault, fresh, 'a'))[0]).toBe(old);
  keep(old, 'a');
  const [inB, none] = await keptForm(vault, fresh, 'b');
  expect(none).toBeNull();
  expect(inB).not.toBe(old);
  keep(inB, 'b');
  drafts.delete(old);
  expect((await keptForm(vault, fresh, 'b'))[1]?.id).toBe(inB);
  expect((await keptForm(vault, fresh, 'a'))[1]).toBeNull();
  // A dossier is of one organisation alone: its forms need no more of a name.
  expect((await keptForm(vault, place, 'a'))[0]).toBe(await formId(place));
});

test('what was typed comes back as it was kept; anything else is none', () => {
  expect(typedIn(draft('d', storedForm(place, { why: 'she said' })))).toEqual({ why: 'she said' });
  expect(typedIn(null)).toBeNull();
  expect(typedIn(draft('d', storedForm(place, { why: 'x' }), 1, 'case'))).toBeNull();
  for (const data of [null, 'x', [], { form: 2, typed: {} }, {}])
    expect(typedIn(draft('d', data))).toBeNull();
});

test('of more forms than a device keeps, the oldest has to go; intakes are not counted', async () => {
  const forms = Array.from({ length: MOST_FORMS }, (_, at) => draft(`f${at}`, null, 100 - at));
  const intakes = Array.from({ length: 10 }, (_, at) => draft(`i${at}`, null, 1, 'case'));
  const { drafts } = aDevice([...forms, ...intakes], {});
  expect((await oldestToGo({ drafts }, 'one more'))?.id).toBe(`f${MOST_FORMS - 1}`);
  expect(await oldestToGo({ drafts }, 'f0')).toBeNull();
});

test('words for a case that is gone or was closed to this account are forgotten, all others stay', async () => {
  const of = (id: string, dossier: string | null) => draft(id, storedForm({ ...place, dossier }, {}));
  const device = aDevice(
    [
      of('open', 'open'),
      of('mine', 'mine'),
      of('closed', 'closed'),
      of('gone', 'gone'),
      of('apart', 'apart'),
      of('new', null),
      draft('intake', { dossier: 'gone' }, 1, 'case'),
    ],
    { open: null, mine: ['me', 'her'], closed: ['her'], apart: null },
  );
  await forgetClosed(device, 'me');
  expect([...device.kept.keys()]).toEqual(['open', 'mine', 'apart', 'new', 'intake']);
});
