/** Which cases are suggested to bear on a commitment, to two members who may not open the same ones. */
import type { About } from '@dayaq/domain/count';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  accountOf,
  type Device,
  expectOk,
  set,
  settle,
  startWorld,
  type World,
} from '../../../../worlds/devices/world.ts';

let world: World;
let ana: Device;
let bahar: Device;
beforeAll(async () => {
  world = await startWorld();
  ana = await world.found('Ana');
  bahar = await world.join(ana, 'Bahar', 'caseworker');
});
afterAll(() => world.stop());

async function aCase({ vault }: Device, type: string, restrictedTo?: string[]): Promise<string> {
  const [id, client, act] = [await vault.newId(), await vault.newId(), await vault.newId()];
  const changes = [
    set('case', id, { alias: 'Invented', status: 'new', area: { area: 'az-baku-nasimi' } }),
    set('person', client, { role: 'client', populations: ['sex-work'] }),
    set('violation', act, { type, date: { day: '2026-10-01' }, victims: [client] }),
  ];
  expectOk(
    await vault.save({ dossier: id, changes, ...(restrictedTo === undefined ? {} : { restrictedTo }) }),
  );
  return id;
}

test('cases that may bear on a commitment are told to whoever may open them, and no more once somebody said so', async () => {
  const [plan, commitment] = [await ana.vault.newId(), await ana.vault.newId()];
  const changes = [
    set('framework', plan, { name: 'Invented plan', type: 'other' }),
    set('commitment', commitment, { what: 'action', name: 'Invented commitment' }),
  ];
  expectOk(await ana.vault.save({ dossier: plan, changes }));
  const open = await aCase(ana, 'extortion');
  const shut = await aCase(ana, 'detained-unlawfully', [(await accountOf(ana)).id]);
  await aCase(ana, 'evicted');
  await settle(ana, bahar);
  const about: About = { acts: ['liberty'], people: ['sex-work'], area: 'az-baku', since: '2026-01-01' };
  const suggested = async ({ vault }: Device): Promise<Set<string>> => {
    const answer = await vault.bearing({ commitment, about });
    if (answer.is !== 'found') throw new Error(answer.is);
    return new Set(answer.cases.map((each) => each.case));
  };
  expect(await suggested(ana)).toEqual(new Set([open, shut]));
  expect(await suggested(bahar)).toEqual(new Set([open]));
  const said = set('bearing', await bahar.vault.newId(), { commitment });
  expectOk(await bahar.vault.save({ dossier: open, changes: [said] }));
  expect(await suggested(bahar)).toEqual(new Set());
  await settle(bahar, ana);
  expect(await suggested(ana)).toEqual(new Set([shut]));
});
