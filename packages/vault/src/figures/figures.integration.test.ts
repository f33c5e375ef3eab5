/** What two members count who may not open the same cases. */
import { PLAIN_QUESTION, type Question } from '@dayaq/domain/count';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const PERSONS: Question = { ...PLAIN_QUESTION, unit: 'persons', who: 'all' };

async function howMany({ vault }: Device, question: Question): Promise<number | string> {
  const answer = await vault.figure(question, '2026-11-30');
  return answer.is === 'counted' ? answer.count.all.low : answer.is;
}

/** A case with one client; answers both ids. */
async function aCase(
  { vault }: Device,
  sameAs: string[] = [],
  restrictedTo?: string[],
): Promise<{ id: string; client: string }> {
  const [id, client] = [await vault.newId(), await vault.newId()];
  const changes = [
    set('case', id, { alias: 'Invented', status: 'new' }),
    set('person', client, { role: 'client', sameAs }),
  ];
  expectOk(
    await vault.save({ dossier: id, changes, ...(restrictedTo === undefined ? {} : { restrictedTo }) }),
  );
  return { id, client };
}

describe('a figure', () => {
  it('counts somebody once in all cases that are open to whoever asks, and nothing of those that are not', async () => {
    const first = await aCase(ana);
    const me = (await accountOf(ana)).id;
    await aCase(ana, [first.client], [me]);
    await aCase(ana, [], [me]);
    await settle(ana, bahar);
    expect(await howMany(ana, PERSONS)).toBe(2);
    expect(await howMany(ana, { ...PERSONS, unit: 'cases' })).toBe(3);
    expect(await howMany(bahar, PERSONS)).toBe(1);
    expect(await howMany(bahar, { ...PERSONS, unit: 'cases' })).toBe(1);
    // Of those who agreed to statistics there is nobody yet.
    expect(await howMany(ana, { ...PERSONS, who: 'agreed' })).toBe(0);
  });

  it('follows what a colleague writes, and knows nothing of what was destroyed', async () => {
    const { id, client } = await aCase(bahar);
    await settle(bahar, ana);
    expect(await howMany(ana, { ...PERSONS, unit: 'cases' })).toBe(4);
    const type = 'care-denied';
    const act = await bahar.vault.newId();
    expectOk(
      await bahar.vault.save({ dossier: id, changes: [set('violation', act, { type, victims: [client] })] }),
    );
    await settle(bahar, ana);
    const ofActs: Question = { ...PERSONS, unit: 'acts', only: { by: 'violation.type', code: 'health' } };
    expect(await howMany(ana, ofActs)).toBe(1);
    expectOk(
      await ana.vault.save({
        dossier: id,
        changes: [{ kind: 'case', record: id, fields: {}, deleted: true }],
      }),
    );
    expect(await howMany(ana, ofActs)).toBe(0);
    await settle(ana, bahar);
    expect(await howMany(bahar, ofActs)).toBe(0);
    await ana.vault.lock();
    expect(await howMany(ana, ofActs)).toBe('locked');
  });
});
