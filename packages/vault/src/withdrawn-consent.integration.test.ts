import type { LogItem } from '@dayaq/protocol';
import { type DossierId, idBytes, type SpaceId } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transport } from './adapters.ts';
import { SEEN_FIELD } from './sharing/root.ts';
import { fetchTransport } from './transport.ts';
import {
  acquaint,
  cuttableTransport,
  type Device,
  expectOk,
  handOver,
  lyingTransport,
  read,
  set,
  settle,
  shared,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';
import { change, Insider } from '../../../worlds/devices/insider.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const NOBODY = { spaces: [], accounts: [] };

/** Notes everything that the server gives a device of shared dossiers. */
function listening(seen: LogItem[]): Transport {
  const honest = fetchTransport(world.server.url);
  return {
    ...honest,
    async call(route, request, token) {
      const answer = await honest.call(route, request, token);
      if (route === 'shares/pull' && answer.ok) seen.push(...(answer.value as { items: LogItem[] }).items);
      return answer;
    },
  };
}

async function given(): Promise<{ ana: Device; bahar: Device; elza: Device; id: string }> {
  const ana = await world.found('Ana');
  const bahar = await world.found('Bahar');
  await acquaint(ana, bahar);
  const elza = await world.join(bahar, 'Elza');
  const fields = {
    words: 'told in confidence',
    needWords: 'a bed',
    contactPerson: 'Ana',
    parts: ['health'],
    need: 'shelter',
    reference: 'AB12',
    sent: 1,
  };
  const id = await handOver(ana, bahar, fields, NOBODY);
  await settle(ana, bahar, elza);
  return { ana, bahar, elza, id };
}

async function withdraw(by: Device, id: string): Promise<void> {
  expectOk(await by.vault.save({ dossier: id, changes: [set('handover', id, { revoked: 7 })] }));
  expectOk(await by.vault.endShare({ dossier: id }));
}

describe('when consent is withdrawn', () => {
  it('the recipient says that it knows, by itself, and keeps no word of it', async () => {
    const { ana, bahar, elza, id } = await given();
    await withdraw(ana, id);
    await settle(ana);
    expect(await shared(ana, id)).toMatchObject({ state: 'ended', unsent: false });
    await settle(elza, bahar, ana);
    for (const device of [bahar, elza]) {
      expect(await shared(device, id)).toMatchObject({ state: 'ended', acknowledged: true, unsent: false });
      const left = (await shared(device, id))?.fields ?? {};
      expect(left).toMatchObject({ sent: 1, need: 'shelter', reference: 'AB12' });
      for (const gone of ['words', 'needWords', 'parts', 'contactPerson']) expect(left[gone]).toBeUndefined();
      expect(await read(device, id, 'words')).toBeUndefined();
      expect(await device.vault.history(id)).toMatchObject({ ok: true, value: [] });
      const late = { dossier: id, changes: [set('handover', id, { done: 9 })] };
      expect(await device.vault.save(late)).toMatchObject({ ok: false });
    }
    expect(await shared(ana, id)).toMatchObject({ state: 'ended', acknowledged: true });
    expect(await read(ana, id, 'revokedSeen')).toBeTypeOf('number');
    expect(await read(ana, id, 'words')).toBe('told in confidence');
  });

  it('nothing that is written afterwards reaches the recipient, whose keys do not open it either', async () => {
    const { ana, bahar, id } = await given();
    const seen: LogItem[] = [];
    const watched = await world.reopen(bahar, { transport: listening(seen) });
    await settle(watched);
    seen.length = 0;
    await withdraw(ana, id);
    expectOk(
      await ana.vault.save({ dossier: id, changes: [set('handover', id, { words: 'only for us now' })] }),
    );
    await settle(ana, watched, ana);
    expect(await read(ana, id, 'words')).toBe('only for us now');
    expect(await read(watched, id, 'words')).toBeUndefined();
    // What was written before the end may still come, as it was meant to; behind the header that ends it nothing does.
    const end = Math.max(...seen.flatMap((item) => (item.t === 'generation' ? [item.p] : [])));
    expect(end).toBeGreaterThan(0);
    expect(seen.filter(({ p }) => p > end)).toEqual([]);
    expect(await read(watched, id, 'revoked')).toBeUndefined();
  });

  it('a recipient that was offline throughout is given the proof of the end and no content', async () => {
    const ana = await world.found('Ana');
    const bahar = await world.found('Bahar');
    await acquaint(ana, bahar);
    const id = await handOver(ana, bahar, { words: 'never fetched' }, NOBODY);
    await settle(ana);
    await withdraw(ana, id);
    await settle(ana);
    const seen: LogItem[] = [];
    const late = await world.reopen(bahar, { transport: listening(seen) });
    await settle(late, ana);
    expect(seen.filter((item) => item.t === 'entry')).toEqual([]);
    expect(await read(late, id, 'words')).toBeUndefined();
    expect(await shared(ana, id)).toMatchObject({ state: 'ended', acknowledged: true });
  });

  it('what was asked for without a network is done by the next turn, after a restart too', async () => {
    const { ana, bahar, id } = await given();
    const transport = cuttableTransport(world.server.url);
    const far = await world.reopen(ana, { transport });
    await settle(far);
    transport.cut = true;
    await withdraw(far, id);
    expect(await shared(far, id)).toMatchObject({ state: 'live', unsent: true, acknowledged: false });
    expect((await far.vault.status()).sync.waiting).toBeGreaterThan(0);
    await far.vault.lock();
    const again = await world.reopen(far);
    await settle(again, bahar, again);
    expect(await shared(again, id)).toMatchObject({ state: 'ended', acknowledged: true });
    expect(await read(bahar, id, 'words')).toBeUndefined();
  });

  it('what the recipient was about to send is not taken any more', async () => {
    const { ana, elza, id } = await given();
    const transport = cuttableTransport(world.server.url);
    const far = await world.reopen(elza, { transport });
    await settle(far);
    transport.cut = true;
    expectOk(await far.vault.save({ dossier: id, changes: [set('handover', id, { accepted: 8 })] }));
    await withdraw(ana, id);
    await settle(ana);
    transport.cut = false;
    await settle(far, ana);
    expect(await read(ana, id, 'accepted')).toBeUndefined();
    expect(await shared(ana, id)).toMatchObject({ acknowledged: true });
    expect(await read(far, id, 'accepted')).toBeUndefined();
    expect((await far.vault.status()).sync).toMatchObject({ waiting: 0, problem: null });
  });

  it('of what a recipient still sends under its old keys the owner takes only that it knows', async () => {
    const { ana, bahar, elza, id } = await given();
    // A server that hides the end from the recipient, and takes what it then sends.
    const lie = { on: false };
    const transport = lyingTransport(world.server.url, (route, _request, answer) => {
      if (!lie.on || route !== 'shares/list') return answer;
      const list = answer as { shares: { position: number; ended: boolean }[] };
      return { ...list, shares: list.shares.map((share) => ({ ...share, position: 0, ended: false })) };
    });
    const hidden: Transport = {
      ...transport,
      call: (route, request, token) =>
        lie.on && route === 'shares/pull'
          ? Promise.resolve({ ok: true, value: { items: [], position: 0, more: false } as never })
          : transport.call(route, request, token),
    };
    const deceived = await world.reopen(bahar, { transport: hidden });
    await settle(deceived);
    await bahar.vault.lock();
    await elza.vault.lock();
    lie.on = true;
    await ana.vault.endShare({ dossier: id });
    await settle(ana);
    const before = (await ana.vault.status()).sync.refused;
    expectOk(await deceived.vault.save({ dossier: id, changes: [set('handover', id, { accepted: 8 })] }));
    await settle(deceived, ana);
    const late = await world.server.data.db.pool.query('select late from shares where dossier_id = $1', [
      idBytes(id as DossierId),
    ]);
    expect(late.rows[0].late).toBe(1);
    expect((await ana.vault.status()).sync.refused).toBeGreaterThan(before);
    expect(await read(ana, id, 'accepted')).toBeUndefined();
    expect(await shared(ana, id)).toMatchObject({ state: 'ended', acknowledged: false });
  });

  it('a recipient puts no words in afterwards, also where one of the owner’s members hands over the new keys', async () => {
    const { ana, bahar, id } = await given();
    const rena = await world.join(ana, 'Rena');
    expectOk(await ana.vault.endShare({ dossier: id }));
    await settle(ana, rena);
    const [accomplice, former] = [await Insider.behind(world, rena), await Insider.behind(world, bahar)];
    const held = await accomplice.hold(id);
    if (typeof held === 'string') throw new Error(held);
    // Not even that it knows: that is said under the last keys that it was given.
    const entries = await former.seal(
      held,
      [{ accepted: 8 }, { [SEEN_FIELD]: 8 }].map((said) => ({ changes: [change('handover', id, said)] })),
    );
    const space = idBytes((await spaceOfDevice(ana)) as SpaceId);
    const sent = await accomplice.server.call('entries/append', { space, generations: [], entries });
    expect(sent.ok).toBe(true);
    const before = (await ana.vault.status()).sync.refused;
    await settle(ana);
    expect((await ana.vault.status()).sync).toMatchObject({ refused: before + 2, problem: null });
    expect(await read(ana, id, 'accepted')).toBeUndefined();
  });

  it('a member whom the recipient removed reads nothing from then on, also while it is still shared', async () => {
    const { ana, bahar, elza, id } = await given();
    expectOk(await bahar.vault.removeMember(elza.account));
    await settle(bahar, ana);
    expectOk(
      await ana.vault.save({ dossier: id, changes: [set('handover', id, { words: 'after she left' })] }),
    );
    await settle(ana, bahar, elza);
    expect(await read(bahar, id, 'words')).toBe('after she left');
    expect(await read(elza, id, 'words')).toBe('told in confidence');
  });
});

describe('when keys change on either side', () => {
  it('the recipient’s answer waits until the owner has given it new keys, which its devices do by themselves', async () => {
    const { ana, bahar, elza, id } = await given();
    const transport = cuttableTransport(world.server.url);
    const far = await world.reopen(ana, { transport });
    await ana.vault.lock();
    await settle(far);
    transport.cut = true;
    expectOk(await bahar.vault.removeMember(elza.account));
    expectOk(await bahar.vault.save({ dossier: id, changes: [set('handover', id, { accepted: 3 })] }));
    await settle(bahar);
    expect(await shared(bahar, id)).toMatchObject({ unsent: true });
    expect((await bahar.vault.status()).sync.problem).toBeNull();
    transport.cut = false;
    await settle(far, bahar, far);
    expect(await shared(bahar, id)).toMatchObject({ unsent: false });
    expect(await read(far, id, 'accepted')).toBe(3);
  });

  it('a member whom the owner removed reads no answer', async () => {
    const ana = await world.found('Ana');
    const nigar = await world.join(ana, 'Nigar');
    const bahar = await world.found('Bahar');
    await acquaint(ana, bahar);
    const id = await handOver(ana, bahar, { declinedWords: 'x' }, NOBODY);
    await settle(ana, bahar, nigar);
    expectOk(await ana.vault.removeMember(nigar.account));
    await settle(ana, bahar);
    expectOk(
      await bahar.vault.save({ dossier: id, changes: [set('handover', id, { declinedWords: 'answer' })] }),
    );
    await settle(bahar, ana, nigar);
    expect(await read(ana, id, 'declinedWords')).toBe('answer');
    expect(await read(nigar, id, 'declinedWords')).toBe('x');
  });
});
