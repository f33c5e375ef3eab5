/** Threat: what was said in an older record after a newer one was begun without knowing of it counts for nothing. */
import { consentState, standingShares } from '@dayaq/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import type { Id, RecordView } from './client.ts';

let world: World;
let leyla: Device;
let nigar: Device;
let murad: Device;
let all: Device[];
beforeAll(async () => {
  world = await startWorld();
  leyla = await world.found('Leyla');
  nigar = await world.join(leyla, 'Nigar');
  murad = await world.join(leyla, 'Murad');
  all = [leyla, nigar, murad];
  await settle(...all, ...all);
});
afterAll(() => world.stop());

/** One act, of which nobody else hears yet. */
async function writes(
  device: Device,
  dossier: Id,
  kind: string,
  fields: Record<string, unknown>,
  id?: Id,
): Promise<Id> {
  const record = id ?? (await device.vault.newId());
  expectOk(await device.vault.save({ dossier, changes: [set(kind, record, fields as never)] }));
  return record;
}

const plain = ({ fields, ...record }: RecordView) => ({
  ...record,
  fields: Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value])),
});
const recordsOn = async ({ vault }: Device, dossier: Id) =>
  expectOk(await vault.dossier(dossier)).records.map(plain);
const dangerousOn = async ({ vault }: Device, dossier: Id): Promise<boolean> =>
  (await vault.dangers()).some((row) => row.dossier === dossier);

describe('a newer record takes the place of what its author had seen, and of nothing else', () => {
  it('a consent that is withdrawn while a colleague, who does not know, notes it anew stays withdrawn', async () => {
    const id = await newCase(leyla, 'Kamran');
    const of = await writes(leyla, id, 'person', { role: 'client', alias: 'Kamran' });
    const said = { of, to: 'sharing', recipient: 'Shelter', decision: 'yes', parts: ['safety'] };
    const consent = await writes(leyla, id, 'consent', said);
    await settle(...all, ...all);
    // Nobody fetches in between.
    await writes(leyla, id, 'consent', { withdrawn: { day: '2026-11-29' } }, consent);
    await writes(nigar, id, 'consent', said);
    await settle(...all, ...all);
    for (const device of all) {
      const records = await recordsOn(device, id);
      expect([consentState(records).sharing, standingShares(records, of).length]).toEqual(['withdrawn', 0]);
    }
  });

  it('an assessment that is found critical while a colleague, who does not know, assesses as low stands', async () => {
    const id = await newCase(leyla, 'Rena');
    const assessed = (level: string) => ({ instrument: 'defender', level, assessed: { day: '2026-11-20' } });
    const risk = await writes(leyla, id, 'risk', assessed('raised'));
    await settle(...all, ...all);
    await writes(leyla, id, 'risk', { override: 'critical', overrideWhy: 'he has a gun' }, risk);
    await writes(nigar, id, 'risk', assessed('low'));
    await settle(...all, ...all);
    expect(await Promise.all(all.map((device) => dangerousOn(device, id)))).toEqual([true, true, true]);
  });
});

describe('a case of which somebody says that the danger is high', () => {
  it('after it was assessed as low, is dangerous', async () => {
    const id = await newCase(leyla, 'Aida');
    await settle(...all, ...all);
    await writes(nigar, id, 'risk', {
      instrument: 'defender',
      level: 'low',
      assessed: { day: '2026-01-20' },
    });
    await settle(...all, ...all);
    await writes(leyla, id, 'case', { danger: 'high' }, id);
    await settle(...all, ...all);
    expect(await Promise.all(all.map((device) => dangerousOn(device, id)))).toEqual([true, true, true]);
  });
});

describe('a case is closed by its own head alone', () => {
  it('a second record of kind case, slipped in before it, settles no danger of a case that is open', async () => {
    const id = await newCase(leyla, 'Samir');
    await settle(...all, ...all);
    await writes(leyla, id, 'threat', { type: ['kill'], credible: 'likely' });
    await settle(...all, ...all);
    expect(await dangerousOn(leyla, id)).toBe(true);
    const insider = await Insider.behind(world, murad);
    const decoy = await murad.vault.newId();
    // Written as if it knew of nothing, at the beginning of time: so it comes first in everybody's order.
    expect(
      await insider.send(id, [{ heads: [], time: 0, changes: [change('case', decoy, { summary: '' })] }]),
    ).toBe('ok');
    await settle(...all, ...all);
    await writes(murad, id, 'case', { status: 'closed' }, decoy);
    await settle(...all, ...all);
    for (const device of all) {
      const head = (await recordsOn(device, id)).find((record) => record.id === id);
      expect(head?.fields['status']).toBe('new');
      expect(await dangerousOn(device, id)).toBe(true);
    }
  });
});

describe('a danger that was not in sight', () => {
  it('because a caseworker made more of them than a list holds is on Today all the same', async () => {
    const id = await newCase(leyla, 'Ofelya');
    await writes(leyla, id, 'threat', { type: ['kill'], credible: 'likely' });
    await settle(...all, ...all);
    expect(await dangerousOn(nigar, id)).toBe(true);
    for (let batch = 0; batch < 3; batch++) {
      const acts = await Promise.all(
        Array.from({ length: 200 }, async () => {
          const dossier = await murad.vault.newId();
          const threat = await murad.vault.newId();
          const changes = [
            set('case', dossier, { alias: 'x', status: 'new' }),
            set('threat', threat, { type: ['kill'], credible: 'likely' }),
          ];
          return { dossier, changes, begins: true as const };
        }),
      );
      expectOk(await murad.vault.saveTogether(acts));
    }
    await settle(murad, leyla, nigar, leyla, nigar);
    expect(await Promise.all([leyla, nigar].map((device) => dangerousOn(device, id)))).toEqual([true, true]);
  });
});
