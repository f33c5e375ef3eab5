import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Value } from '@dayaq/vault/client';
import {
  cuttableTransport,
  type Device,
  everyCase,
  expectOk,
  newCase,
  set,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../../worlds/devices/world.ts';
import { joinCases } from './join-cases.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** Cases that are in danger, as the list has them. */
const inDanger = async ({ vault }: Device): Promise<string[]> => {
  const { rows } = await vault.cases(everyCase);
  return rows.filter(({ danger }) => danger !== '').map((row) => row.id);
};

it('joining hides no danger of which two versions stand, though the milder one stands last', async () => {
  const leyla = await world.found('Leyla');
  const network = cuttableTransport(world.server.url);
  const friend = await world.join(leyla, 'Friend', 'caseworker', { transport: network });
  const into = await newCase(leyla, 'Aygün');
  const from = await newCase(leyla, 'Айгюн');
  const threat = await leyla.vault.newId();
  const says = (fields: Record<string, Value>) => ({
    dossier: from,
    changes: [set('threat', threat, fields)],
  });
  expectOk(await leyla.vault.save(says({ type: ['kill'] })));
  await settle(leyla, friend);
  network.cut = true;
  expectOk(await leyla.vault.save(says({ credible: 'likely' })));
  expectOk(await friend.vault.save(says({ credible: 'unlikely' })));
  network.cut = false;
  await settle(friend, leyla, friend, leyla);
  expect(await inDanger(leyla), 'doubt counts as danger').toEqual([from]);
  const space = await spaceOfDevice(friend);
  const request = { space, into, from, names: ['Aygün', 'Айгюн'] as [string, string], today: '2026-11-29' };
  expect(await joinCases(friend.vault, request)).toEqual({ is: 'joined' });
  await settle(friend, leyla);
  expect(await inDanger(leyla)).toEqual([into]);
});
