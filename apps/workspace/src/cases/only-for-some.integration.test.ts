import { beginCounselling } from '@dayaq/acts/counselling';
import { sayTheSame } from '@dayaq/acts/same';
import type { DossierView, Id, RecordView } from '@dayaq/vault/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Device,
  everyCase,
  expectOk,
  newCase,
  set,
  settle,
  startWorld,
  type World,
} from '../../../../worlds/devices/world.ts';
import { elsewhere } from './detail/same-elsewhere.ts';

let world: World;
let coordinator: Device;
let counsellor: Device;
let named: Device;
beforeAll(async () => {
  world = await startWorld();
  coordinator = await world.found('Leyla');
  counsellor = await world.join(coordinator, 'Aytən');
  named = await world.join(coordinator, 'Nigar');
});
afterAll(() => world.stop());

/** Everything that a member's device would show of counselling notes: their words, a way to them from the case, a find. */
async function sees({ vault }: Device, dossier: Id, of: Id): Promise<string[]> {
  const opened = await vault.dossier(dossier);
  const { from } = await vault.linked({ id: of, limit: 50 });
  const { rows } = await vault.find({ text: 'pomegranate', limit: 20 });
  return [
    ...(opened.ok && opened.value.records.some(({ kind }) => kind === 'note') ? ['notes'] : []),
    ...(from.some(({ end }) => end.dossier === dossier) ? ['way'] : []),
    ...(rows.some((row) => row.dossier === dossier) ? ['find'] : []),
  ];
}

it('counselling notes are read by the counsellor and whom the client names, and by no coordinator', async () => {
  const of = await newCase(coordinator, 'Zeynəb');
  await settle(coordinator, counsellor, named);

  const { vault } = counsellor;
  const dossier = await vault.newId();
  const begun = beginCounselling(dossier, { of, me: counsellor.account, readers: [] });
  const refused = { ok: false, failure: { code: 'cannot-be-opened' } };
  expect(await vault.save({ dossier, changes: begun.changes }), 'never without readers').toEqual(refused);
  expectOk(await vault.save(begun));
  const note = await vault.newId();
  expectOk(await vault.save({ dossier, changes: [set('note', note, { text: 'pomegranate' })] }));
  await settle(counsellor, coordinator, named);
  expect(await sees(counsellor, dossier, of)).toEqual(['notes', 'way', 'find']);
  expect(await sees(coordinator, dossier, of)).toEqual([]);
  expect(await sees(named, dossier, of)).toEqual([]);
  expect(await vault.restrict({ dossier, to: null })).toEqual(refused);

  expectOk(await vault.restrict({ dossier, to: [counsellor.account, named.account] }));
  await settle(counsellor, named, coordinator, named);
  expect(await sees(named, dossier, of)).toContain('notes');
  expect(await sees(coordinator, dossier, of)).toEqual([]);
});

it('one threatener in two cases is known to who may open both, and to nobody else, not even that there is one', async () => {
  const { vault } = counsellor;
  const closed = await newCase(counsellor, 'Lalə', [named.account]);
  const open = await newCase(counsellor, 'Samir');
  const [there, here, threat] = [await vault.newId(), await vault.newId(), await vault.newId()];
  expectOk(
    await vault.save({
      dossier: closed,
      changes: [
        set('perpetrator', there, { type: 'landlord' }),
        set('threat', threat, { type: ['kill'], date: { day: '2026-11-01' }, perpetrators: [there] }),
      ],
    }),
  );
  expectOk(await vault.save({ dossier: open, changes: [set('perpetrator', here, { type: 'landlord' })] }));
  const [one, other] = [expectOk(await vault.dossier(open)), expectOk(await vault.dossier(closed))];
  const record = (of: DossierView, id: Id) => of.records.find((each) => each.id === id) as RecordView;
  const said = sayTheSame(
    { dossier: one, record: record(one, here) },
    { dossier: other, record: record(other, there) },
  );
  expect(said?.dossier, 'where fewer people read it').toBe(closed);
  expectOk(await vault.save({ dossier: closed, changes: said?.changes ?? [] }));
  await settle(counsellor, named, coordinator);

  const known = async (device: Device) => {
    const view = expectOk(await device.vault.dossier(open));
    const { to, from } = await device.vault.linked({ id: open, limit: 50 });
    const ends = [...to, ...from].filter(({ field }) => field === 'alsoIn').map(({ end }) => end);
    const opened = await Promise.all(
      ends.map(async ({ mention, dossier }) => ({
        mention,
        dossier: expectOk(await device.vault.dossier(dossier)),
      })),
    );
    return (elsewhere(view, opened).get(here) ?? []).map(({ mention, threats }) => [
      mention.alias,
      threats.map(({ id }) => id),
    ]);
  };
  expect(await known(named)).toEqual([['Lalə', [threat]]]);
  expect(await known(coordinator)).toEqual([]);
  const theirs = expectOk(await coordinator.vault.dossier(open));
  expect(JSON.stringify(theirs.records)).not.toContain(there);
  expect(JSON.stringify(theirs.records)).not.toContain(closed);
});

it('a judgement counts once another than whoever took the act down signed it', async () => {
  const dossier = await newCase(counsellor, 'Zaur');
  const act = await counsellor.vault.newId();
  const judge = () => set('violation', act, { qualified: 'yes' });
  expectOk(
    await counsellor.vault.save({ dossier, changes: [set('violation', act, { type: 'evicted' }), judge()] }),
  );
  const counted = async (): Promise<string[]> => {
    const { rows } = await coordinator.vault.cases({
      ...everyCase,
      filters: { qualification: ['yes'] },
    });
    return rows.map(({ alias }) => alias);
  };
  await settle(counsellor, coordinator);
  expect(await counted()).toEqual([]);
  expectOk(await coordinator.vault.save({ dossier, changes: [judge()] }));
  expect(await counted()).toEqual(['Zaur']);
});
