import type { Transport } from './adapters.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchTransport } from './transport.ts';
import {
  acquaint,
  aliases,
  cuttableTransport,
  type Device,
  expectOk,
  lastingDatabase,
  newCase,
  read,
  set,
  settle,
  spaceOfDevice,
  startWorld,
  until,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** A device whose database stays when it is locked, so that it can be looked at running and reopened. */
interface Lasting extends Device {
  reopened(): Promise<Lasting>;
}

async function joined(
  by: Device,
  name: string,
  role: 'caseworker' | 'coordinator' = 'caseworker',
  transport?: Transport,
) {
  const database = await lastingDatabase(world);
  const parts = { database, ...(transport === undefined ? {} : { transport }) };
  const device = await world.join(by, name, role, parts);
  const lasting = (one: Device): Lasting => ({
    ...one,
    async reopened() {
      await one.vault.lock();
      const again = lasting(await world.reopen(one, parts));
      await again.vault.syncNow();
      return again;
    },
  });
  return lasting(device);
}

const note = async (device: Device, dossier: string, text: string): Promise<void> => {
  const changes = [set('note', await device.vault.newId(), { text })];
  expectOk(await device.vault.save({ dossier, changes }));
};
const notes = async (device: Device, dossier: string): Promise<unknown[]> => {
  const view = await device.vault.dossier(dossier);
  if (!view.ok) return [];
  return view.value.records
    .filter(({ kind }) => kind === 'note')
    .map(({ fields }) => fields['text']?.value)
    .sort();
};
const held = async (device: Device) =>
  (await device.vault.waiting())
    .filter((item) => item.held !== null)
    .map(({ kind, held: why }) => [kind, why]);
const sync = async (device: Device) => (await device.vault.status()).sync;
const isRemoved = async (device: Device) => (await device.vault.status()).spaces[0]?.removed;
const photo = { name: 'photo.jpg', mediaType: 'image/jpeg', bytes: new Uint8Array(300_000).fill(7) };

describe('a case is deleted while a colleague writes in it without a network', () => {
  const deletion = (id: string, deleted: boolean) => ({
    dossier: id,
    changes: [{ kind: 'case', record: id, fields: {}, deleted }],
  });

  it('it stands again for everybody, with her words; nothing of hers waits or is lost, running and reopened', async () => {
    const leyla = await world.found('Leyla');
    const network = cuttableTransport(world.server.url);
    let rena = await joined(leyla, 'Rena', 'caseworker', network);
    const [stands, gone] = [await newCase(leyla, 'Zeyneb'), await newCase(leyla, 'gone')];
    await settle(leyla, rena);
    network.cut = true;
    await note(rena, stands, 'written in the street');
    for (const id of [stands, gone]) expectOk(await leyla.vault.save(deletion(id, true)));
    await settle(leyla);
    expect(await aliases(leyla)).toEqual([]);
    network.cut = false;
    await settle(rena, leyla);
    for (let opening = 0; opening < 2; opening++) {
      await expect
        .poll(() => sync(rena))
        .toMatchObject({ state: 'idle', waiting: 0, held: 0, problem: null });
      for (const device of [rena, leyla]) {
        expect(await aliases(device)).toEqual(['Zeyneb']);
        expect(await notes(device, stands)).toEqual(['written in the street']);
      }
      rena = await rena.reopened();
    }
    // Who deletes it knowing of her words has deleted it.
    expectOk(await leyla.vault.save(deletion(stands, true)));
    await settle(leyla, rena);
    for (const device of [leyla, rena]) expect(await aliases(device)).toEqual([]);
  });

  it('whoever deletes a case that was written in before, without a network, sends both', async () => {
    const leyla = await world.found('Leyla');
    const network = cuttableTransport(world.server.url);
    const rena = await joined(leyla, 'Rena', 'caseworker', network);
    const id = await newCase(leyla, 'deleted');
    await settle(leyla, rena);
    network.cut = true;
    await note(rena, id, 'before');
    expectOk(await rena.vault.save(deletion(id, true)));
    network.cut = false;
    await settle(rena, leyla);
    expect(await sync(rena)).toMatchObject({ held: 0, waiting: 0 });
    expect(await aliases(leyla)).toEqual([]);
    expect(await notes(leyla, id)).toEqual(['before']);
  });
});

describe('a case is closed to a colleague who, not knowing, writes in it', () => {
  it('only what she wrote there is held; everything else goes on, running and reopened', async () => {
    const leyla = await world.found('Leyla');
    let rena = await joined(leyla, 'Rena');
    const [closed, other] = [await newCase(leyla, 'closed'), await newCase(leyla, 'other')];
    await settle(leyla, rena);
    expectOk(await leyla.vault.restrict({ dossier: closed, to: [] }));
    await settle(leyla);
    await note(rena, closed, 'for the closed one');
    await note(rena, other, 'for the other one');
    const mine = await newCase(rena, 'mine');
    await settle(rena, leyla);
    for (let opening = 0; opening < 2; opening++) {
      expect(await isRemoved(rena)).toBe(false);
      expect((await sync(rena)).problem).toBeNull();
      await expect.poll(() => sync(rena)).toMatchObject({ state: 'idle', waiting: 0, held: 1 });
      expect(await held(rena)).toEqual([['entry', 'closed-to-you']]);
      expect((await rena.vault.dossier(closed)).ok).toBe(true);
      expect(expectOk(await rena.vault.dossier(closed)).held).toBe('closed-to-you');
      rena = await rena.reopened();
    }
    expect(await notes(leyla, other)).toEqual(['for the other one']);
    expect(await read(leyla, mine, 'alias')).toBe('mine');
    expect(await notes(leyla, closed)).toEqual([]);
  });

  it('goes out by itself when the case is opened again', async () => {
    const leyla = await world.found('Leyla');
    const rena = await joined(leyla, 'Rena');
    const id = await newCase(leyla, 'closed');
    await settle(leyla, rena);
    expectOk(await leyla.vault.restrict({ dossier: id, to: [] }));
    await settle(leyla);
    await note(rena, id, 'written meanwhile');
    await settle(rena);
    expect((await sync(rena)).held).toBe(1);
    await note(leyla, id, 'by a reader');
    expectOk(await leyla.vault.restrict({ dossier: id, to: null }));
    await leyla.vault.syncNow();
    await until(async () => (await sync(rena)).held + (await sync(rena)).waiting === 0);
    await settle(leyla, rena);
    const both = ['by a reader', 'written meanwhile'];
    expect([await notes(leyla, id), await notes(rena, id)]).toEqual([both, both]);
    expect((await sync(rena)).refused).toBe(0);
    const again = await rena.reopened();
    expect(await notes(again, id)).toEqual(both);
    expect((await sync(again)).refused).toBe(0);
  });

  it('a photo of it waits alone with its reason; other files go', async () => {
    const leyla = await world.found('Leyla');
    const rena = await joined(leyla, 'Rena');
    const [closed, other] = [await newCase(leyla, 'closed'), await newCase(leyla, 'other')];
    await settle(leyla, rena);
    expectOk(await leyla.vault.restrict({ dossier: closed, to: [] }));
    await settle(leyla);
    expectOk(await rena.vault.addFile({ dossier: closed, ...photo }));
    const file = expectOk(await rena.vault.addFile({ dossier: other, ...photo }));
    await settle(rena);
    expect(await held(rena)).toEqual([['file', 'closed-to-you']]);
    expect((await sync(rena)).waiting).toBe(0);
    expect(expectOk(await leyla.vault.openFile({ dossier: other, file })).length).toBe(photo.bytes.length);
  });

  it('can be read, and dropped one by one; what was written after it does not miss it', async () => {
    const leyla = await world.found('Leyla');
    const rena = await joined(leyla, 'Rena');
    const id = await newCase(leyla, 'closed');
    await settle(leyla, rena);
    expectOk(await leyla.vault.restrict({ dossier: id, to: [] }));
    await settle(leyla);
    for (const text of ['one', 'two', 'three']) await note(rena, id, text);
    await settle(rena);
    const [, second] = await rena.vault.waiting();
    const act = expectOk(await rena.vault.heldAct(second?.id ?? ''));
    expect(act).toMatchObject({ dossier: id, title: 'closed' });
    expect(act.changes[0]?.fields['text']).toEqual({ set: 'two' });
    expectOk(await rena.vault.dropHeld(second?.id ?? ''));
    expect(await notes(rena, id)).toEqual(['one', 'three']);
    expectOk(await leyla.vault.restrict({ dossier: id, to: null }));
    await settle(leyla, rena, leyla);
    expect(await notes(leyla, id)).toEqual(['one', 'three']);
    expect(expectOk(await leyla.vault.dossier(id)).complete).toBe(true);
    expect(await sync(rena)).toMatchObject({ waiting: 0, held: 0 });
  });
});

describe('a role is taken and given back', () => {
  it('what a viewer cannot send is said, and goes when she may write again', async () => {
    const leyla = await world.found('Leyla');
    const network = cuttableTransport(world.server.url);
    const rena = await joined(leyla, 'Rena', 'caseworker', network);
    const id = await newCase(leyla, 'a case');
    await settle(leyla, rena);
    network.cut = true;
    await note(rena, id, 'unsent');
    expectOk(await leyla.vault.setRole({ account: rena.account, role: 'viewer', keyholder: false }));
    network.cut = false;
    await settle(rena);
    let running: Device = rena;
    expect(await held(running)).toEqual([['entry', 'viewer']]);
    expect(await sync(running)).toMatchObject({ waiting: 0, held: 1, problem: null });
    running = await rena.reopened();
    expect(await held(running)).toEqual([['entry', 'viewer']]);
    expect(await isRemoved(running)).toBe(false);
    expectOk(await leyla.vault.setRole({ account: rena.account, role: 'caseworker', keyholder: false }));
    await until(async () => (await sync(running)).held === 0);
    await settle(running, leyla);
    expect(await notes(leyla, id)).toEqual(['unsent']);
  });
});

describe('removed', () => {
  it('learns it from the charter, keeps what is here, and sends nothing', async () => {
    const leyla = await world.found('Leyla');
    const network = cuttableTransport(world.server.url);
    const rena = await joined(leyla, 'Rena', 'caseworker', network);
    const id = await newCase(leyla, 'a case');
    await settle(leyla, rena);
    network.cut = true;
    expectOk(await rena.vault.save({ dossier: id, changes: [set('case', id, { summary: 'unsent' })] }));
    expectOk(await leyla.vault.removeMember(rena.account));
    network.cut = false;
    await settle(rena);
    let running: Lasting = rena;
    for (let opening = 0; opening < 2; opening++) {
      expect(await isRemoved(running)).toBe(true);
      expect((await sync(running)).problem?.code).toBe('removed');
      expect(await held(running)).toEqual([['entry', 'removed']]);
      expect(await read(running, id, 'alias')).toBe('a case');
      running = await running.reopened();
    }
    await settle(leyla);
    expect(await read(leyla, id, 'summary')).toBeUndefined();
  });

  it('and invited anew comes back into the same account, and decides what becomes of the unsent', async () => {
    const leyla = await world.found('Leyla');
    const network = cuttableTransport(world.server.url);
    let rena = await joined(leyla, 'Rena', 'caseworker', network);
    const id = await newCase(leyla, 'a case');
    await settle(leyla, rena);
    network.cut = true;
    await note(rena, id, 'still true');
    await note(rena, id, 'no longer');
    expectOk(await leyla.vault.removeMember(rena.account));
    const meanwhile = await newCase(leyla, 'meanwhile');
    await settle(leyla);
    network.cut = false;
    await settle(rena);
    expect(await isRemoved(rena)).toBe(true);
    const { link } = expectOk(await leyla.vault.invite({ role: 'caseworker', keyholder: false, days: 1 }));
    expectOk(await rena.vault.join({ link, passphrase: '', name: 'Rena' }));
    await settle(rena, leyla, rena);
    rena = await rena.reopened();
    expect(await isRemoved(rena)).toBe(false);
    expect(rena.account).toBe((await leyla.vault.members()).find(({ name }) => name === 'Rena')?.account);
    expect(await read(rena, meanwhile, 'alias')).toBe('meanwhile');
    expect(await held(rena)).toEqual([
      ['entry', 'returned'],
      ['entry', 'returned'],
    ]);
    expect(await notes(leyla, id)).toEqual([]);
    const [keep, drop] = await rena.vault.waiting();
    expectOk(await rena.vault.sendHeld(keep?.id ?? ''));
    expectOk(await rena.vault.dropHeld(drop?.id ?? ''));
    await settle(rena, leyla);
    expect(await notes(leyla, id)).toEqual(['still true']);
    expect(await sync(rena)).toMatchObject({ waiting: 0, held: 0, problem: null });
  });

  it('says before it is done which cases nobody could open, and which tasks become nobody’s', async () => {
    const leyla = await world.found('Leyla');
    const rena = await joined(leyla, 'Rena');
    await newCase(rena, 'hers alone', []);
    await newCase(rena, 'theirs', [leyla.account]);
    const open = await newCase(leyla, 'open');
    const task = await leyla.vault.newId();
    const changes = [set('task', task, { what: 'Call', owner: rena.account, due: '2026-12-01' })];
    expectOk(await leyla.vault.save({ dossier: open, changes }));
    await settle(rena, leyla);
    const effects = expectOk(await leyla.vault.removalEffects(rena.account));
    expect(effects).toMatchObject({ unreadable: 1, tasks: 1 });
    expect(expectOk(await leyla.vault.removalEffects(leyla.account)).unreadable).toBe(0);
    expectOk(await leyla.vault.removeMember(rena.account));
    await settle(leyla);
    const nobodys = await leyla.vault.tasks({ owner: '', until: null, limit: 10 });
    expect(nobodys.map(({ record, owner }) => [record, owner])).toContainEqual([task, '']);
    expect(await leyla.vault.tasks({ owner: rena.account, until: null, limit: 10 })).toEqual([]);
    const work = await leyla.vault.workload('2026-12-02');
    expect(work.map(({ owner }) => owner)).not.toContain(rena.account);
  });
});

it('taken off a case, named again, and the case later opened to all: reads it from its start, with no alarm', async () => {
  const leyla = await world.found('Leyla');
  const rena = await joined(leyla, 'Rena');
  const id = await newCase(leyla, 'a case', [rena.account]);
  await settle(leyla, rena);
  expectOk(await leyla.vault.restrict({ dossier: id, to: [] }));
  await settle(leyla, rena);
  await note(leyla, id, 'while she was off');
  await settle(leyla, rena);
  expectOk(await leyla.vault.restrict({ dossier: id, to: [rena.account] }));
  await settle(leyla, rena);
  expect(await notes(rena, id)).toEqual(['while she was off']);
  expectOk(await leyla.vault.restrict({ dossier: id, to: null }));
  await note(leyla, id, 'open');
  await settle(leyla, rena);
  let running = rena;
  for (let opening = 0; opening < 2; opening++) {
    expect(await notes(running, id)).toEqual(['open', 'while she was off']);
    expect(await sync(running)).toMatchObject({ refused: 0, problem: null });
    running = await running.reopened();
  }
  await note(running, id, 'by Rena');
  await settle(running, leyla);
  expect((await notes(leyla, id)).length).toBe(3);
});

describe('a lying server', () => {
  it('that says "not allowed" once, to anything, changes nothing that lasts', async () => {
    const leyla = await world.found('Leyla');
    for (const route of ['entries/pull', 'entries/append', 'charter/read', 'epochs/missing', 'blobs/begin']) {
      const honest = fetchTransport(world.server.url);
      let lies = 0;
      const lying: Transport = {
        ...honest,
        call: (asked, request, token) => {
          if (asked !== route || lies !== 1) return honest.call(asked, request, token);
          lies++;
          return Promise.resolve({ ok: false, failure: { code: 'not-allowed' }, code: 'not-allowed' });
        },
      };
      const rena = await joined(leyla, `Rena ${route}`, 'caseworker', lying);
      const id = await newCase(rena, `by Rena ${route}`);
      expectOk(await rena.vault.addFile({ dossier: id, ...photo }));
      lies = 1;
      await rena.vault.syncNow();
      expect(await isRemoved(rena), route).toBe(false);
      await rena.vault.syncNow();
      await settle(leyla);
      expect(await sync(rena), route).toMatchObject({ waiting: 0, held: 0, problem: null });
      expect(await read(leyla, id, 'alias')).toBe(`by Rena ${route}`);
    }
  });
});

describe('one thing among many', () => {
  it('a file of which a part is gone here is said, is not counted as sent, and holds up no other', async () => {
    const leyla = await world.found('Leyla');
    const id = await newCase(leyla, 'a case');
    await settle(leyla);
    const network = cuttableTransport(world.server.url);
    const rena = await joined(leyla, 'Rena', 'caseworker', network);
    await settle(leyla, rena);
    network.cut = true;
    const broken = expectOk(await rena.vault.addFile({ dossier: id, ...photo }));
    const whole = expectOk(await rena.vault.addFile({ dossier: id, ...photo, name: 'whole.jpg' }));
    await rena.keep.delete((await rena.keep.names(`chunk/${broken.blob}/`))[1] ?? '');
    network.cut = false;
    await settle(rena);
    expect(await held(rena)).toEqual([['file', 'chunk-missing']]);
    expect(expectOk(await leyla.vault.openFile({ dossier: id, file: whole })).length).toBe(
      photo.bytes.length,
    );
    const [item] = await rena.vault.waiting();
    expectOk(await rena.vault.dropHeld(item?.id ?? ''));
    expect(await rena.vault.waiting()).toEqual([]);
  });

  it('garbage among a client’s exclusions keeps neither that referral nor anything else from going', async () => {
    const ana = await world.found('Ana');
    const bahar = await world.found('Bahar');
    await acquaint(ana, bahar);
    const garbage = ['x!', await ana.vault.newId(), '', 'я', 'A'.repeat(9000)];
    const dossier = await ana.vault.newId();
    expectOk(
      await ana.vault.share({
        dossier,
        to: await spaceOfDevice(bahar),
        changes: [set('handover', dossier, { words: 'x' })],
        barred: { spaces: garbage, accounts: garbage },
      }),
    );
    const id = await newCase(ana, 'the next case');
    await settle(ana, bahar);
    expect(await read(bahar, dossier, 'words')).toBe('x');
    expect(await sync(ana)).toMatchObject({ waiting: 0, held: 0, problem: null });
    expect(await read(ana, id, 'alias')).toBe('the next case');
  });

  it('a dossier of another organisation that bears the number of one of ours blocks nothing of ours', async () => {
    const ana = await world.found('Ana');
    const bahar = await world.found('Bahar');
    await acquaint(ana, bahar);
    const id = await newCase(ana, 'our case');
    await settle(ana, bahar, ana);
    expectOk(
      await bahar.vault.share({
        dossier: id,
        to: await spaceOfDevice(ana),
        changes: [set('handover', id, { words: 'same number' })],
        barred: { spaces: [], accounts: [] },
      }),
    );
    await settle(bahar, ana);
    expectOk(await ana.vault.save({ dossier: id, changes: [set('case', id, { summary: 'urgent' })] }));
    await settle(ana, ana);
    expect(await sync(ana)).toMatchObject({ waiting: 0, held: 0, problem: null, refused: 0 });
    expect(await read(ana, id, 'summary')).toBe('urgent');
    expect(await aliases(ana)).toEqual(['our case']);
  });
});
