/** What one member gave away holds for all of them, also where two began at the same time. */
import { Given, PLAIN_QUESTION, type Question } from '@dayaq/domain/count';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Device,
  expectOk,
  set,
  settle,
  startWorld,
  type World,
} from '../../../../worlds/devices/world.ts';
import { handOut, ledgerOf } from './given-before.ts';

let world: World;
let ana: Device;
let bahar: Device;
beforeAll(async () => {
  world = await startWorld();
  ana = await world.found('Ana');
  bahar = await world.join(ana, 'Bahar', 'coordinator');
});
afterAll(() => world.stop());

const today = '2026-11-30';

/** Cases of clients who agreed to statistics. */
async function cases({ vault }: Device, channel: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const [id, client, consent] = [await vault.newId(), await vault.newId(), await vault.newId()];
    expectOk(
      await vault.save({
        dossier: id,
        changes: [
          set('case', id, { alias: 'Invented', status: 'new', channel, opened: { day: '2026-10-10' } }),
          set('person', client, { role: 'client' }),
          set('consent', consent, { of: client, to: 'statistics', decision: 'yes' }),
        ],
      }),
    );
  }
}

async function giveAway({ vault }: Device, question: Question): Promise<unknown> {
  const answer = await vault.figure(question, today);
  if (answer.is !== 'counted') throw new Error(answer.is);
  return handOut({ vault, today }, answer.count, 'csv');
}

const only = (code: string): Question => ({ ...PLAIN_QUESTION, only: { by: 'case.channel', code } });
const known = async ({ vault }: Device): Promise<number | undefined> => (await ledgerOf(vault))?.all.length;

it('two who give at the same time both stand in it, and what either gave is held against what the other gives next', async () => {
  await cases(ana, 'outreach', 6);
  await cases(ana, 'hotline', 7);
  await settle(ana, bahar);
  expect(await known(ana)).toBe(0);
  expect(await giveAway(ana, only('outreach'))).toBeInstanceOf(Given);
  expect(await giveAway(bahar, only('hotline'))).toBeInstanceOf(Given);
  await settle(ana, bahar);
  await settle(bahar, ana);
  expect([await known(ana), await known(bahar)]).toEqual([2, 2]);
  // One more by outreach: the same question would say that there is one, and all together too.
  await cases(ana, 'outreach', 1);
  await settle(ana, bahar);
  expect(await giveAway(bahar, only('outreach'))).toBe('with-before');
  expect(await giveAway(bahar, PLAIN_QUESTION)).toBe('with-before');
  // Given once more as it was, nothing new is written down.
  expect(await giveAway(ana, only('hotline'))).toBeInstanceOf(Given);
  expect(await known(ana)).toBe(2);
});
