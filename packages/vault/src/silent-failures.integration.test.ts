import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Keep, KeepLost, type Transport } from './adapters.ts';
import type { Engine } from './database/engine.ts';
import { DAY } from './days.ts';
import { memoryKeep, nodeSurroundings, openNodeVault } from './node/index.ts';
import {
  aliases,
  cuttableTransport,
  type Device,
  expectOk,
  lyingTransport,
  newCase,
  PASSPHRASE,
  set,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';
import { fetchTransport } from './transport.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const statusOf = (device: Device) => device.vault.status();
const syncOf = async (device: Device) => (await statusOf(device)).sync;

/** Something at an address that is not our server. */
async function anAddress(answer: RequestListener): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** A transport whose other end can be exchanged while the device keeps it: same address, other network. */
function movable(origin: string): Transport & { to(url: string): void } {
  let behind = fetchTransport(origin);
  return {
    origin,
    call: (route, request, token) => behind.call(route, request, token),
    nudges: (token, signal) => behind.nudges(token, signal),
    to(url) {
      behind = fetchTransport(url);
    },
  };
}

describe('a network that answers in the server’s place', () => {
  it.each<[string, RequestListener]>([
    [
      'a page with status 200',
      (_, reply) => reply.setHeader('content-type', 'text/html').end('<h1>Sign in</h1>'),
    ],
    [
      'a redirect to its page',
      (_, reply) => reply.writeHead(302, { location: 'http://127.0.0.1/sign-in' }).end(),
    ],
    [
      'a refusal of its own',
      (_, reply) => reply.writeHead(511, { 'content-type': 'text/html' }).end('sign in'),
    ],
  ])('with %s is said to be no server, and nobody is called a liar', async (_what, answer) => {
    const hotel = await anAddress(answer);
    const transport = movable(world.server.url);
    const device = await world.found('Leyla', { transport });
    transport.to(hotel.url);
    await newCase(device, 'written in the hotel');
    await device.vault.syncNow();
    expect(await syncOf(device)).toMatchObject({ state: 'problem', problem: { code: 'not-the-server' } });
    transport.to(world.server.url);
    await device.vault.syncNow();
    expect(await syncOf(device)).toMatchObject({ problem: null, waiting: 0 });
    await hotel.close();
  });

  it('is told from the right server that is away behind its proxy', async () => {
    const proxy = await anAddress((_, reply) =>
      reply.writeHead(502, { 'content-type': 'text/html' }).end('bad gateway'),
    );
    const answer = await fetchTransport(proxy.url).call('server/hello', {}, null);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'server-unavailable' } });
    await proxy.close();
  });
});

describe('a server that hangs', () => {
  const impatient = { first: 200, next: 200, whole: 1000 };

  it.each<[string, RequestListener]>([
    ['before it says anything', () => undefined],
    [
      'in the middle of its answer',
      (_, reply) =>
        void reply.writeHead(200, { 'content-type': 'application/cbor' }).write(new Uint8Array(10)),
    ],
    [
      'by sending a byte now and then for ever',
      (_, reply) => {
        reply.writeHead(200, { 'content-type': 'application/cbor' });
        const dripping = setInterval(() => reply.write(new Uint8Array(1)), 50);
        reply.on('close', () => clearInterval(dripping));
      },
    ],
  ])('%s is given up', async (_what, answer) => {
    const hanging = await anAddress(answer);
    const from = Date.now();
    const outcome = await fetchTransport(hanging.url, impatient).call('server/hello', {}, null);
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'offline' } });
    expect(Date.now() - from).toBeLessThan(5000);
    await hanging.close();
  });
});

describe('another Dayaq under the same address', () => {
  it('is said to be another one, not a wrong passphrase, and nothing is lost', async () => {
    const other = await startWorld();
    const transport = movable(world.server.url);
    const device = await world.found('Nigar', { transport });
    await newCase(device, 'here');
    await device.vault.syncNow();
    transport.to(other.server.url);
    await newCase(device, 'there');
    await device.vault.syncNow();
    expect(await syncOf(device)).toMatchObject({ state: 'problem', problem: { code: 'another-server' } });
    await device.vault.lock();
    const typed = await device.vault.unlock('another passphrase that nobody chose');
    expect(typed).toMatchObject({ ok: false, failure: { code: 'another-server' } });
    const restored = await (await openNodeVault(other.server.url)).restore({
      kit: device.kit.join(' '),
      passphrase: PASSPHRASE,
    });
    expect(restored).toMatchObject({ ok: false, failure: { code: 'account-not-here' } });
    await other.stop();
  });
});

