import { afterAll, beforeAll, expect, it } from 'vitest';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import {
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

const HOUR = 3_600_000;
const YEARS = 10 * 365 * 24 * HOUR;
/** What Today and the reminders of a device say of the one danger, so many hours later. */
const escalationOf = async ({ vault }: Device) => (await vault.dangers())[0]?.escalation;

it('a danger moves on to the next person in time, whatever a clock its last word is stamped with', async () => {
  let later = 0;
  const leyla = await world.found('Leyla', { now: () => Date.now() + later });
  const mallory = await world.join(leyla, 'Mallory');
  const dossier = await newCase(mallory, 'Zaur');
  const threat = await mallory.vault.newId();
  // The case is the threatener's friend's own: it is their turn first.
  expectOk(
    await mallory.vault.save({ dossier, changes: [set('case', dossier, { owner: mallory.account })] }),
  );
  await settle(mallory, leyla);
  expectOk(
    await leyla.vault.save({
      dossier,
      changes: [set('threat', threat, { type: ['kill'], credible: 'likely' })],
    }),
  );
  await settle(leyla, mallory);
  expect(await escalationOf(leyla)).toMatchObject({ state: 'open', who: mallory.account });
  const insider = await Insider.behind(world, mallory);
  const history = expectOk(await mallory.vault.history(dossier)) as unknown as {
    entry?: string;
    id?: string;
  }[];
  const heads = history.map((each) => each.entry ?? each.id ?? '').filter(Boolean);
  expect(
    await insider.send(dossier, [
      {
        changes: [change('threat', threat, { credible: 'likely' })],
        time: Date.now() + YEARS,
        heads: heads as never,
      },
    ]),
  ).toBe('ok');
  await settle(mallory, leyla);
  // Three hours later a critical danger that nobody took is the next one's, too.
  later = 3 * HOUR;
  const escalation = await escalationOf(leyla);
  expect(escalation).toMatchObject({ state: 'open', told: [mallory.account, leyla.account] });
});

it('nor does a phone whose clock is years fast keep what is taken down on it from moving on', async () => {
  let later = 0;
  const leyla = await world.found('Leyla', { now: () => Date.now() + later });
  const rena = await world.join(leyla, 'Rena', 'caseworker', { now: () => Date.now() + YEARS });
  const dossier = await newCase(rena, 'Zaur');
  expectOk(
    await rena.vault.save({
      dossier,
      changes: [
        set('case', dossier, { owner: rena.account }),
        set('threat', await rena.vault.newId(), { type: ['kill'], credible: 'likely' }),
      ],
    }),
  );
  await settle(rena, leyla);
  later = 3 * HOUR;
  expect(await escalationOf(leyla)).toMatchObject({ state: 'open', told: [rena.account, leyla.account] });
});
