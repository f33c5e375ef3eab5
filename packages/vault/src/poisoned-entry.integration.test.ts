/** One member signs what should break everybody: whatever it is, it concerns itself alone, and work goes on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Value } from './client.ts';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import {
  acquaint,
  aliases,
  type Device,
  expectOk,
  handOver,
  newCase,
  read,
  set,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const many = Array.from({ length: 9999 }, (_, i) => `p${i}`);
const POISON: readonly (readonly [name: string, kind: string, fields: Record<string, Value>])[] = [
  ['thousands of populations', 'person', { role: 'client', populations: many }],
  [
    'maps where words belong',
    'risk',
    { of: { x: 1 }, instrument: ['a', ['b']], level: { level: 'critical' } },
  ],
  ['moments that no calendar has', 'task', { what: 'x', taken: 9e15, done: -1, due: { day: '9999-99-99' } }],
  ['a text as long as may be', 'note', { text: '\u0000=1+1 '.repeat(9000) }],
  ['numbers beyond all bounds', 'cost', { amount: { minor: 1e308, currency: 'AZN' }, askedAt: 1e300 }],
];

async function everybody(): Promise<{
  leyla: Device;
  rena: Device;
  mallory: Device;
  evil: Insider;
  id: string;
}> {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const mallory = await world.join(leyla, 'Mallory');
  const id = await newCase(leyla, 'a case');
  await settle(leyla, rena, mallory, leyla);
  return { leyla, rena, mallory, evil: await Insider.behind(world, mallory), id };
}

/** Everything that a page asks about a case and the lists. */
async function pagesOf({ vault }: Device, id: string): Promise<void> {
  expectOk(await vault.dossier(id));
  expectOk(await vault.history(id));
  await vault.tasks({ owner: null, until: null, limit: 500 });
  await vault.dangers();
  await vault.workload('2026-11-28');
  await vault.dossiers({
    kinds: ['case'],
    text: '',
    filters: {},
    sort: 'updated',
    descending: true,
    offset: 0,
    limit: 200,
    space: null,
    count: ['population', 'violation', 'status'],
  });
  await vault.records({ kinds: ['risk', 'cost', 'task', 'threat'], after: null, limit: 1000 });
  await vault.shares();
}

describe('a poisoned entry', () => {
  it('by a caseworker ends nobody’s sync: the case is shown, and an honest one beside it reaches everybody', async () => {
    const { leyla, rena, mallory, evil, id } = await everybody();
    for (const [name, kind, fields] of POISON)
      for (let times = 0; times < 2; times++) {
        const record = await mallory.vault.newId();
        expect([name, await evil.send(id, [{ changes: [change(kind, record, fields)] }])]).toEqual([
          name,
          'ok',
        ]);
      }
    await settle(leyla, rena);
    const urgent = await newCase(rena, 'urgent');
    expectOk(await rena.vault.save({ dossier: id, changes: [set('case', id, { summary: 'goes on' })] }));
    await settle(rena, leyla, rena);
    for (const device of [leyla, rena]) {
      expect(await aliases(device)).toEqual(['a case', 'urgent']);
      await expect.poll(async () => (await device.vault.status()).sync.state).toBe('idle');
      expect((await device.vault.status()).apart).toBe(0);
      await pagesOf(device, id);
    }
    expect(await read(leyla, id, 'summary')).toBe('goes on');
    expect(await read(leyla, urgent, 'alias')).toBe('urgent');
    const fatima = await world.join(leyla, 'Fatima');
    await settle(fatima, leyla, fatima);
    expect(await aliases(fatima)).toEqual(['a case', 'urgent']);
  });

  it('by a member of another organisation, through one hand-over, ends nobody’s sync', async () => {
    const ana = await world.found('Ana');
    const colleague = await world.join(ana, 'Colleague');
    const bahar = await world.found('Bahar');
    await acquaint(ana, bahar);
    const id = await handOver(ana, bahar, { words: 'x' });
    await settle(ana, bahar, colleague, ana);
    const evil = await Insider.behind(world, bahar);
    const owner = (await spaceOfDevice(ana)) as Insider['space'];
    const record = await bahar.vault.newId();
    await evil.sendReceived(owner, id, [{ changes: [change('risk', record, { of: { x: [] } })] }]);
    await newCase(colleague, 'urgent');
    await settle(colleague, ana, colleague);
    expect(await aliases(ana)).toEqual(['urgent']);
    // A nudge may have begun another turn just now: it ends well too.
    await expect.poll(async () => (await ana.vault.status()).sync.state).toBe('idle');
  });
});

describe('sixty-five entries that know of nothing', () => {
  it('are joined: others go on writing in the case, and a newcomer in the roster', async () => {
    const { leyla, mallory, evil, id } = await everybody();
    const record = await mallory.vault.newId();
    const forks = Array.from({ length: 150 }, (_, i) => ({
      changes: [change('note', record, { text: `n${i}` })],
    }));
    expect(await evil.send(id, forks)).toBe('ok');
    const roster = expectOk(await leyla.vault.roster()).id;
    expect(await evil.send(roster, forks)).toBe('ok');
    await settle(leyla);
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { summary: 'goes on' })] }));
    await settle(leyla, mallory, leyla);
    expect(await read(mallory, id, 'summary')).toBe('goes on');
    const view = expectOk(await mallory.vault.dossier(id));
    expect(view.complete).toBe(true);
    const fatima = await world.join(leyla, 'Fatima');
    await settle(fatima, leyla);
    expect((await leyla.vault.members()).map(({ name }) => name)).toContain('Fatima');
  });
});