describe('a server that answers everything with success and keeps nothing', () => {
  it('is noticed by entries that do not come back in its log, and “all sent” is never said', async () => {
    const device = await world.found('Sevda');
    let position = 0;
    const transport = lyingTransport(world.server.url, (_route, _request, answer) => answer);
    const forgetful: Transport = {
      ...transport,
      call: async (route, request, token) => {
        if (route === 'entries/append') return { ok: true, value: { position: ++position } } as never;
        return transport.call(route, request, token);
      },
    };
    const reopened = await world.reopen(device, { transport: forgetful });
    await reopened.vault.syncNow();
    await newCase(reopened, 'nowhere');
    for (let turn = 0; turn < 4; turn++) {
      await reopened.vault.syncNow();
      expect((await syncOf(reopened)).waiting).toBeGreaterThan(0);
    }
    expect(await syncOf(reopened)).toMatchObject({ state: 'problem', problem: { code: 'server-forgets' } });
    expect((await reopened.vault.waiting()).map((item) => item.title)).toContain('nowhere');
  });

  it('is noticed by a file that it does not call whole when asked anew', async () => {
    const device = await world.found('Aysel');
    const honest = fetchTransport(world.server.url);
    const forgetful: Transport = {
      ...honest,
      call: (route, request, token) =>
        route === 'blobs/put'
          ? Promise.resolve({ ok: true, value: { complete: true } } as never)
          : honest.call(route, request, token),
    };
    const reopened = await world.reopen(device, { transport: forgetful });
    await reopened.vault.syncNow();
    const dossier = await newCase(reopened, 'with a photo');
    expectOk(await reopened.vault.addFile(photoFor(dossier)));
    await reopened.vault.syncNow();
    expect(await syncOf(reopened)).toMatchObject({ problem: { code: 'server-forgets' } });
    expect((await reopened.vault.waiting()).map((item) => item.kind)).toContain('file');
  });
});

const PHOTO = new Uint8Array(600_000).map((_, i) => i % 251);
const photoFor = (dossier: string) => ({ dossier, name: 'photo.jpg', mediaType: 'image/jpeg', bytes: PHOTO });

describe('a sealed part of a file that is gone from this device before it was sent', () => {
  async function deviceWithHole(): Promise<{ device: Device; dossier: string }> {
    const transport = cuttableTransport(world.server.url);
    const device = await world.found('Rena', { transport });
    const dossier = await newCase(device, 'with a photo');
    await device.vault.syncNow();
    transport.cut = true;
    const file = expectOk(await device.vault.addFile(photoFor(dossier)));
    const record = await device.vault.newId();
    const changes = [set('file', record, { file: { ...file }, role: 'photo' })];
    expectOk(await device.vault.save({ dossier, changes }));
    await device.keep.delete(`chunk/${file.blob}/00001`);
    transport.cut = false;
    await device.vault.syncNow();
    await device.vault.syncNow();
    return { device, dossier };
  }

  it('is said among what waits, and is never “all sent”', async () => {
    const { device } = await deviceWithHole();
    expect(await syncOf(device)).toMatchObject({ waiting: 0, held: 1 });
    const [item] = await device.vault.waiting();
    expect(item).toMatchObject({ kind: 'file', title: 'photo.jpg', held: 'chunk-missing' });
  });

  it('is put back from the same file chosen again, and from no other', async () => {
    const { device } = await deviceWithHole();
    const blob = (await device.vault.waiting())[0]?.id as string;
    const other = PHOTO.map((byte) => byte ^ 1);
    expect(await device.vault.mendFile({ blob, bytes: other })).toMatchObject({
      ok: false,
      failure: { code: 'file-differs' },
    });
    expectOk(await device.vault.mendFile({ blob, bytes: PHOTO }));
    await device.vault.syncNow();
    expect(await syncOf(device)).toMatchObject({ waiting: 0, held: 0, problem: null });
    expect(await device.vault.waiting()).toEqual([]);
  });
});

