/** Threat: a caseworker with a program of their own begins a dossier of our own under the number of one that another organisation handed over, and it is gone from everybody’s devices. */
import { type DossierId, idBytes, startGeneration } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import {
  acquaint,
  aliases,
  cuttableTransport,
  expectOk,
  handOver,
  read,
  set,
  settle,
  shared,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** A hand-over that Nigar answered while she had no network, and Mallory, who begins a dossier of ours under its number. */
async function handedOver() {
  const leyla = await world.found('Leyla');
  const network = cuttableTransport(world.server.url);
  const nigar = await world.join(leyla, 'Nigar', 'caseworker', { transport: network });
  const mallory = await world.join(leyla, 'Mallory');
  const bella = await world.found('Bella');
  await acquaint(leyla, bella);
  await settle(leyla, nigar, mallory, bella);
  const id = await handOver(bella, leyla, { words: 'she cannot go home' });
  await settle(bella, leyla, nigar, mallory);
  expect(await read(nigar, id, 'words')).toBe('she cannot go home');
  network.cut = true;
  expectOk(await nigar.vault.save({ dossier: id, changes: [set('handover', id, { accepted: 2 })] }));
  expect((await nigar.vault.status()).sync.waiting).toBe(1);

  const insider = await Insider.behind(world, mallory);
  const charter = await insider.charter();
  const { bytes } = await startGeneration({
    space: insider.space,
    dossier: id as DossierId,
    epoch: charter.epoch.number,
    epochKey: await insider.epochKey(charter.epoch.number),
    author: insider.account,
    time: 0,
    restrictedTo: null,
    previous: null,
    open: false,
    view: await insider.view(),
  });
  const space = idBytes(insider.space);
  const sent = await insider.server.call('entries/append', { space, generations: [bytes], entries: [] });
  expect(sent.ok).toBe(true);
  return { leyla, nigar, bella, network, insider, id };
}

describe('a dossier of ours under the number of one that was handed over', () => {
  it('takes nothing from anybody while there is only its header', async () => {
    const { leyla, nigar, bella, network, id } = await handedOver();
    network.cut = false;
    await settle(leyla, nigar, bella, leyla, nigar);
    for (const device of [leyla, nigar, await world.restored(nigar)]) {
      await settle(device);
      expect(await read(device, id, 'words')).toBe('she cannot go home');
      expect(await read(device, id, 'accepted')).toBe(2);
      expect(await shared(device, id)).toMatchObject({ direction: 'received', state: 'live' });
      expect((await device.vault.status()).sync).toMatchObject({ waiting: 0, held: 0, problem: null });
    }
    expect(await read(bella, id, 'accepted')).toBe(2);
  });

  it('sets what was handed over apart, named, once there are words in it, and what was not sent yet still reaches who it is for', async () => {
    const { leyla, nigar, bella, network, insider, id } = await handedOver();
    expect(
      await insider.send(id, [{ changes: [change('case', id, { alias: 'a twin', status: 'new' })] }]),
    ).toBe('ok');
    await settle(leyla);
    network.cut = false;
    await settle(nigar, bella, leyla, nigar, bella);
    for (const device of [leyla, nigar]) {
      expect(await aliases(device)).toEqual(['a twin']);
      expect(await device.vault.apart(null)).toMatchObject([
        { dossier: id, kind: 'handover', reason: 'twin', entries: 2 },
      ]);
      expect((await device.vault.status()).sync).toMatchObject({ waiting: 0, held: 0, problem: null });
    }
    expect(await read(bella, id, 'accepted')).toBe(2);
    // Where the other is not, it is what is shown.
    expectOk(await leyla.vault.restrict({ dossier: id, to: [leyla.account] }));
    await settle(leyla);
    const anew = await world.restored(nigar);
    await settle(anew);
    expect(await aliases(anew)).toEqual([]);
    expect(await read(anew, id, 'words')).toBe('she cannot go home');
    expect(await read(anew, id, 'accepted')).toBe(2);
    expect(await anew.vault.apart(null)).toEqual([]);
    expect(await shared(anew, id)).toMatchObject({ direction: 'received' });
  });
});
