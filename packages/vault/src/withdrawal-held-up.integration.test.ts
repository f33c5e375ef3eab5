import { type DossierId, idBytes, type SpaceId, startGeneration } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Insider } from '../../../worlds/devices/insider.ts';
import {
  acquaint,
  expectOk,
  handOver,
  read,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('a colleague of the giver who signs a header that names an unknown charter', () => {
  for (const bars of [false, true])
    it(`keeps nobody from taking a hand-over back${bars ? ', with bars in it' : ''}`, async () => {
      const ana = await world.found('Ana');
      const mallory = await world.join(ana, 'Mallory');
      const bahar = await world.found('Bahar');
      await acquaint(ana, bahar);
      await settle(mallory);
      const id = (await handOver(ana, bahar, { needWords: 'secret words of the client' })) as DossierId;
      await settle(ana, bahar, mallory);
      const to = (await spaceOfDevice(bahar)) as SpaceId;
      const evil = await Insider.behind(world, mallory);
      const held = await evil.hold(id);
      if (typeof held === 'string') throw new Error(held);
      const peer = (await (await Insider.behind(world, bahar)).charter()).epoch;
      const view = await evil.view();
      const { bytes } = await startGeneration({
        space: evil.space,
        dossier: id,
        epoch: 1,
        epochKey: await evil.epochKey(1),
        author: evil.account,
        time: 0,
        restrictedTo: null,
        previous: held,
        open: held.header.open,
        view: { ...view, charter: crypto.getRandomValues(new Uint8Array(32)) },
        sharedWith: { space: to, epoch: peer.number, dropKey: peer.dropKey },
        barred: bars
          ? {
              spaces: [
                Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url') as SpaceId,
              ],
              accounts: [],
            }
          : { spaces: [], accounts: [] },
      });
      await evil.server.call('entries/append', {
        space: idBytes(evil.space),
        generations: [bytes],
        entries: [],
      });
      await settle(ana, bahar);
      expectOk(await ana.vault.removeMember(mallory.account));
      await settle(ana, bahar);
      expectOk(await ana.vault.endShare({ dossier: id }));
      for (let i = 0; i < 4; i++) await settle(ana, bahar);
      expect(await read(bahar, id, 'needWords')).toBeUndefined();
    });
});