describe('a store that refuses', () => {
  /** A database whose room can be taken away and given back. */
  async function roomy() {
    const { database } = await nodeSurroundings(world.server.url);
    let engine: Engine | null = null;
    return {
      ...database,
      async open(key: Uint8Array) {
        engine = await database.open(key);
        return engine;
      },
      fill() {
        const pages = engine?.get<{ page_count: number }>('pragma page_count')?.page_count ?? 0;
        engine?.exec(`pragma max_page_count=${pages}`);
      },
      free() {
        engine?.exec('pragma max_page_count=1000000');
      },
    };
  }

  it('for want of room says so at saving, and the reason is not hidden by what undoing it says', async () => {
    const database = await roomy();
    const device = await world.found('Leyla', { database });
    database.fill();
    const long = 'a'.repeat(9000);
    const dossier = await device.vault.newId();
    const changes = [set('case', dossier, { alias: 'full', summary: long })];
    const request = { dossier, changes, restrictedTo: [device.account] };
    expect(await device.vault.save(request)).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    for (const copies of ['unsent/', 'readers/']) expect(await device.keep.names(copies)).toEqual([]);
    database.free();
    expectOk(await device.vault.save(request));
    expect(await aliases(device)).toEqual(['full']);
  });

  it('because the browser closed it answers the save with that, and the one after it too', async () => {
    const kept = memoryKeep();
    let isLost = false;
    const keep: Keep = {
      ...kept,
      put: (name, bytes) => (isLost ? Promise.reject(new KeepLost('closed')) : kept.put(name, bytes)),
      delete: (name) => (isLost ? Promise.reject(new KeepLost('closed')) : kept.delete(name)),
    };
    const device = await world.found('Nigar');
    for (const name of await device.keep.names(''))
      await kept.put(name, (await device.keep.get(name)) as Uint8Array);
    const vault = await openNodeVault(world.server.url, { keep });
    expectOk(await vault.unlock(PASSPHRASE));
    await vault.syncNow();
    isLost = true;
    const again = { ...device, vault, keep };
    const id = await vault.newId();
    const request = { dossier: id, changes: [set('case', id, { alias: 'again' })] };
    for (let i = 0; i < 2; i++)
      expect(await vault.save(request)).toMatchObject({ ok: false, failure: { code: 'store-lost' } });
    isLost = false;
    expectOk(await vault.save(request));
    await vault.syncNow();
    expect(await aliases(again)).toEqual(['again']);
  });

  it('and comes back empty is filled again with what waits and with whose device it is', async () => {
    const kept = memoryKeep();
    let tellEmptied: () => void = () => undefined;
    const keep: Keep = { ...kept, onEmptied: (tell) => (tellEmptied = tell) };
    const transport = cuttableTransport(world.server.url);
    const first = await world.found('Sevda');
    for (const name of await first.keep.names(''))
      await kept.put(name, (await first.keep.get(name)) as Uint8Array);
    const vault = await openNodeVault(world.server.url, { keep, transport });
    expectOk(await vault.unlock(PASSPHRASE));
    await vault.syncNow();
    transport.cut = true;
    await newCase({ ...first, vault, keep }, 'not sent');
    await kept.clear();
    tellEmptied();
    await expect.poll(async () => (await vault.status()).emptied).toBe(true);
    expect(await kept.names('unsent/')).toHaveLength(1);
    await vault.lock();
    const reopened = await world.reopen({ ...first, keep: kept });
    await reopened.vault.syncNow();
    expect(await aliases(reopened)).toEqual(['not sent']);
  });
});

describe('a first fetch over a bad network', () => {
  it('says N of M, also after closing, names no danger from half a log, and ends whole', async () => {
    const leyla = await world.found('Leyla');
    for (let i = 0; i < 40; i++) {
      const id = await leyla.vault.newId();
      const summary = 'a word '.repeat(1000);
      const changes = [set('case', id, { alias: `case ${i}`, status: 'new', danger: 'now', summary })];
      expectOk(await leyla.vault.save({ dossier: id, changes }));
    }
    await leyla.vault.syncNow();
    let left = Number.POSITIVE_INFINITY;
    const honest = fetchTransport(world.server.url);
    const narrow: Transport = {
      ...honest,
      async call(route, request, token) {
        if (left-- <= 0) return { ok: false, failure: { code: 'offline' }, code: 'offline' };
        const asked = route === 'entries/pull' ? { ...request, bytes: 60_000 } : request;
        return honest.call(route, asked, token);
      },
    };
    const keep = memoryKeep();
    const vault = await openNodeVault(world.server.url, { keep, transport: narrow });
    expectOk(await vault.restore({ kit: leyla.kit.join(' '), passphrase: PASSPHRASE }));
    left = 12;
    await vault.syncNow();
    const half = (await vault.status()).spaces[0]?.fetching;
    expect(half?.done).toBeGreaterThan(0);
    expect(half?.total).toBeGreaterThan(half?.done ?? 0);
    expect(await vault.dangers()).toEqual([]);
    left = Number.POSITIVE_INFINITY;
    await vault.syncNow();
    await expect
      .poll(async () => (await vault.status()).sync)
      .toMatchObject({ state: 'idle', problem: null });
    expect((await vault.status()).spaces[0]?.fetching).toBeNull();
    expect(await aliases({ ...leyla, vault, keep })).toHaveLength(40);
  });
});

describe('a device whose clock is wrong by years', () => {
  it.each([3, -3])('%i years off still joins by the server’s day, and is told', async (years) => {
    const leyla = await world.found('Leyla');
    const { link } = expectOk(await leyla.vault.invite({ role: 'caseworker', keyholder: false, days: 1 }));
    const keep = memoryKeep();
    const now = () => Date.now() + years * 365 * DAY;
    const vault = await openNodeVault(world.server.url, { keep, now });
    expect(expectOk(await vault.inspectInvitation(link)).clockAhead).toBe(years * 365);
    expectOk(await vault.join({ link, passphrase: PASSPHRASE, name: 'Rena' }));
    const rena = { ...leyla, vault, keep };
    await settle(leyla, rena);
    expect(await statusOf(rena)).toMatchObject({ clockAhead: years * 365, sync: { problem: null } });
    expect((await statusOf(rena)).spaces[0]).toMatchObject({ ready: true, removed: false });
  });

  it('invites with a link that has not run out for anybody else', async () => {
    const now = () => Date.now() - 3 * 365 * DAY;
    const leyla = await world.found('Leyla', { now });
    const { link, expires } = expectOk(
      await leyla.vault.invite({ role: 'caseworker', keyholder: false, days: 1 }),
    );
    expect(expires).toBeGreaterThan(Date.now());
    const vault = await openNodeVault(world.server.url);
    expectOk(await vault.join({ link, passphrase: PASSPHRASE, name: 'Rena' }));
  });
});
