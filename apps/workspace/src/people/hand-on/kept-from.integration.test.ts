import { beginCounselling } from '@dayaq/acts/counselling';
import { complaintBegins, readersOf } from '@dayaq/acts/complaint/complaint';
import { recordChange } from '@dayaq/acts/changes-between';
import { actOnTask } from '@dayaq/acts/task';
import { createTranslator, loadMessages } from '@dayaq/locale';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Device,
  expectOk,
  newCase,
  set,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../../../worlds/devices/world.ts';
import { caseloadOf } from './caseload.ts';
import { handOn, takeBack } from './hand-on.ts';
import { type HandedOn, handedOnHere } from './handed-on.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const note = async (device: Device, from: string): Promise<HandedOn> => ({
  id: await device.vault.newId(),
  space: await spaceOfDevice(device),
  from,
  name: 'Elza',
  began: Date.now(),
  done: 0,
  state: 'done',
  lists: 0,
});

const everything = async (by: Device, from: Device, to: Device) => {
  const load = await caseloadOf(
    by.vault,
    from.account,
    () => undefined,
    () => false,
  );
  const choices = (load?.held ?? []).map(({ dossier }) => ({
    dossier,
    to: { account: to.account, name: 'Zaur' },
  }));
  return handOn(
    by.vault,
    await note(by, from.account),
    choices,
    () => undefined,
    () => false,
  );
};

it('a leaver’s caseload handed on to a colleague brings them no complaint about themselves', async () => {
  const ana = await world.found('Ana');
  const elza = await world.join(ana, 'Elza');
  const zaur = await world.join(ana, 'Zaur');
  const id = await ana.vault.newId();
  const values = {
    ...complaintBegins('2026-11-29'),
    about: 'colleague',
    colleague: zaur.account,
    deeds: ['tried-to-change'],
    words: 'He asked whether I had ever considered changing.',
    owner: elza.account,
    state: 'open',
  };
  expectOk(
    await ana.vault.save({
      dossier: id,
      changes: [recordChange('complaint', id, values)],
      restrictedTo: readersOf(values, ana.account),
    }),
  );
  await settle(ana, elza, zaur);
  // Elza says "I take it" of what the rule asks for, as Today offers it.
  const [due] = await elza.vault.tasks({ owner: elza.account, until: null, dossier: id, limit: 10 });
  expect(due?.rule).toBe('complaint-answer');
  const translator = createTranslator('en', await loadMessages('en'));
  expectOk(
    await actOnTask({ vault: elza.vault, translator, me: elza.account }, due as never, { act: 'take' }),
  );
  await settle(elza, ana, zaur);
  // She leaves; all that she holds goes to Zaur in one act.
  await everything(ana, elza, zaur);
  await settle(ana, elza, zaur, ana, zaur);
  const read = await zaur.vault.dossier(id);
  expect(read.ok ? read.value.records.map(({ fields }) => fields['words']?.value) : 'closed').toBe('closed');
  // By no other way either: whoever it is about never reads it, and it is never everybody's.
  const to = [ana.account, elza.account, zaur.account];
  expect(await ana.vault.restrict({ dossier: id, to })).toEqual({
    ok: false,
    failure: { code: 'concerns-them' },
  });
  expect(await ana.vault.restrict({ dossier: id, to: null })).toEqual({
    ok: false,
    failure: { code: 'cannot-be-opened' },
  });
  const again = await ana.vault.newId();
  const begun = { dossier: again, changes: [recordChange('complaint', again, values)], restrictedTo: to };
  expect(await ana.vault.save(begun)).toEqual({ ok: false, failure: { code: 'concerns-them' } });
});

