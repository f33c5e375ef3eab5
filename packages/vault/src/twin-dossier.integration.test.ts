import { type DossierId, type EntryId, generationCipher, idBytes, idText, unwrap } from '@dayaq/sealing';
import { readEntry } from '@dayaq/journal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transport } from './adapters.ts';
import { Insider } from '../../../worlds/devices/insider.ts';
import {
  acquaint,
  aliases,
  cuttableTransport,
  type Device,
  expectOk,
  read,
  set,
  settle,
  shared,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';
import { fetchTransport } from './transport.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** What the members of the other organisation read of a dossier with a client of their own. */
async function heardBy(device: Device, dossier: DossierId): Promise<string> {
  const insider = await Insider.behind(world, device);
  const held = await insider.hold(dossier);
  if (typeof held === 'string') throw new Error(held);
  const cipher = await generationCipher(held.key);
  const request = { space: idBytes(insider.space), dossier: idBytes(dossier), after: 0, limit: 2000 };
  const page = await insider.server.call('entries/dossier', request);
  if (!page.ok) throw new Error(page.code);
  const heard: string[] = [];
  for (const item of page.value.items) {
    if (item.t !== 'entry') continue;
    const binding = { space: insider.space, dossier, generation: item.g, entry: idText<EntryId>(item.id) };
    const plain = await cipher.open(binding, item.sealed);
    if (plain.ok) heard.push(JSON.stringify(unwrap(await readEntry(plain.value)).changes));
  }
  return heard.join('\n');
}

/** A network over which nothing is sent to whoever handed something over, once it is `silent`. */
function answering(network: { silent: boolean }): Transport {
  const honest = fetchTransport(world.server.url);
  return {
    ...honest,
    call: (route, request, token) =>
      route === 'shares/append' && network.silent
        ? Promise.resolve({ ok: false, failure: { code: 'offline' }, code: 'offline' })
        : honest.call(route, request, token),
  };
}

/** Two organisations, that whose number is lower first. */
async function inOrder() {
  const found = async (name: string) => {
    const network = { silent: false };
    const device = await world.found(name, { transport: answering(network) });
    return { device, network, space: await spaceOfDevice(device) };
  };
  const [one, other] = [await found('Leyla'), await found('Bella')];
  return one.space < other.space ? ([one, other] as const) : ([other, one] as const);
}

describe('another organisation hands something over under the number of a new case of ours', () => {
  it.each(['ours', 'theirs'] as const)(
    'the case stands in every list, and theirs is set apart and named; %s sorts first',
    async (first) => {
      const [low, high] = await inOrder();
      const [us, them] = first === 'ours' ? [low, high] : [high, low];
      us.network.silent = true;
      const [leyla, bella, ours] = [us.device, them.device, us.space];
      const network = cuttableTransport(world.server.url);
      const murad = await world.join(leyla, 'Murad', 'caseworker', { transport: network });
      await acquaint(leyla, bella);
      await settle(leyla, murad, bella, leyla);
      network.cut = true;
      const id = (await murad.vault.newId()) as DossierId;
      const begun = [set('case', id, { alias: 'Mother of two', status: 'new' })];
      expectOk(await murad.vault.save({ dossier: id, changes: begun }));
      const changes = [set('handover', id, { words: 'x' })];
      expectOk(
        await bella.vault.share({ dossier: id, to: ours, changes, barred: { spaces: [], accounts: [] } }),
      );
      await settle(bella, leyla, bella, leyla);
      expect(await shared(leyla, id)).toMatchObject({ direction: 'received' });
      // It does not go out before the case comes.
      expectOk(await leyla.vault.save({ dossier: id, changes: [set('handover', id, { accepted: 2 })] }));
      network.cut = false;
      await settle(murad, leyla, murad, leyla);

      expect(await aliases(leyla)).toEqual(['Mother of two']);
      expect(await shared(leyla, id)).toBeUndefined();
      expect(expectOk(await leyla.vault.dossier(id))).toMatchObject({ shared: null, waiting: 0 });
      expect(await leyla.vault.apart(null)).toMatchObject([
        { dossier: id, kind: 'handover', reason: 'twin' },
      ]);
      expectOk(
        await leyla.vault.save({ dossier: id, changes: [set('case', id, { summary: 'moved today' })] }),
      );
      await settle(leyla, bella, leyla);
      const late = await world.join(leyla, 'Late');
      await settle(leyla, late, murad);
      const reopened = await reopen(leyla);
      for (const device of [reopened, late, murad]) {
        expect(await aliases(device)).toEqual(['Mother of two']);
        expect(await read(device, id, 'summary')).toBe('moved today');
        expect((await device.vault.status()).sync).toMatchObject({ problem: null, waiting: 0 });
      }
      expect(await heardBy(bella, id)).not.toContain('moved today');
    },
  );
});

/** The same device, its database lost: what it makes of its copies and of the server must be the same. */
async function reopen(device: Device): Promise<Device> {
  await device.vault.lock();
  const again = await world.reopen(device);
  await settle(again);
  return again;
}
