import type { LogItem, Reply, RouteName } from '@dayaq/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transport } from './adapters.ts';
import { backUp } from '../../../worlds/devices/backup.ts';
import { positionOf } from '../../../worlds/devices/cut-log.ts';
import { type Forge, hostileTransport } from '../../../worlds/devices/hostile.ts';
import { quiet } from '../../../worlds/devices/openings.ts';
import {
  aliases,
  cuttableTransport,
  type Device,
  expectOk,
  newCase,
  read,
  set,
  settle,
  startWorld,
  unheard,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

async function allIsWell(...devices: Device[]): Promise<void> {
  for (const { vault } of devices) {
    const { sync, spaces } = await vault.status();
    expect(sync).toMatchObject({ problem: null, waiting: 0 });
    expect(spaces[0]).toMatchObject({ disputes: 0, rotationOwed: false, removed: false, ready: true });
  }
}

const problemOf = async ({ vault }: Device) => (await vault.status()).sync.problem?.code ?? null;

async function team({ vault }: Device): Promise<string[]> {
  return (await vault.members())
    .filter(({ removed }) => !removed)
    .map(({ name }) => name)
    .sort();
}

describe('a server that was put back to before the team changed', () => {
  it('is told again who came, who went and which keys hold, and everybody goes on', async () => {
    const leyla = await world.found('Leyla');
    const nigar = await world.join(leyla, 'Nigar');
    const murad = await world.join(leyla, 'Murad');
    const kept = await newCase(leyla, 'in the backup');
    await settle(leyla, nigar, murad);
    const putBack = await backUp(world);

    const rena = await world.join(leyla, 'Rena');
    expectOk(await leyla.vault.removeMember(murad.account));
    await settle(leyla, nigar, rena);
    expectOk(await leyla.vault.setRole({ account: rena.account, role: 'coordinator', keyholder: true }));
    const { link } = expectOk(await leyla.vault.invite({ role: 'caseworker', keyholder: false, days: 2 }));
    await settle(leyla, nigar, rena);
    await newCase(nigar, 'after the backup');
    expectOk(await rena.vault.save({ dossier: kept, changes: [set('case', kept, { status: 'closed' })] }));
    await settle(nigar, rena, leyla);
    await putBack();

    await settle(nigar, leyla, rena, nigar);
    await allIsWell(leyla, nigar, rena);
    expect(await team(leyla)).toEqual(['Leyla', 'Nigar', 'Rena']);
    await newCase(rena, 'by somebody who came after the backup');
    await settle(rena, leyla, nigar);
    // An invitation that was open is open still, and a newcomer is shown everything.
    const fresh = await world.join(rena, 'Fresh');
    await settle(rena, fresh, leyla, nigar);
    await allIsWell(leyla, nigar, rena, fresh);
    for (const device of [leyla, nigar, rena, fresh]) {
      expect(await aliases(device)).toEqual([
        'after the backup',
        'by somebody who came after the backup',
        'in the backup',
      ]);
      expect(await read(device, kept, 'status')).toBe('closed');
    }
    expect(link).not.toBe('');
    await murad.vault.syncNow();
    expect(await problemOf(murad)).toBe('removed');
    expect(await aliases(murad)).toEqual(['in the backup']);
  });

  it('shuts nobody out to whom it had shown less of what is lost now: they are told, and go on', async () => {
    const lie: { forge: Forge | null } = { forge: null };
    const { device: leyla } = await quiet(world, 'Leyla');
    const nigar = await world.join(leyla, 'Nigar', 'caseworker', {
      transport: unheard(hostileTransport(world.server.url, lie)),
    });
    const { device: murad } = await quiet(world, 'Murad', leyla);
    const id = await newCase(leyla, 'a case');
    await settle(leyla, nigar, murad, leyla);
    const putBack = await backUp(world);
    const hidden = (await positionOf(world, leyla)) + 1;
    lie.forge = async (route, _request, pass) => {
      const answer = route === 'entries/pull' ? await pass() : null;
      if (answer === null) return undefined;
      return { ...answer, items: (answer['items'] as LogItem[]).filter(({ p }) => p !== hidden) };
    };
    for (const summary of ['kept back', 'shown'])
      expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { summary })] }));
    await settle(leyla, nigar, leyla);
    expectOk(await leyla.vault.removeMember(murad.account));
    await putBack();
    lie.forge = null;

    await settle(leyla, nigar, leyla, nigar);
    expect(await problemOf(nigar)).toBeNull();
    expect(await team(nigar)).toEqual(['Leyla', 'Nigar']);
    expect((await nigar.vault.disputes()).map(({ what }) => what)).toContain('act');
  });

  it('gives whoever was removed not a word, and takes none from them, not even when they come first', async () => {
    const { device: leyla, network: away } = await quiet(world, 'Leyla');
    const { device: nigar, network } = await quiet(world, 'Nigar', leyla);
    const { device: murad } = await quiet(world, 'Murad', leyla);
    const id = await newCase(leyla, 'a case');
    await settle(leyla, nigar, murad);
    const putBack = await backUp(world);
    network.cut = true;
    expectOk(await leyla.vault.removeMember(murad.account));
    await settle(leyla);
    expectOk(
      await leyla.vault.save({ dossier: id, changes: [set('case', id, { summary: 'where she lives' })] }),
    );
    await settle(leyla);
    away.cut = true;
    await putBack();

    // Who was removed comes first, then somebody who has not heard of it.
    expectOk(await murad.vault.save({ dossier: id, changes: [set('case', id, { alias: 'by Murad' })] }));
    await settle(murad);
    network.cut = false;
    await settle(nigar);
    expect(await read(nigar, id, 'alias')).toBe('by Murad');
    expectOk(await nigar.vault.save({ dossier: id, changes: [set('case', id, { status: 'closed' })] }));
    await settle(nigar);
    away.cut = false;
    await settle(leyla, nigar, leyla, nigar);
    await murad.vault.syncNow();
    await settle(leyla, nigar);

    await allIsWell(leyla, nigar);
    const fresh = await world.join(leyla, 'Fresh');
    await settle(leyla, fresh, nigar);
    for (const device of [leyla, nigar, fresh, await world.restored(nigar)]) {
      await settle(device);
      expect(await read(device, id, 'alias')).toBe('a case');
      expect(await read(device, id, 'summary')).toBe('where she lives');
      expect(await read(device, id, 'status')).toBe('closed');
      expect(expectOk(await device.vault.dossier(id)).complete).toBe(true);
    }
    expect(await problemOf(murad)).toBe('removed');
    expect(await read(murad, id, 'summary')).toBeUndefined();
    expect(await read(murad, id, 'status')).toBe('new');
  });

  it('is told step by step by devices of which each knows only a part, and by two at once', async () => {
    const { device: leyla, network: one } = await quiet(world, 'Leyla');
    const { device: nigar, network: two } = await quiet(world, 'Nigar', leyla);
    const id = await newCase(leyla, 'a case');
    await settle(leyla, nigar);
    const putBack = await backUp(world);
    const { device: rena, network: three } = await quiet(world, 'Rena', leyla);
    await settle(leyla, nigar, rena);
    two.cut = true;
    const { device: samir, network: four } = await quiet(world, 'Samir', leyla);
    expectOk(await leyla.vault.setRole({ account: rena.account, role: 'coordinator', keyholder: false }));
    await settle(leyla, rena, samir);
    for (const network of [one, three, four]) network.cut = true;
    await putBack();

    two.cut = false;
    expectOk(await nigar.vault.save({ dossier: id, changes: [set('case', id, { status: 'closed' })] }));
    await settle(nigar);
    expect(await problemOf(nigar)).toBeNull();
    for (const network of [three, four]) network.cut = false;
    await Promise.all([rena.vault.syncNow(), samir.vault.syncNow()]);
    await settle(rena, samir, nigar);
    one.cut = false;
    await settle(leyla, rena, samir, nigar);
    const devices = [leyla, rena, samir, nigar];
    await allIsWell(...devices);
    for (const device of devices) {
      expect(await team(device)).toEqual(['Leyla', 'Nigar', 'Rena', 'Samir']);
      expect(await read(device, id, 'status')).toBe('closed');
    }
  });

  it('is told the rest when the telling was cut off', async () => {
    const honest = cuttableTransport(world.server.url);
    let isArmed = false;
    const call: Transport['call'] = async (route, request, token) => {
      const answer = await honest.call(route, request, token);
      if (!isArmed || route !== 'charter/teach') return answer;
      // The server has heard it; whoever told it does not hear that it has.
      honest.cut = true;
      return honest.call(route, request, token);
    };
    const leyla = await world.found('Leyla', { transport: unheard({ ...honest, call }) });
    const rena = await world.join(leyla, 'Rena');
    await settle(leyla, rena);
    const putBack = await backUp(world);
    expectOk(await leyla.vault.removeMember(rena.account));
    await settle(leyla);
    const id = await newCase(leyla, 'not for Rena');
    await settle(leyla);
    isArmed = true;
    await putBack();
    await leyla.vault.syncNow();
    expect(await problemOf(leyla)).toBe('offline');
    await rena.vault.syncNow();
    expect(await problemOf(rena)).toBe('removed');
    expect(await read(rena, id, 'alias')).toBeUndefined();
    [isArmed, honest.cut] = [false, false];
    await settle(leyla);
    await allIsWell(leyla);
    const fresh = await world.join(leyla, 'Fresh');
    await settle(leyla, fresh);
    expect(await aliases(fresh)).toEqual(['not for Rena']);
  });

  it('is given nothing where it only says that it was put back, and will not be told', async () => {
    const honest = cuttableTransport(world.server.url);
    const lie = { on: false, sent: 0, acts: 0, until: 0 };
    const log = crypto.getRandomValues(new Uint8Array(16));
    const call = async (route: RouteName, request: object, token: Uint8Array | null) => {
      const answer = await honest.call(route, request as never, token);
      if (!lie.on || !answer.ok) return answer;
      if (route === 'entries/append') lie.sent++;
      if (route === 'charter/teach')
        return { ok: false, failure: { code: 'not-allowed' }, code: 'not-allowed' };
      if (route === 'charter/read') {
        const { acts } = answer.value as Reply<'charter/read'>;
        const { from } = request as { from: number };
        return { ok: true, value: { acts: acts.slice(0, Math.max(0, lie.acts - from)), more: false } };
      }
      if (route !== 'entries/pull') return answer;
      const page = answer.value as Reply<'entries/pull'>;
      const items = page.items.filter((item) => item.p <= lie.until);
      const former = [{ log: page.log, until: lie.until }];
      return { ok: true, value: { ...page, log, former, items, position: lie.until, more: false } };
    };
    const leyla = await world.found('Leyla', { transport: unheard({ ...honest, call: call as never }) });
    const rena = await world.join(leyla, 'Rena');
    await settle(leyla, rena);
    lie.until = await positionOf(world, leyla);
    lie.acts = (await leyla.vault.circleNumber())?.acts ?? 0;
    expectOk(await leyla.vault.removeMember(rena.account));
    await settle(leyla);
    lie.on = true;
    const id = await newCase(leyla, 'not for Rena');
    await settle(leyla);
    expect(await problemOf(leyla)).not.toBeNull();
    expect(lie.sent).toBe(0);
    expect((await leyla.vault.status()).sync.waiting).toBe(1);
    expect(await team(leyla)).toEqual(['Leyla']);
    lie.on = false;
    await settle(leyla);
    await allIsWell(leyla);
    const fresh = await world.join(leyla, 'Fresh');
    await settle(leyla, fresh);
    expect(await read(fresh, id, 'alias')).toBe('not for Rena');
  });

  it('says so to whoever joined after the backup and comes first, where it does not know of their invitation either', async () => {
    const { device: leyla, network } = await quiet(world, 'Leyla');
    await settle(leyla);
    const putBack = await backUp(world);
    const { device: rena } = await quiet(world, 'Rena', leyla);
    await settle(leyla, rena);
    network.cut = true;
    await putBack();
    const id = await newCase(rena, 'kept here meanwhile');
    await rena.vault.syncNow();
    expect(await problemOf(rena)).toBe('not-known-yet');
    expect((await rena.vault.status()).sync.waiting).toBe(1);
    network.cut = false;
    await settle(leyla, rena, leyla);
    await allIsWell(leyla, rena);
    expect(await read(leyla, id, 'alias')).toBe('kept here meanwhile');
  });

  it('lets somebody come back by the act with which they joined, where the server lost nothing else', async () => {
    const { device: leyla, network } = await quiet(world, 'Leyla');
    const { link } = expectOk(await leyla.vault.invite({ role: 'caseworker', keyholder: false, days: 1 }));
    await settle(leyla);
    network.cut = true;
    const putBack = await backUp(world);
    const rena = await world.newcomer(link, 'Rena');
    await putBack();
    await settle(rena);
    network.cut = false;
    await settle(leyla, rena, leyla, rena);
    await allIsWell(leyla, rena);
    const again = await world.restored(rena);
    await settle(again);
    expect(await problemOf(again)).toBeNull();
  });

  it('is refused by those who know of another change of the team than was made on it first: that is said', async () => {
    const { device: leyla, network: away } = await quiet(world, 'Leyla');
    const { device: nigar, network } = await quiet(world, 'Nigar', leyla);
    await settle(leyla, nigar);
    const { account } = nigar;
    expectOk(await leyla.vault.setRole({ account, role: 'coordinator', keyholder: true }));
    await settle(leyla, nigar);
    const putBack = await backUp(world);
    network.cut = true;
    await quiet(world, 'Rena', leyla);
    away.cut = true;
    await putBack();
    network.cut = false;
    await settle(nigar);
    expectOk(await nigar.vault.invite({ role: 'viewer', keyholder: false, days: 1 }));
    away.cut = false;
    const waiting = await newCase(leyla, 'kept here');
    await settle(leyla);
    expect((await leyla.vault.status()).sync.problem).toMatchObject({
      code: 'server-lies',
      detail: 'parted',
    });
    expect((await leyla.vault.waiting()).map(({ dossier }) => dossier)).toContain(waiting);
    expect(await problemOf(nigar)).toBeNull();
  });
});
