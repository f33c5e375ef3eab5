/** Links that two people make apart from each other, and what is shown of them to whom. */
import { roomLeft } from '@dayaq/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change, FieldOp, Id } from './client.ts';
import {
  cuttableTransport,
  type Device,
  everyCase,
  expectOk,
  newCase,
  set,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
let ana: Device;
let bahar: Device;
let anasNet: ReturnType<typeof cuttableTransport>;
let baharsNet: ReturnType<typeof cuttableTransport>;
beforeAll(async () => {
  world = await startWorld();
  anasNet = cuttableTransport(world.server.url);
  baharsNet = cuttableTransport(world.server.url);
  ana = await world.found('Ana', { transport: anasNet });
  bahar = await world.join(ana, 'Bahar', 'caseworker', { transport: baharsNet });
});
afterAll(() => world.stop());

const link = (kind: string, record: Id, field: string, op: FieldOp): Change => ({
  kind,
  record,
  fields: { [field]: op },
});
const add = (...ids: Id[]): FieldOp => ({ add: ids, del: [] });

async function save(by: Device, dossier: Id, ...changes: Change[]): Promise<void> {
  expectOk(await by.vault.save({ dossier, changes }));
}

/** Both go offline, each does something, both come back. */
async function apart(...acts: readonly (() => Promise<void>)[]): Promise<void> {
  anasNet.cut = baharsNet.cut = true;
  for (const act of acts) await act();
  anasNet.cut = baharsNet.cut = false;
  await settle(ana, bahar);
}

const leadsTo = async (by: Device, id: Id): Promise<Id[]> =>
  (await by.vault.linked({ id, limit: 500 })).to.map(({ end }) => end.id).sort();
const leadHere = async (by: Device, id: Id): Promise<Id[]> =>
  (await by.vault.linked({ id, limit: 500 })).from.map(({ end }) => end.id).sort();

describe('two people who link apart from each other', () => {
  it('gather different cases in one matter: both are there for both, asked from either end', async () => {
    const [home, first, second] = await Promise.all(['home', 'first', 'second'].map((n) => newCase(ana, n)));
    if (home === undefined || first === undefined || second === undefined) throw new Error('no case');
    const matter = await ana.vault.newId();
    await save(ana, home, set('matter', matter, { type: 'advocacy' }));
    await settle(ana, bahar);
    await apart(
      () => save(ana, home, link('matter', matter, 'cases', add(home, first))),
      () => save(bahar, home, link('matter', matter, 'cases', add(second))),
    );
    for (const each of [ana, bahar]) {
      expect(await leadsTo(each, matter)).toEqual([home, first, second].sort());
      for (const gathered of [first, second]) expect(await leadHere(each, gathered)).toEqual([matter]);
      const view = expectOk(await each.vault.dossier(home));
      expect(view.records.find(({ id }) => id === matter)?.fields['cases']?.alternatives).toEqual([]);
    }
  });

  it('fill one address: nobody is lost, and both see that more places were given out than there are', async () => {
    const { id: register } = expectOk(await ana.vault.roster());
    const [first = '', second = ''] = await Promise.all(['one', 'two'].map((name) => newCase(ana, name)));
    const address = await ana.vault.newId();
    await save(ana, register, set('address', address, { area: { area: 'az-baku' }, places: 1 }));
    await settle(ana, bahar);
    await apart(
      () => save(ana, register, link('address', address, 'usedBy', add(first))),
      () => save(bahar, register, link('address', address, 'usedBy', add(second))),
    );
    for (const each of [ana, bahar]) {
      const { records } = await each.vault.records({ kinds: ['address'], after: null, limit: 10 });
      const found = records.find(({ record }) => record === address);
      expect(found?.fields['usedBy']).toEqual([first, second].sort());
      expect(roomLeft('address', 'usedBy', found?.fields ?? {})).toBe(-1);
      expect(await leadsTo(each, address)).toEqual([first, second].sort());
    }
    // A case that is deleted leads nowhere, and what led to it does not either; its place is free again.
    await save(ana, first, { kind: 'case', record: first, fields: {}, deleted: true });
    await settle(ana, bahar);
    for (const each of [ana, bahar]) {
      const linked = await each.vault.linked({ id: address, limit: 500 });
      expect(linked.to.map(({ end }) => end.id)).toEqual([second]);
      expect(linked.gone).toEqual([first]);
    }
  });
});

describe('a barrier that gathers a restricted case', () => {
  it('says nothing of it to who may not see it, by id or by what was written before', async () => {
    const [home = '', open = ''] = await Promise.all(['barrier', 'open'].map((name) => newCase(ana, name)));
    const closed = await newCase(ana, 'closed', [ana.account]);
    await save(ana, closed, set('case', closed, { reference: 'X9X-9XX' }));
    await save(ana, open, set('case', open, { reference: 'K7Q-2MX' }));
    const matter = await ana.vault.newId();
    // As it was written before links were a type: references, one a line.
    await save(ana, home, set('matter', matter, { type: 'advocacy', cases: 'X9X-9XX\nK7Q-2MX' }));
    await settle(ana, bahar);
    expect(await leadsTo(ana, matter)).toEqual([closed, open].sort());
    expect(await leadHere(ana, closed)).toEqual([matter]);
    await save(ana, home, link('matter', matter, 'cases', add(closed)));
    await settle(ana, bahar);
    expect(await leadsTo(ana, matter)).toEqual([closed, open].sort());

    const seen = await bahar.vault.linked({ id: matter, limit: 500 });
    expect(seen.to.map(({ end }) => end.id)).toEqual([open]);
    expect(seen).toMatchObject({ gone: [], more: false });
    expect(await bahar.vault.linked({ id: closed, limit: 500 })).toEqual({
      to: [],
      from: [],
      gone: [],
      more: false,
    });
    expect(Object.keys(await bahar.vault.named([closed, 'X9X-9XX', open, 'K7Q-2MX']))).toEqual([
      open,
      'K7Q-2MX',
    ]);

    // Closed to her later: a link shows what her list shows of it, no more and no less.
    expectOk(await ana.vault.restrict({ dossier: open, to: [ana.account] }));
    await save(ana, open, set('case', open, { alias: 'closed now' }));
    await settle(ana, bahar);
    expect(await leadsTo(ana, matter)).toEqual([closed, open].sort());
    const listed = (await bahar.vault.cases(everyCase)).rows.filter(({ id }) => id === open);
    const { to } = await bahar.vault.linked({ id: matter, limit: 500 });
    expect(to.map(({ end }) => [end.id, end.mention.alias])).toEqual(
      listed.map(({ id, alias }) => [id, alias]),
    );
    expect(JSON.stringify(to)).not.toContain('closed now');
  });
});

describe('a case that bears on what was promised', () => {
  it('is told from the commitment to whoever reads the case, and to nobody else', async () => {
    const plan = await ana.vault.newId();
    const commitment = await ana.vault.newId();
    await save(
      ana,
      plan,
      set('framework', plan, { name: 'a plan', type: 'plan' }),
      set('commitment', commitment, { what: 'action', name: 'clinics' }),
    );
    const id = await newCase(ana, 'a case that is closed to Bahar', [ana.account]);
    const bearing = await ana.vault.newId();
    await save(ana, id, set('bearing', bearing, { commitment }));
    await settle(ana, bahar);
    expect(await leadHere(ana, commitment)).toEqual([bearing]);
    expect(expectOk(await bahar.vault.dossier(plan)).records.map(({ id: each }) => each)).toContain(
      commitment,
    );
    expect(await leadHere(bahar, commitment)).toEqual([]);
    expect(JSON.stringify(expectOk(await bahar.vault.dossier(plan)))).not.toContain(id);
  });
});

describe('a proposal that became a commitment', () => {
  it('is told from the commitment, and stands under what is owed, for whoever may open its consultation alone', async () => {
    const [plan = '', commitment = '', consultation = '', proposal = ''] = await Promise.all(
      Array.from({ length: 4 }, () => ana.vault.newId()),
    );
    await save(
      ana,
      plan,
      set('framework', plan, { name: 'another plan', type: 'plan' }),
      set('commitment', commitment, { what: 'our-recommendation', name: 'shelters' }),
    );
    expectOk(
      await ana.vault.save({
        dossier: consultation,
        restrictedTo: [ana.account],
        changes: [
          set('consultation', consultation, { name: 'a closed meeting', type: 'closed-meeting' }),
          link('consultation', consultation, 'about', add(plan)),
          set('proposal', proposal, {
            words: 'shelters',
            to: 'an office',
            answerBy: { day: '2026-01' },
            commitment,
          }),
        ],
      }),
    );
    await settle(ana, bahar);
    expect(await leadHere(ana, commitment)).toEqual([proposal]);
    expect(await leadHere(ana, plan)).toEqual([consultation, proposal].sort());
    for (const id of [commitment, plan]) expect(await leadHere(bahar, id)).toEqual([]);
    const owed = async ({ vault }: Device): Promise<string[]> =>
      (await vault.tasks({ owner: null, until: null, owed: true, limit: 10 })).map(({ about }) => about);
    expect(await owed(ana)).toContain(proposal);
    expect(await owed(bahar)).not.toContain(proposal);
  });
});
