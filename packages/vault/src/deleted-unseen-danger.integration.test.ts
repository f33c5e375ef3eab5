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

it('a case that was deleted by who did not know what a colleague was writing in it stands, with that and with what is to be done', async () => {
  const { leyla, rena, network } = await two();
  const [dossier, seen] = [await newCase(leyla, 'Zaur'), await newCase(leyla, 'Lala')];
  await settle(leyla, rena);
  const told = async (device: Device, id: string, what: string): Promise<void> => {
    const task = set('task', await device.vault.newId(), { what, due: { day: '2026-11-30' } });
    expectOk(await device.vault.save({ dossier: id, changes: [task] }));
  };
  await told(rena, seen, 'Seen before');
  await settle(rena, leyla);
  network.cut = true;
  await told(rena, dossier, 'Bring insulin');
  for (const id of [dossier, seen])
    expectOk(
      await leyla.vault.save({
        dossier: id,
        changes: [{ kind: 'case', record: id, fields: {}, deleted: true }],
      }),
    );
  network.cut = false;
  await settle(rena, leyla, rena, leyla);
  for (const { vault } of [leyla, rena]) {
    const tasks = await vault.tasks({ owner: null, until: null, limit: 50 });
    expect(tasks.flatMap(({ what }) => what || [])).toEqual(['Bring insulin']);
    const root = expectOk(await vault.dossier(dossier)).records.find(({ id }) => id === dossier);
    expect(root?.deleted).toBe(false);
  }
});
