import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Device,
  expectOk,
  lastingDatabase,
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

const stands = async ({ vault }: Device, id: string) => {
  const view = expectOk(await vault.dossier(id));
  const listed = await vault.cases({
    text: '',
    filters: {},
    sort: 'updated',
    descending: true,
    offset: 0,
    limit: 10,
  });
  const dangers = await vault.dangers();
  return {
    page: view.closed,
    list: listed.rows.map((row) => row.closed),
    dangers: dangers.length,
    held: view.held,
  };
};

it('a case that was closed to me stays closed here when the words that were not taken are dropped, until it is opened again', async () => {
  const leyla = await world.found('Leyla');
  const parts = { database: await lastingDatabase(world) };
  let rena = await world.join(leyla, 'Rena', 'caseworker', parts);
  const id = await newCase(leyla, 'closed');
  expectOk(
    await leyla.vault.save({
      dossier: id,
      changes: [set('threat', await leyla.vault.newId(), { type: ['kill'], credible: 'likely' })],
    }),
  );
  await settle(leyla, rena);
  expect(await stands(rena, id)).toEqual({ page: false, list: [false], dangers: 1, held: null });
  expectOk(await leyla.vault.restrict({ dossier: id, to: [] }));
  await settle(leyla);
  expectOk(
    await rena.vault.save({
      dossier: id,
      changes: [set('note', await rena.vault.newId(), { text: 'not taken' })],
    }),
  );
  await settle(rena);
  const closed = { page: true, list: [true], dangers: 0 };
  expect(await stands(rena, id)).toEqual({ ...closed, held: 'closed-to-you' });

  const [item] = await rena.vault.waiting();
  expectOk(await rena.vault.dropHeld(item?.id ?? ''));
  expect(await stands(rena, id)).toEqual({ ...closed, held: null });
  await rena.vault.lock();
  rena = await world.reopen(rena, parts);
  await rena.vault.syncNow();
  expect(await stands(rena, id)).toEqual({ ...closed, held: null });

  expectOk(await leyla.vault.restrict({ dossier: id, to: null }));
  await settle(leyla, rena);
  expect(await stands(rena, id)).toEqual({ page: false, list: [false], dangers: 1, held: null });
});
