/** What an indicator counts is said once: nobody makes old numbers mean another thing. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Device, expectOk, set, settle, startWorld, type World } from '../../../worlds/devices/world.ts';

let world: World;
let ana: Device;
let bahar: Device;
beforeAll(async () => {
  world = await startWorld();
  ana = await world.found('Ana');
  bahar = await world.join(ana, 'Bahar', 'caseworker');
});
afterAll(() => world.stop());

it('keeps the definition and unit of a sheet as they were written first, whoever writes over them; its baseline can be mended', async () => {
  const plan = await ana.vault.newId();
  const [indicator, sheet] = [await ana.vault.newId(), await ana.vault.newId()];
  const first = { indicator, definition: 'Clinics that came', unit: 'sessions', aim: 'more' };
  expectOk(
    await ana.vault.save({
      dossier: plan,
      changes: [
        set('framework', plan, { name: 'A plan', type: 'plan' }),
        set('indicator-sheet', sheet, { ...first, since: { day: '2025' } }),
      ],
    }),
  );
  await settle(ana, bahar);
  for (const over of [{ definition: 'Clinics that were promised' }, { unit: 'places' }, { aim: 'less' }])
    await bahar.vault.save({ dossier: plan, changes: [set('indicator-sheet', sheet, over)] });
  expectOk(
    await bahar.vault.save({
      dossier: plan,
      changes: [set('indicator-sheet', sheet, { baselineLeast: 2, baselineDate: { day: '2024' } })],
    }),
  );
  await settle(ana, bahar);
  for (const { vault } of [ana, bahar]) {
    const { records } = expectOk(await vault.dossier(plan));
    const shown = records.find(({ id }) => id === sheet)?.fields ?? {};
    for (const [field, value] of Object.entries(first)) expect(shown[field]?.value, field).toBe(value);
    expect(shown['baselineLeast']?.value).toBe(2);
  }
});
