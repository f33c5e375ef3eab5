import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  everyCase,
  expectOk,
  newCase,
  set,
  settle,
  startWorld,
  type World,
  type Device,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const counted = async ({ vault }: Device): Promise<string[]> =>
  (await vault.cases({ ...everyCase, filters: { qualification: ['yes'] } })).rows.map(({ alias }) => alias);

it('whoever writes what happened into a colleague’s record does not judge it themselves', async () => {
  const leyla = await world.found('Leyla');
  const mallory = await world.join(leyla, 'Mallory');
  const dossier = await newCase(leyla, 'Zaur');
  const act = await leyla.vault.newId();
  expectOk(await leyla.vault.save({ dossier, changes: [set('violation', act, { type: 'evicted' })] }));
  await settle(leyla, mallory);
  expectOk(
    await mallory.vault.save({
      dossier,
      changes: [
        set('violation', act, { type: 'killed', account: 'All of this I wrote myself.', qualified: 'yes' }),
      ],
    }),
  );
  await settle(mallory, leyla);
  expect(await counted(leyla)).toEqual([]);
});

it('a judgement of another counts for what they judged, not for what the taker wrote over it since', async () => {
  const leyla = await world.found('Leyla');
  const mallory = await world.join(leyla, 'Mallory');
  const dossier = await newCase(mallory, 'Zaur');
  const act = await mallory.vault.newId();
  expectOk(await mallory.vault.save({ dossier, changes: [set('violation', act, { type: 'evicted' })] }));
  await settle(mallory, leyla);
  expectOk(await leyla.vault.save({ dossier, changes: [set('violation', act, { qualified: 'yes' })] }));
  await settle(leyla, mallory);
  expect(await counted(leyla)).toEqual(['Zaur']);
  expectOk(
    await mallory.vault.save({
      dossier,
      changes: [set('violation', act, { type: 'killed', account: 'Another act.' })],
    }),
  );
  await settle(mallory, leyla);
  expect(await counted(leyla)).toEqual([]);
});