it('a leaver’s caseload handed on brings nobody counselling notes for which the client did not name them', async () => {
  const leyla = await world.found('Leyla');
  const elza = await world.join(leyla, 'Elza');
  const zaur = await world.join(leyla, 'Zaur');
  const of = await newCase(leyla, 'Zeynəb');
  await settle(leyla, elza, zaur);
  const dossier = await elza.vault.newId();
  expectOk(await elza.vault.save(beginCounselling(dossier, { of, me: elza.account, readers: [] })));
  expectOk(
    await elza.vault.save({
      dossier,
      changes: [
        set('note', await elza.vault.newId(), { text: 'pomegranate' }),
        set('task', await elza.vault.newId(), { what: 'Ask how she slept', owner: elza.account }),
      ],
    }),
  );
  await settle(elza, leyla, zaur);
  await everything(elza, elza, zaur);
  await settle(elza, leyla, zaur, elza, zaur);
  const read = await zaur.vault.dossier(dossier);
  expect(read.ok ? JSON.stringify(read.value.records) : 'closed').toBe('closed');
});

it('taking a handing on back opens a case to nobody to whom it was closed since', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena', 'coordinator');
  const nigar = await world.join(leyla, 'Nigar');
  const zaur = await world.join(leyla, 'Zaur');
  await settle(leyla, rena, nigar, zaur);
  const id = await newCase(leyla, 'Bahar', [leyla.account, rena.account, zaur.account]);
  expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { owner: leyla.account })] }));
  await settle(leyla, rena, nigar, zaur);
  const begun = await note(rena, leyla.account);
  const to = { account: nigar.account, name: 'Nigar' };
  expect(
    await handOn(
      rena.vault,
      begun,
      [{ dossier: id, to }],
      () => undefined,
      () => false,
    ),
  ).toMatchObject({ given: 1 });
  await settle(rena, leyla, nigar, zaur);
  // It comes out that Zaur is a danger to her: Leyla closes the case to him.
  expectOk(await leyla.vault.restrict({ dossier: id, to: [leyla.account, rena.account, nigar.account] }));
  await settle(leyla, rena, nigar, zaur, rena);
  expect(expectOk(await rena.vault.dossier(id)).readers).not.toContain(zaur.account);
  const kept = (await handedOnHere(rena.vault, begun.space)).find((each) => each.id === begun.id);
  expectOk(await takeBack(rena.vault, kept as HandedOn));
  await settle(rena, leyla, zaur, rena, zaur);
  expectOk(
    await leyla.vault.save({
      dossier: id,
      changes: [set('case', id, { summary: 'She hides at her aunt in Gəncə.' })],
    }),
  );
  await settle(leyla, rena, zaur, leyla, zaur);
  const read = await zaur.vault.dossier(id);
  const said = read.ok
    ? read.value.records.find((record) => record.id === id)?.fields['summary']?.value
    : 'closed';
  expect(said).not.toBe('She hides at her aunt in Gəncə.');
  expect(expectOk(await rena.vault.dossier(id)).readers).not.toContain(zaur.account);
});

it.each([
  ['a name of three letters', 'Əliyə heç nə deməyin', 'Əli'],
  ['a name in another case, of which it is in doubt', 'Nobody from Tural’s office', 'Turalov'],
])('a case is handed on to nobody whom its client does not want near it: %s', async (_, words, name) => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena', 'coordinator');
  const ali = await world.join(leyla, name);
  const id = await newCase(leyla, 'Bahar', [leyla.account, rena.account]);
  expectOk(
    await leyla.vault.save({
      dossier: id,
      changes: [
        set('case', id, { owner: leyla.account }),
        set('person', await leyla.vault.newId(), { role: 'client', exclusions: words }),
      ],
    }),
  );
  await settle(leyla, rena, ali);
  const to = { account: ali.account, name };
  const begun = await note(rena, leyla.account);
  const ended = await handOn(
    rena.vault,
    begun,
    [{ dossier: id, to }],
    () => undefined,
    () => false,
  );
  await settle(rena, leyla, ali, rena, ali);
  expect((await ali.vault.dossier(id)).ok, JSON.stringify(ended)).toBe(false);
  // Where it is in doubt, it goes after somebody has asked.
  if (ended.kept[0]?.because !== 'doubt') return;
  const asked = [{ dossier: id, to, asked: true as const }];
  expect(
    await handOn(
      rena.vault,
      await note(rena, leyla.account),
      asked,
      () => undefined,
      () => false,
    ),
  ).toMatchObject({ given: 1, kept: [] });
});
