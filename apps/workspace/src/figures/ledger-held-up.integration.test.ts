/**
 * Threats: a colleague takes the place in which is written down what left, for themselves alone, so that nobody's next figure is held
 * against it; one writes something there that nobody can read, and nothing leaves ever again.
 */
import { Given, PLAIN_QUESTION } from '@dayaq/domain/count';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { change, Insider } from '../../../../worlds/devices/insider.ts';
import {
  type Device,
  expectOk,
  set,
  settle,
  startWorld,
  type World,
} from '../../../../worlds/devices/world.ts';
import { carryOver, handOut, ledgerOf, setAside } from './given-before.ts';

let world: World;
let ana: Device;
let bahar: Device;
let elza: Device;
let insider: Insider;
beforeAll(async () => {
  world = await startWorld();
  ana = await world.found('Ana');
  bahar = await world.join(ana, 'Bahar', 'coordinator');
  elza = await world.join(ana, 'Elza');
  insider = await Insider.behind(world, elza);
});
afterAll(() => world.stop());

const today = '2026-11-30';
const only = (code: string) => ({ ...PLAIN_QUESTION, only: { by: 'case.channel', code } });

async function cases({ vault }: Device, channel: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const [id, client, consent] = [await vault.newId(), await vault.newId(), await vault.newId()];
    const changes = [
      set('case', id, { alias: 'Invented', status: 'new', channel, opened: { day: '2026-10-10' } }),
      set('person', client, { role: 'client' }),
      set('consent', consent, { of: client, to: 'statistics', decision: 'yes' }),
    ];
    expectOk(await vault.save({ dossier: id, changes }));
  }
}

async function giveAway({ vault }: Device, question = PLAIN_QUESTION): Promise<unknown> {
  const answer = await vault.figure(question, today);
  if (answer.is !== 'counted') throw new Error(answer.is);
  return handOut({ vault, today }, answer.count, 'csv');
}

it('what left is written down where everybody reads it, though a colleague took the place for themselves', async () => {
  const [first = '', second = ''] = await ana.vault.idsFor(['figures/given-out', 'figures/given-out 1']);
  expect(await insider.begin(first)).toBe('ok');
  // And the next for one of the others as well, who sees nothing wrong in it.
  expect(await insider.begin(second, [ana.account])).toBe('ok');
  await cases(ana, 'outreach', 6);
  await cases(ana, 'hotline', 7);
  await settle(ana, bahar, ana);
  // She cannot know yet that it is taken, and gives.
  const offline = { ...ana, vault: { ...ana.vault, syncNow: () => Promise.resolve() } };
  expect(await giveAway(offline, only('outreach'))).toBeInstanceOf(Given);
  await settle(ana, bahar, ana);
  const mine = await ledgerOf(ana.vault);
  expect(mine?.stranded).toHaveLength(1);
  if (mine !== null) await carryOver({ vault: ana.vault, today }, mine);
  await settle(ana, bahar, ana);
  expect((await ledgerOf(ana.vault))?.stranded).toEqual([]);
  expect((await ledgerOf(bahar.vault))?.all).toHaveLength(1);
  await cases(ana, 'outreach', 1);
  await settle(ana, bahar);
  // One more by outreach: the same question would say that there is one.
  expect(await giveAway(bahar, only('outreach'))).toBe('with-before');
});

it('what nobody can read is named with who wrote it, and a keyholder, and nobody else, says that it never left', async () => {
  const ledger = await ledgerOf(ana.vault);
  const record = await elza.vault.newId();
  const written = change('given', record, { asOf: { day: today }, way: 'csv', given: 'no figure' });
  expect(await insider.send(ledger?.place ?? '', [{ changes: [written] }])).toBe('ok');
  await settle(ana, bahar);
  const unread = await ledgerOf(bahar.vault);
  expect(unread?.unread).toMatchObject([{ record, by: elza.account }]);
  expect(await giveAway(bahar, only('hotline'))).toBe('no-ledger');
  // Elza holds no keys: her word changes nothing.
  const said = { of: record, why: 'Never left', day: { day: today } };
  const aside = change('given-aside', await elza.vault.newId(), said);
  expect(await insider.send(ledger?.place ?? '', [{ changes: [aside] }])).toBe('ok');
  await settle(ana, bahar);
  expect(await giveAway(bahar, only('hotline'))).toBe('no-ledger');
  expectOk(await setAside({ vault: ana.vault, today }, record, 'A test that never left'));
  await settle(ana, bahar);
  expect((await ledgerOf(bahar.vault))?.unread).toEqual([]);
  expect(await giveAway(bahar, only('hotline'))).toBeInstanceOf(Given);
  // What left truly is held against what comes next as before.
  expect(await giveAway(bahar, only('outreach'))).toBe('with-before');
});
