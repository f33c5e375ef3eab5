import { consentState } from '@dayaq/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Device,
  expectOk,
  newCase,
  set,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';
import type { Id, RecordView } from './client.ts';

/** Milliseconds by which the clock of the second device is wrong, either way. */
const THREE_YEARS = 3 * 365 * 86_400_000;
let world: World;
let leyla: Device;
/** Her device's clock is three years slow, and his three years fast. */
let slow: Device;
let fast: Device;
let all: Device[];
beforeAll(async () => {
  world = await startWorld();
  leyla = await world.found('Leyla');
  slow = await world.join(leyla, 'Nigar', 'coordinator', { now: () => Date.now() - THREE_YEARS });
  fast = await world.join(leyla, 'Murad', 'coordinator', { now: () => Date.now() + THREE_YEARS });
  all = [leyla, slow, fast];
  await settle(...all, ...all);
});
afterAll(() => world.stop());

const KILL = { type: ['kill'], credible: 'likely' };
const DONE = {
  type: 'protection',
  done: { day: '2026-11-20' },
  safe: 'for-now',
  note: 'She is with her aunt.',
};

/** One act, which everybody then has, each having seen those before it. */
async function says(
  device: Device,
  dossier: Id,
  kind: string,
  fields: Record<string, unknown>,
  id?: Id,
): Promise<Id> {
  const record = id ?? (await device.vault.newId());
  expectOk(await device.vault.save({ dossier, changes: [set(kind, record, fields as never)] }));
  await settle(device, ...all);
  return record;
}

const dangerousOn = async ({ vault }: Device, dossier: Id): Promise<boolean> =>
  (await vault.dangers()).some((row) => row.dossier === dossier);
const dangerous = (dossier: Id): Promise<boolean[]> =>
  Promise.all(all.map((device) => dangerousOn(device, dossier)));

const EVERYWHERE = [true, true, true];
const NOWHERE = [false, false, false];

async function caseFor(name: string): Promise<Id> {
  const id = await newCase(leyla, name);
  await settle(leyla, ...all);
  return id;
}

describe('what is newer follows from what its author had seen', () => {
  it('a threat from a slow clock, written after an earlier response, is not answered by it', async () => {
    const id = await caseFor('Zeinab');
    await says(leyla, id, 'response', DONE);
    await says(slow, id, 'threat', KILL);
    expect(await dangerous(id)).toEqual(EVERYWHERE);
    await says(leyla, id, 'response', DONE);
    expect(await dangerous(id)).toEqual(NOWHERE);
  });

  it('a response, or a closing, from a fast clock hides no threat that comes after it', async () => {
    const id = await caseFor('Samir');
    await says(fast, id, 'response', DONE);
    await says(leyla, id, 'threat', KILL);
    expect(await dangerous(id)).toEqual(EVERYWHERE);
    await says(slow, id, 'response', DONE);
    expect(await dangerous(id)).toEqual(NOWHERE);
    await says(fast, id, 'case', { status: 'closed', closed: { day: '2029-11-20' } }, id);
    await says(slow, id, 'threat', KILL);
    expect(await dangerous(id)).toEqual(EVERYWHERE);
    await says(leyla, id, 'case', { status: 'in-progress' }, id);
    await says(leyla, id, 'case', { status: 'closed' }, id);
    expect(await dangerous(id)).toEqual(NOWHERE);
  });

  it('of a threat and a response that did not know of each other the threat stands', async () => {
    const id = await caseFor('Zaur');
    const act = async (device: Device, kind: string, fields: Record<string, unknown>): Promise<void> => {
      const record = await device.vault.newId();
      expectOk(await device.vault.save({ dossier: id, changes: [set(kind, record, fields as never)] }));
    };
    // Nobody fetches in between.
    await act(slow, 'threat', KILL);
    await act(fast, 'response', DONE);
    await settle(...all, ...all);
    expect(await dangerous(id)).toEqual(EVERYWHERE);
  });

  it('a threat that is found to be likely after it was answered is a danger again', async () => {
    const id = await caseFor('Aysel');
    const threat = await says(fast, id, 'threat', { type: ['harm-reputation'], credible: 'unlikely' });
    await says(fast, id, 'response', DONE);
    expect(await dangerous(id)).toEqual(NOWHERE);
    await says(slow, id, 'threat', { credible: 'likely' }, threat);
    expect(await dangerous(id)).toEqual(EVERYWHERE);
  });

  it('a lower assessment from a slow clock lowers, and one that did not know of the higher does not', async () => {
    const id = await caseFor('Rena');
    // An assessment that lowers says why: one in which too little was answered leaves the graver one standing.
    const assessed = (level: string) => ({
      instrument: 'defender',
      level,
      override: level,
      overrideWhy: 'She has moved, and he does not know where.',
      assessed: { day: '2026-11-20' },
    });
    await says(fast, id, 'risk', assessed('high'));
    expect(await dangerous(id)).toEqual(EVERYWHERE);
    await says(slow, id, 'risk', assessed('raised'));
    expect(await dangerous(id)).toEqual(NOWHERE);
    for (const [device, level] of [
      [slow, 'high'],
      [fast, 'low'],
    ] as const) {
      const record = await device.vault.newId();
      expectOk(
        await device.vault.save({ dossier: id, changes: [set('risk', record, assessed(level) as never)] }),
      );
    }
    await settle(...all, ...all);
    expect(await dangerous(id)).toEqual(EVERYWHERE);
  });
});

describe('consents', () => {
  const standing = async (device: Device, dossier: Id) => {
    const view = await device.vault.dossier(dossier);
    if (!view.ok) throw new Error(view.failure.code);
    return consentState(view.value.records.map(plain)).statistics;
  };
  const plain = ({ fields, ...record }: RecordView) => ({
    ...record,
    fields: Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value])),
  });
  const decision = (of: Id, said: string) => ({ of, to: 'statistics', decision: said });

  it.each([
    ['a "no" from a slow clock ends an earlier "yes"', () => leyla, () => slow],
    ['a "yes" from a fast clock does not outlast a later "no"', () => fast, () => leyla],
  ])('%s', async (_name, first, second) => {
    const id = await caseFor('Kamran');
    const of = await says(leyla, id, 'person', { role: 'client', alias: 'Kamran' });
    await says(first(), id, 'consent', decision(of, 'yes'));
    for (const device of all) expect(await standing(device, id)).toBe('yes');
    await says(second(), id, 'consent', decision(of, 'no'));
    for (const device of all) expect(await standing(device, id)).toBe('no');
    await says(slow, id, 'consent', decision(of, 'yes'));
    for (const device of all) expect(await standing(device, id)).toBe('yes');
  });

  it('of two that did not know of each other the one that allows least counts', async () => {
    const id = await caseFor('Lale');
    const of = await says(leyla, id, 'person', { role: 'client', alias: 'Lale' });
    for (const [device, said] of [
      [slow, 'no'],
      [fast, 'yes'],
    ] as const) {
      const record = await device.vault.newId();
      expectOk(
        await device.vault.save({ dossier: id, changes: [set('consent', record, decision(of, said))] }),
      );
    }
    await settle(...all, ...all);
    for (const device of all) expect(await standing(device, id)).toBe('no');
  });
});
