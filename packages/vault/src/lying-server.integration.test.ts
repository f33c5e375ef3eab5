import type { LogItem } from '@dayaq/protocol';
import {
  type AccountId,
  idBytes,
  newAccountRoot,
  newDeviceSecret,
  openAccountKeys,
  accountId,
  wrapEpochKey,
  newEpochKey,
} from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lied } from '../../../worlds/devices/openings.ts';
import {
  aliases,
  expectOk,
  newCase,
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

type Page = { items: LogItem[]; position: number; more: boolean };

const onPull = (change: (page: Page) => Page) => (route: string, answer: unknown) =>
  route === 'entries/pull' ? change(answer as Page) : answer;

describe('forge: a lying server is noticed, and what it invents is not shown', () => {
  it('a ghost member put into the charter', async () => {
    const leyla = await world.found('Leyla');
    const { device, lie } = await lied(world, 'Rena', leyla);
    const secret = newDeviceSecret();
    const ghost = await openAccountKeys(await accountId(secret), newAccountRoot());
    lie.twist = onPull((page) => {
      const act = crypto.getRandomValues(new Uint8Array(200));
      return {
        ...page,
        items: [...page.items, { t: 'charter', p: page.position + 1, seq: 99, act }],
        position: page.position + 1,
      };
    });
    await device.vault.syncNow();
    expect((await device.vault.status()).sync.problem?.code).toBe('server-lies');
    expect((await device.vault.members()).map((member) => member.account)).not.toContain(ghost.id);
  });

  it('a swapped epoch key', async () => {
    const leyla = await world.found('Leyla');
    const { device, lie, transport } = await lied(world, 'Rena', leyla);
    const fresh = await world.reopen(device, { transport });
    const status = await device.vault.status();
    const own = await openAccountKeys(await accountId(newDeviceSecret()), newAccountRoot());
    const wrap = await wrapEpochKey(newEpochKey(), 1, status.space as never, own.public, {
      place: null,
      charter: new Uint8Array(32),
      peer: null,
    });
    const by = idBytes(leyla.account as AccountId);
    lie.twist = (route, answer) => (route === 'epochs/read' ? { wraps: [{ epoch: 1, by, wrap }] } : answer);
    await fresh.vault.syncNow();
    // Not believed: the device goes on waiting for the true key instead of sealing to the server's.
    expect((await fresh.vault.status()).spaces[0]?.ready).toBe(false);
    const id = await newCase(fresh, 'kept to itself');
    await fresh.vault.syncNow();
    expect((await fresh.vault.waiting()).some((item) => item.dossier === id)).toBe(true);
    lie.twist = null;
    await settle(leyla, fresh, leyla);
    expect(await read(leyla, id, 'alias')).toBe('kept to itself');
  });

  it('an entry that was dropped is noticed when anyone has built on it', async () => {
    const leyla = await world.found('Leyla');
    const { device, lie } = await lied(world, 'Rena', leyla);
    const id = await newCase(leyla, 'first');
    await settle(leyla, device);
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { alias: 'second' })] }));
    await leyla.vault.syncNow();
    let dropped = 0;
    lie.twist = onPull((page) => {
      dropped ||= page.items.find((item) => item.t === 'entry')?.p ?? 0;
      return { ...page, items: page.items.filter((item) => item.p !== dropped) };
    });
    await device.vault.syncNow();
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { alias: 'third' })] }));
    await settle(leyla);
    // The lie ends once she has been told for the first time: her device then reads the log again.
    const told = lie.twist;
    lie.twist = (route, answer) => {
      const shown = told?.(route, answer) ?? answer;
      if (route === 'entries/pull' && (shown as Page).items.length > 0) lie.twist = null;
      return shown;
    };
    await settle(device);
    // Told, with the proof; and nobody is shut out for it: the log was read again and is whole.
    expect((await device.vault.disputes()).length).toBeGreaterThan(0);
    expect(expectOk(await device.vault.dossier(id)).complete).toBe(true);
    expect(await read(device, id, 'alias')).toBe('third');
  });

  it('an acknowledged entry that never comes back is sent again', async () => {
    const leyla = await world.found('Leyla');
    const { device: rena, lie } = await lied(world, 'Rena', leyla);
    lie.twist = onPull((page) => ({ ...page, items: page.items.filter((item) => item.t !== 'entry') }));
    const id = await newCase(rena, 'do not lose me');
    await settle(rena);
    // Never "all sent": what the server says it took has not come back.
    expect((await rena.vault.status()).sync.waiting).toBe(1);
    lie.twist = null;
    await settle(rena, leyla, rena);
    expect(await read(leyla, id, 'alias')).toBe('do not lose me');
    expect((await rena.vault.status()).sync.waiting).toBe(0);
  });

  it('an entry replayed under another id, in another dossier, or changed by one bit', async () => {
    const leyla = await world.found('Leyla');
    const { device, lie } = await lied(world, 'Rena', leyla);
    const target = await newCase(leyla, 'target');
    await settle(leyla, device);
    await newCase(leyla, 'source');
    await leyla.vault.syncNow();
    const refusedBefore = (await device.vault.status()).sync.refused;
    lie.twist = onPull((page) => ({
      ...page,
      items: page.items.map((item) => {
        if (item.t !== 'entry') return item;
        const sealed = item.sealed.slice();
        sealed[sealed.length - 1] = (sealed[sealed.length - 1] as number) ^ 1;
        return { ...item, sealed };
      }),
    }));
    await device.vault.syncNow();
    expect((await device.vault.status()).sync.refused).toBeGreaterThan(refusedBefore);
    // What came changed is refused, and asked for once more: there this server is honest.
    expect(await aliases(device)).toEqual(['source', 'target']);
    expect(await read(device, target, 'alias')).toBe('target');
  });

  it('a log that goes back, or comes out of order', async () => {
    const leyla = await world.found('Leyla');
    const { device, lie } = await lied(world, 'Rena', leyla);
    await newCase(leyla, 'one');
    await newCase(leyla, 'two');
    await leyla.vault.syncNow();
    lie.twist = onPull((page) => ({ ...page, items: [...page.items].reverse() }));
    await device.vault.syncNow();
    const reordered = (await device.vault.status()).sync;
    expect(reordered.problem?.code).toBe('server-lies');
    lie.twist = null;
    await settle(device);
    expect(await aliases(device)).toEqual(['one', 'two']);
    lie.twist = onPull((page) => ({ ...page, items: [], position: 0, more: false }));
    await device.vault.syncNow();
    expect(await aliases(device)).toEqual(['one', 'two']);
    lie.twist = null;
    await settle(device, leyla);
    expect(await aliases(leyla)).toEqual(['one', 'two']);
    expect((await device.vault.status()).sync).toMatchObject({ problem: null, waiting: 0 });
  });

  it('a charter that forks: another act in the place of a known one', async () => {
    const leyla = await world.found('Leyla');
    const { device, lie } = await lied(world, 'Rena', leyla);
    const other = await world.found('Other');
    const foreign = expectOk(await other.vault.invite({ role: 'viewer', keyholder: false, days: 1 }));
    expect(foreign.link).toContain('#');
    lie.twist = onPull((page) => ({
      ...page,
      items: page.items.map((item) =>
        item.t === 'charter' ? { ...item, act: item.act.map((byte) => byte ^ 1) } : item,
      ),
    }));
    expectOk(await leyla.vault.invite({ role: 'viewer', keyholder: false, days: 1 }));
    const before = await device.vault.invitations();
    await device.vault.syncNow();
    expect((await device.vault.status()).sync.problem?.code).toBe('server-lies');
    expect(await device.vault.invitations()).toEqual(before);
  });
});
