/** What two members are told of acts that are alike, who may not open the same cases. */
import { actsMeant } from '@dayaq/domain/count';
import { plainRecord } from '@dayaq/acts/record-values';
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

const TODAY = '2026-11-30';

async function aCase({ vault }: Device, day: string, restrictedTo?: string[]): Promise<string> {
  const [id, by, act] = [await vault.newId(), await vault.newId(), await vault.newId()];
  const changes = [
    set('case', id, { alias: 'Invented', status: 'new', area: { area: 'az-ganja' } }),
    set('perpetrator', by, { type: 'police', unit: 'Invented unit 5' }),
    set('violation', act, { type: 'extortion', date: { day }, perpetrators: [by] }),
  ];
  expectOk(
    await vault.save({ dossier: id, changes, ...(restrictedTo === undefined ? {} : { restrictedTo }) }),
  );
  return id;
}

async function suggested({ vault }: Device) {
  const answer = await vault.patterns(TODAY);
  if (answer.is !== 'found') throw new Error(answer.is);
  return answer.suggestions;
}

test('acts that are alike are suggested to whoever may open their cases; once gathered, the cases are named to them alone', async () => {
  const me = (await accountOf(ana)).id;
  const open = [await aCase(ana, '2026-10-01'), await aCase(ana, '2026-10-08')];
  const shut = await aCase(ana, '2026-10-20', [me]);
  await settle(ana, bahar);
  const [found] = await suggested(ana);
  expect(found).toMatchObject({ acts: 3, unit: 'Invented unit 5', area: 'az-ganja', type: 'extortion' });
  expect(new Set(found?.cases)).toEqual(new Set([...open, shut]));
  // Two that she may open are no pattern, and of the third she hears nothing.
  expect(await suggested(bahar)).toEqual([]);

  const pattern = await ana.vault.newId();
  const values = { name: 'Invented pattern', begun: { day: TODAY }, state: 'watched' };
  expectOk(await ana.vault.save({ dossier: pattern, changes: [set('pattern', pattern, values)] }));
  for (const id of found?.cases ?? []) {
    const view = expectOk(await ana.vault.dossier(id));
    const acts = found === undefined ? [] : actsMeant(id, view.records.map(plainRecord), found);
    expect(acts).toHaveLength(1);
    const link = set('pattern-case', await ana.vault.newId(), { pattern, acts });
    expectOk(await ana.vault.save({ dossier: id, changes: [link] }));
  }
  expect(await suggested(ana)).toEqual([]);
  await settle(ana, bahar);
  const casesOf = async ({ vault }: Device) =>
    new Set((await vault.linked({ id: pattern, limit: 500 })).from.map(({ end }) => end.dossier));
  expect(await casesOf(ana)).toEqual(new Set([...open, shut]));
  expect(await casesOf(bahar)).toEqual(new Set(open));
  // Nothing in what everybody reads names the case that not everybody may open.
  expect(JSON.stringify(expectOk(await bahar.vault.dossier(pattern)))).not.toContain(shut);

  // Another one that came in is worth another look.
  await aCase(bahar, '2026-10-25');
  await settle(bahar, ana);
  expect(await suggested(ana)).toMatchObject([{ acts: 4 }]);
  expect(await suggested(bahar)).toMatchObject([{ acts: 3 }]);
  await ana.vault.lock();
  expect(await ana.vault.patterns(TODAY)).toEqual({ is: 'locked' });
});
