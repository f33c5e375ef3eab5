import { belongingTo } from '@dayaq/acts/belonging';
import { beginCounselling } from '@dayaq/acts/counselling';
import { sayTheSame } from '@dayaq/acts/same';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Device,
  expectOk,
  newCase,
  read,
  set,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../../worlds/devices/world.ts';
import { joinCases, type Joined, joinedHere, undoJoin } from './join-cases.ts';
import { sayNotSame } from './not-same.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

async function told(device: Device, alias: string): Promise<string> {
  const id = await newCase(device, alias);
  const [person, act, task] = [
    await device.vault.newId(),
    await device.vault.newId(),
    await device.vault.newId(),
  ];
  const changes = [
    set('person', person, { role: 'client', alias }),
    {
      kind: 'violation',
      record: act,
      fields: { type: { set: 'evicted' }, victims: { add: [person], del: [] } },
    },
    set('task', task, { what: `Call ${alias}` }),
  ];
  expectOk(await device.vault.save({ dossier: id, changes }));
  return id;
}

const standing = async (device: Device, id: string) =>
  expectOk(await device.vault.dossier(id))
    .records.filter(({ deleted }) => !deleted)
    .map(({ id: record, fields }) => [
      record,
      Object.entries(fields)
        .filter(([, { value }]) => value !== null && !(Array.isArray(value) && value.length === 0))
        .map(([name, { value }]) => [name, value])
        .sort(),
    ])
    .sort();
const open = async (device: Device) =>
  (await device.vault.tasks({ owner: null, until: null, limit: 50 })).map(({ what, dossier }) => [
    what,
    dossier,
  ]);

it('two cases become one for everybody, with what gathered them, and two again', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const [into, from] = [await told(leyla, 'Aygün'), await told(leyla, 'Айгюн')];
  const gathering = await told(leyla, 'Barrier');
  const matter = await leyla.vault.newId();
  const cases = { add: [from], del: [] };
  expectOk(
    await leyla.vault.save({
      dossier: gathering,
      changes: [{ kind: 'matter', record: matter, fields: { type: { set: 'advocacy' }, cases } }],
    }),
  );
  const before = [await standing(leyla, into), await standing(leyla, from), await standing(leyla, gathering)];
  const request = {
    space: await spaceOfDevice(leyla),
    into,
    from,
    names: ['Aygün', 'Айгюн'] as [string, string],
    today: '2026-11-29',
  };
  expect(await joinCases(leyla.vault, request)).toEqual({ is: 'joined' });
  await settle(leyla, rena);
  expect(await read(rena, from, 'joinedInto')).toBe(into);
  expect((await open(rena)).filter(([, dossier]) => dossier === from)).toEqual([]);
  expect(await open(rena)).toEqual(
    expect.arrayContaining([
      ['Call Aygün', into],
      ['Call Айгюн', into],
    ]),
  );
  const { to } = await rena.vault.linked({ id: gathering, limit: 10 });
  expect(to.map(({ end }) => end.dossier)).toEqual([into]);
  expect((await rena.vault.likelyPairs(null)).pairs).toEqual([]);

  const [joined] = await joinedHere(leyla.vault, request.space);
  expect(await undoJoin(leyla.vault, joined as Joined)).toBe('undone');
  expect([
    await standing(leyla, into),
    await standing(leyla, from),
    await standing(leyla, gathering),
  ]).toEqual(before);

  expect(await joinCases(leyla.vault, request)).toEqual({ is: 'joined' });
  await settle(leyla, rena);
  const note = set('note', await rena.vault.newId(), { text: 'called' });
  expectOk(await rena.vault.save({ dossier: into, changes: [note] }));
  await settle(rena, leyla);
  const [again] = await joinedHere(leyla.vault, request.space);
  expect(await undoJoin(leyla.vault, again as Joined)).toBe('worked');
});

it('that two cases are not the same is written where nobody learns of a case that is closed to them', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const [shut, wide] = [await newCase(leyla, 'Shut', [leyla.account]), await newCase(leyla, 'Wide')];
  expect((await sayNotSame(leyla.vault, wide, shut)).ok).toBe(true);
  await settle(leyla, rena);
  const seen = expectOk(await rena.vault.dossier(wide));
  expect(JSON.stringify(seen)).not.toContain(shut);
  expect(await read(leyla, shut, 'notSame')).toEqual([wide]);
});

it('what belongs to the people of a case is named with it, and once all of it is destroyed nothing says that two were joined', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const space = await spaceOfDevice(leyla);
  const [into, from, other, stranger] = [
    await told(leyla, 'Aygun'),
    await told(leyla, 'Aigul'),
    await told(leyla, 'elsewhere'),
    await told(leyla, 'stranger'),
  ];
  const inCase = async (id: string) => {
    const view = expectOk(await leyla.vault.dossier(id));
    const record = view.records.find(({ kind, deleted }) => kind === 'person' && !deleted);
    if (record === undefined) throw new Error('nobody is in it');
    return { dossier: view, record };
  };
  const same = sayTheSame(await inCase(other), await inCase(into));
  expectOk(await leyla.vault.save({ dossier: same?.dossier ?? '', changes: same?.changes ?? [] }));
  const notes = await leyla.vault.newId();
  expectOk(await leyla.vault.save(beginCounselling(notes, { of: from, me: leyla.account, readers: [] })));
  const hers = await rena.vault.newId();
  await settle(leyla, rena);
  expectOk(await rena.vault.save(beginCounselling(hers, { of: from, me: rena.account, readers: [] })));
  await settle(rena, leyla);
  const names: Joined['names'] = ['Aygun', 'Aigul'];
  expect(await joinCases(leyla.vault, { space, into, from, names, today: '2026-11-29' })).toEqual({
    is: 'joined',
  });
  const idsOf = (views: readonly { id: string }[]) => views.map(({ id }) => id).sort();
  const belonging = await belongingTo(leyla.vault, into);
  expect(idsOf(belonging.before)).toEqual([from]);
  expect(idsOf(belonging.others)).toEqual([other, notes].sort());
  expect(idsOf((await belongingTo(leyla.vault, from)).onward)).toEqual([into]);
  const along = [...belonging.before, ...belonging.others].map(({ id }) => id);
  expectOk(await leyla.vault.erase({ dossier: into, along, why: 'the-person-asked' }));
  expect(await joinedHere(leyla.vault, space)).toEqual([]);
  expect(JSON.stringify(await leyla.vault.preference('alike.joined'))).not.toMatch(/Aygun|Aigul/);
  expect((await leyla.vault.dossier(stranger)).ok).toBe(true);
});
