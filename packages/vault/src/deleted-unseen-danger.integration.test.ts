import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  cuttableTransport,
  type Device,
  expectOk,
  newCase,
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

async function two() {
  const leyla = await world.found('Leyla');
  const network = cuttableTransport(world.server.url);
  const rena = await world.join(leyla, 'Rena', 'caseworker', { transport: network });
  return { leyla, rena, network };
}
const inDanger = async ({ vault }: Device) => (await vault.dangers()).map(({ dossier }) => dossier);

it('a case that was deleted by who did not know of a threat keeps the threat on Today', async () => {
  const { leyla, rena, network } = await two();
  const dossier = await newCase(leyla, 'Zaur');
  await settle(leyla, rena);
  network.cut = true;
  const threat = await rena.vault.newId();
  expectOk(
    await rena.vault.save({
      dossier,
      changes: [set('threat', threat, { type: ['kill'], credible: 'likely' })],
    }),
  );
  expect(await inDanger(rena)).toEqual([dossier]);
  expectOk(
    await leyla.vault.save({
      dossier,
      changes: [{ kind: 'case', record: dossier, fields: {}, deleted: true }],
    }),
  );
  network.cut = false;
  await settle(rena, leyla, rena, leyla);
  for (const device of [leyla, rena]) expect(await inDanger(device)).toEqual([dossier]);
});
