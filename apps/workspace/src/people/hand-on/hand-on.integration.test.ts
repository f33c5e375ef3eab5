import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Device,
  expectOk,
  newCase,
  read,
  set,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../../../worlds/devices/world.ts';
import { caseloadOf } from './caseload.ts';
import { handOn, takeBack } from './hand-on.ts';
import { type HandedOn, handedOnHere } from './handed-on.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const note = async (device: Device, from: string): Promise<HandedOn> => ({
  id: await device.vault.newId(),
  space: await spaceOfDevice(device),
  from,
  name: 'Leyla',
  began: Date.now(),
  done: 0,
  state: 'done',
  lists: 0,
});

/** A case that somebody holds, with a task of theirs. */
async function held(
  by: Device,
  alias: string,
  restrictedTo?: string[],
): Promise<{ id: string; task: string }> {
  const id = await newCase(by, alias, restrictedTo);
  const task = await by.vault.newId();
  const changes = [
    set('case', id, { owner: by.account }),
    set('task', task, { what: 'Call', owner: by.account }),
  ];
  expectOk(await by.vault.save({ dossier: id, changes }));
  return { id, task };
}

it('a caseload goes to others in one act, closed cases with their readers, and comes back but for what was worked on', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena', 'coordinator');
  // Her phone is three years slow: no clock says what came after what.
  const slow = { now: () => Date.now() - 3 * 365 * 86_400_000 };
  const nigar = await world.join(leyla, 'Nigar', 'caseworker', slow);
  await settle(leyla, rena, nigar);
  const open = await held(leyla, 'Aygün');
  const closed = await held(leyla, 'Bahar', [leyla.account, rena.account]);
  const secret = await held(leyla, 'Ceyran', [leyla.account]);
  await settle(leyla, rena, nigar);

  const load = await caseloadOf(
    rena.vault,
    leyla.account,
    () => undefined,
    () => false,
  );
  expect(load?.held.map(({ title, things }) => [title, things]).sort()).toEqual([
    ['Aygün', 2],
    ['Bahar', 2],
  ]);
  const to = { account: nigar.account, name: 'Nigar' };
  const choices = (load?.held ?? []).map(({ dossier }) => ({ dossier, to }));
  const begun = await note(rena, leyla.account);
  expect(
    await handOn(
      rena.vault,
      begun,
      choices,
      () => undefined,
      () => false,
    ),
  ).toEqual({
    is: 'done',
    given: 2,
    kept: [],
  });
  // Done once more, there is nothing left to do.
  expect(
    await handOn(
      rena.vault,
      await note(rena, leyla.account),
      choices,
      () => undefined,
      () => false,
    ),
  ).toMatchObject({ given: 0 });
  await settle(rena, leyla, nigar, rena, nigar);
  expect(await read(nigar, open.id, 'owner')).toBe(nigar.account);
  expect(await read(nigar, closed.id, 'owner')).toBe(nigar.account);
  expect((await nigar.vault.dossier(secret.id)).ok).toBe(false);
  const tasks = await nigar.vault.tasks({ owner: nigar.account, until: null, limit: 10 });
  expect(tasks.map(({ record }) => record)).toEqual(expect.arrayContaining([open.task, closed.task]));

  expectOk(
    await nigar.vault.save({ dossier: open.id, changes: [set('task', open.task, { done: Date.now() })] }),
  );
  await settle(nigar, rena);
  const kept = (await handedOnHere(rena.vault, begun.space)).find(({ id }) => id === begun.id);
  expect(expectOk(await takeBack(rena.vault, kept as HandedOn))).toEqual({
    back: 1,
    worked: 1,
  });
  await settle(rena, nigar, leyla, rena, nigar);
  expect(await read(rena, closed.id, 'owner')).toBe(leyla.account);
  expect(await read(rena, open.id, 'owner')).toBe(nigar.account);
  // What she has read stays with her; from now on she reads no more.
  expect(expectOk(await rena.vault.dossier(closed.id)).readers).not.toContain(nigar.account);
});
