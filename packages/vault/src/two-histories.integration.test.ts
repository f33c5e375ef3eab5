import type { LogItem } from '@dayaq/protocol';
import { newEpochKey } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeVault } from './node/index.ts';
import { type Forge, hostileTransport } from '../../../worlds/devices/hostile.ts';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import { hostile } from '../../../worlds/devices/openings.ts';
import {
  type Device,
  expectOk,
  newCase,
  PASSPHRASE,
  read,
  set,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const disputesOf = async (device: Device) =>
  (await device.vault.disputes()).map(({ what, author }) => `${what} by ${author}`);
const problemOf = async (device: Device) => (await device.vault.status()).sync.problem?.code ?? null;

describe('two members who are shown different histories', () => {
  it('exchange no entry without being told, each of them, and the proof is kept', async () => {
    const { device: leyla, lie } = await hostile(world, 'Leyla');
    const nigar = await world.join(leyla, 'Nigar', 'coordinator');
    const shared = await newCase(leyla, 'their case');
    const secret = await newCase(nigar, 'hidden from Leyla');
    await settle(nigar, leyla, nigar);
    // From now on Leyla is shown nothing new: her device asks by itself whenever somebody writes.
    const evil = await Insider.behind(world, nigar);
    const last = (await evil.place()).position;
    lie.forge = async (route, _request, pass) => {
      if (route !== 'entries/pull') return undefined;
      const answer = await pass();
      if (answer === null) return undefined;
      const items = (answer['items'] as LogItem[]).filter(({ p }) => p <= last);
      return { ...answer, items, position: Math.min(Number(answer['position']), last), more: false };
    };
    expectOk(
      await nigar.vault.save({ dossier: secret, changes: [set('case', secret, { summary: 'unseen' })] }),
    );
    // Twice: her own device has to see it come back before she can build on it.
    await settle(nigar);
    const hidden = (await evil.place()).position;
    await leyla.vault.syncNow();
    // She cannot know yet: what is kept back shows when somebody builds on it.
    expect(await disputesOf(leyla)).toEqual([]);

    expectOk(
      await nigar.vault.save({ dossier: shared, changes: [set('case', shared, { summary: 'from Nigar' })] }),
    );
    await nigar.vault.syncNow();
    // What was kept back stays so, and what was written in sight of it comes.
    lie.forge = async (route, _request, pass) => {
      if (route !== 'entries/pull') return undefined;
      const answer = await pass();
      if (answer === null) return undefined;
      return { ...answer, items: (answer['items'] as LogItem[]).filter(({ p }) => p !== hidden) };
    };
    await leyla.vault.syncNow();
    expect(await disputesOf(leyla)).toContain(`entry by ${nigar.account}`);
    expect(await read(leyla, shared, 'summary')).toBeUndefined();
    const [proof] = (await leyla.vault.disputes()).filter(({ what }) => what === 'entry');
    expect(proof?.proof.length).toBeGreaterThan(100);
    expect(proof?.claim).not.toBe(proof?.own);

    expectOk(
      await leyla.vault.save({ dossier: shared, changes: [set('case', shared, { summary: 'from Leyla' })] }),
    );
    await leyla.vault.syncNow();
    await nigar.vault.syncNow();
    expect(await disputesOf(nigar)).toContain(`entry by ${leyla.account}`);
    expect(await read(nigar, shared, 'summary')).toBe('from Nigar');
    // And so is everybody else, by the one who noticed.
    await settle(nigar);
    const told = (await nigar.vault.members()).find(({ account }) => account === nigar.account);
    expect(told?.sawOtherHistory?.by).toBe(leyla.account);
    // Everything else goes on: one entry was refused, not a colleague.
    expect(await problemOf(nigar)).toBeNull();
    expect((await nigar.vault.status()).spaces[0]?.disputes).toBeGreaterThan(0);
  });

  it('are not forked for good: a withdrawn link, kept from others, is noticed before anything more is sent', async () => {
    const { device: leyla, lie } = await hostile(world, 'Leyla');
    const nigar = await world.join(leyla, 'Nigar', 'coordinator');
    const { link } = expectOk(await leyla.vault.invite({ role: 'caseworker', keyholder: false, days: 7 }));
    await settle(leyla, nigar, leyla);
    // Her acts reach nobody, and others' acts never reach her.
    lie.forge = async (route, _request, pass) => {
      if (route === 'charter/append') return { position: 10_000 };
      if (route !== 'entries/pull') return undefined;
      const answer = await pass();
      if (answer === null) return undefined;
      return { ...answer, items: (answer['items'] as LogItem[]).filter(({ t }) => t !== 'charter') };
    };
    const open = (await leyla.vault.invitations()).find(({ state }) => state === 'open');
    if (open === undefined) throw new Error('the link is open');
    expectOk(await leyla.vault.revokeInvitation(open.invite));
    const stranger = await openNodeVault(world.server.url);
    expectOk(await stranger.join({ link, passphrase: PASSPHRASE, name: 'x' }));
    for (let i = 0; i < 2; i++) {
      await nigar.vault.syncNow();
      await stranger.syncNow();
    }
    const id = await newCase(leyla, 'written after the link was withdrawn');
    for (let i = 0; i < 3; i++) {
      await leyla.vault.syncNow();
      await nigar.vault.syncNow();
      await stranger.syncNow();
    }
    expect(await stranger.dossier(id)).toMatchObject({ ok: false });
    expect(await problemOf(leyla)).toBe('server-lies');
    expect((await leyla.vault.waiting()).some(({ dossier }) => dossier === id)).toBe(true);
  });

  it('come together again when a removal follows what was kept back from one of them, and the lie is over', async () => {
    const lie: { forge: Forge | null } = { forge: null };
    let ahead = 0;
    const leyla = await world.found('Leyla');
    const nigar = await world.join(leyla, 'Nigar', 'coordinator', {
      transport: hostileTransport(world.server.url, lie),
      now: () => Date.now() + ahead,
    });
    const murad = await world.join(leyla, 'Murad');
    const kept = await newCase(leyla, 'in sight of everybody');
    await settle(leyla, nigar, murad, leyla);
    const hidden = (await (await Insider.behind(world, leyla)).place()).position + 1;
    lie.forge = async (route, _request, pass) => {
      if (route !== 'entries/pull') return undefined;
      const answer = await pass();
      if (answer === null) return undefined;
      return { ...answer, items: (answer['items'] as LogItem[]).filter(({ p }) => p !== hidden) };
    };
    for (const summary of ['kept back', 'shown'])
      expectOk(await leyla.vault.save({ dossier: kept, changes: [set('case', kept, { summary })] }));
    await settle(leyla, nigar, leyla);
    lie.forge = null;
    expectOk(await leyla.vault.removeMember(murad.account));
    await settle(leyla, nigar);
    // A log is not read anew at once when it just was.
    ahead = 3 * 3_600_000;
    await settle(nigar);
    expect(await problemOf(nigar)).toBeNull();
    expect(await read(nigar, kept, 'summary')).toBe('shown');
    expect((await nigar.vault.members()).find(({ account }) => account === murad.account)?.removed).toBe(
      true,
    );
    // That it was lied to stays noted.
    expect((await disputesOf(nigar)).length).toBeGreaterThan(0);
  });

  it('are told by a short number that differs; where it is the same they were shown the same', async () => {
    const leyla = await world.found('Leyla');
    const nigar = await world.join(leyla, 'Nigar');
    await settle(leyla, nigar);
    const [hers, his] = [await leyla.vault.circleNumber(), await nigar.vault.circleNumber()];
    expect(hers).toEqual(his);
    expect(hers?.groups.join('')).toMatch(/^\d{30}$/);
    const compared = { account: nigar.account, groups: hers?.groups ?? [] };
    expectOk(await leyla.vault.noteCompared(compared));
    expect(await leyla.vault.comparisons()).toMatchObject([{ account: nigar.account, current: true }]);
    expectOk(await leyla.vault.invite({ role: 'viewer', keyholder: false, days: 1 }));
    const after = await leyla.vault.circleNumber();
    expect(after?.groups).not.toEqual(his?.groups);
    expect(after?.acts).toBeGreaterThan(his?.acts ?? 0);
    expect(await leyla.vault.comparisons()).toMatchObject([{ account: nigar.account, current: false }]);
    // What they read to each other is not what stands there now: it would be noted for what nobody compared.
    expect(await leyla.vault.noteCompared(compared)).toMatchObject({ failure: { code: 'number-changed' } });
  });
});

describe('a member who names a history that never was', () => {
  it('is refused alone, is told of, and shuts nobody out', async () => {
    const leyla = await world.found('Leyla');
    const mallory = await world.join(leyla, 'Mallory');
    const rena = await world.join(leyla, 'Rena');
    const id = await newCase(leyla, 'a case');
    await settle(leyla, mallory, rena, leyla);
    const evil = await Insider.behind(world, mallory);
    const view = await evil.view();
    if (view.place === null) throw new Error('a member has a place');
    const invented = { ...view, place: { ...view.place, hash: new Uint8Array(32) } };
    const note = await mallory.vault.newId();
    expect(await evil.send(id, [{ changes: [change('note', note, { text: 'x' })], view: invented }])).toBe(
      'ok',
    );
    const header = await evil.startUseless(id);
    expect(header).toBe('ok');
    await settle(leyla, rena, leyla);
    for (const device of [leyla, rena]) {
      expect(await problemOf(device)).toBeNull();
      expect(await disputesOf(device)).toContain(`entry by ${mallory.account}`);
    }
    // The header that nobody can open is passed over by whoever writes next.
    expectOk(await rena.vault.save({ dossier: id, changes: [set('case', id, { summary: 'goes on' })] }));
    await settle(rena, leyla);
    expect(await read(leyla, id, 'summary')).toBe('goes on');
    const fatima = await world.join(leyla, 'Fatima');
    await settle(fatima);
    expect(await read(fatima, id, 'summary')).toBe('goes on');
    expect(await read(fatima, id, 'alias')).toBe('a case');
  });
});

describe('a newcomer', () => {
  it('is told when the server shows less than whoever let them in had seen', async () => {
    const leyla = await world.found('Leyla');
    const nigar = await world.join(leyla, 'Nigar');
    await settle(leyla, nigar);
    const cut = (await (await Insider.behind(world, nigar)).place()).position;
    const id = await newCase(nigar, 'newer than what the server shows');
    await settle(nigar, leyla);
    const lie: { forge: Forge | null } = {
      forge: async (route, _request, pass) => {
        if (route !== 'entries/pull') return undefined;
        const answer = await pass();
        if (answer === null) return undefined;
        // Charter acts pass, so that the newcomer is a member; everything else behind the cut does not.
        const items = (answer['items'] as LogItem[]).filter(({ p, t }) => p <= cut || t === 'charter');
        return { ...answer, items };
      },
    };
    const fatima = await world.join(leyla, 'Fatima', 'caseworker', {
      transport: hostileTransport(world.server.url, lie),
    });
    await fatima.vault.syncNow();
    expect(await problemOf(fatima)).toBe('server-lies');
    lie.forge = null;
    await settle(fatima, leyla, fatima);
    expect(await problemOf(fatima)).toBeNull();
    expect(await read(fatima, id, 'alias')).toBe('newer than what the server shows');
  });

  it('gets another key where the first that was handed over does not open', async () => {
    const leyla = await world.found('Leyla');
    const viewer = await world.join(leyla, 'Viewer', 'viewer');
    await settle(leyla, viewer);
    const evil = await Insider.behind(world, viewer);
    const { link } = expectOk(await leyla.vault.invite({ role: 'caseworker', keyholder: false, days: 1 }));
    // Nobody honest is there at first.
    await leyla.vault.lock();
    await viewer.vault.lock();
    const vault = await openNodeVault(world.server.url);
    expectOk(await vault.join({ link, passphrase: PASSPHRASE, name: 'Fatima' }));
    const account = (await vault.status()).account as string;
    expect(await evil.wrapFor(account, { key: newEpochKey() })).toBe('ok');
    // A turn that was under way since the joining may have asked before the key was there.
    const seen = async () => {
      await vault.syncNow();
      return (await vault.status()).spaces[0];
    };
    await expect.poll(seen).toMatchObject({ ready: false, keyUnusable: true });
    const back = await world.reopen(leyla);
    await expect
      .poll(async () => {
        await back.vault.syncNow();
        return seen();
      })
      .toMatchObject({ ready: true, keyUnusable: false });
  });

  it('is held up by nobody who hands the key over and names more than there is: another is asked', async () => {
    const leyla = await world.found('Leyla');
    const viewer = await world.join(leyla, 'Viewer', 'viewer');
    await settle(leyla, viewer);
    const evil = await Insider.behind(world, viewer);
    const { link } = expectOk(await leyla.vault.invite({ role: 'caseworker', keyholder: false, days: 1 }));
    // Nobody honest is there at first.
    await leyla.vault.lock();
    await viewer.vault.lock();
    const vault = await openNodeVault(world.server.url);
    expectOk(await vault.join({ link, passphrase: PASSPHRASE, name: 'Fatima' }));
    const { place, ...rest } = await evil.view();
    if (place === null) throw new Error('nothing is there');
    const view = { ...rest, place: { ...place, position: place.position + 1000 } };
    expect(await evil.wrapFor((await vault.status()).account as string, { view })).toBe('ok');
    const problem = async () => {
      await vault.syncNow();
      return (await vault.status()).sync.problem;
    };
    await expect.poll(problem).toMatchObject({ code: 'server-lies', detail: 'stale' });
    const back = await world.reopen(leyla);
    await expect
      .poll(async () => {
        await back.vault.syncNow();
        return problem();
      })
      .toBeNull();
  });
});
