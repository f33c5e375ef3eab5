import type { SpaceId } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import {
  acquaint,
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

const FALSE_NUMBER = '+994 55 666 66 66';
const TRUE_NUMBER = '+994 12 000 00 00';

const listed = async (device: Device, ...kinds: string[]) =>
  (await device.vault.records({ kinds, after: null, limit: 100 })).records;

describe('a recipient of a hand-over who obeys no rule of the program', () => {
  it('writes nothing into the giver’s directory, funds and costs, and answers all the same', async () => {
    const ana = await world.found('Ana');
    const nigar = await world.join(ana, 'Nigar');
    const bahar = await world.found('Bahar');
    const elza = await world.join(bahar, 'Elza');
    await acquaint(ana, bahar);
    const shelter = await ana.vault.newId();
    const provider = set('provider', shelter, { name: 'Shelter', frontGate: TRUE_NUMBER });
    expectOk(await ana.vault.save({ dossier: shelter, changes: [provider] }));
    const id = await handOver(ana, bahar, { needWords: 'a bed' });
    await settle(ana, bahar, nigar, elza);
    const evil = await Insider.behind(world, bahar);
    const sent = await evil.sendReceived((await spaceOfDevice(ana)) as SpaceId, id, [
      {
        changes: [
          change('provider', await bahar.vault.newId(), { name: 'Safe house', frontGate: FALSE_NUMBER }),
          change('provider', shelter, { name: 'Shelter', frontGate: FALSE_NUMBER }),
          change('fund', await bahar.vault.newId(), { name: 'Fund of nobody' }),
          change('cost', await bahar.vault.newId(), { purpose: 'transport' }),
          change('handover', id, { needWords: 'nothing' }),
        ],
      },
      { changes: [change('handover', id, { accepted: 5 })] },
    ]);
    expect(sent).toBe('ok');
    await settle(ana, nigar, bahar, elza);
    for (const on of [ana, nigar]) {
      expect(await listed(on, 'provider', 'fund', 'cost')).toMatchObject([
        { record: shelter, fields: { frontGate: TRUE_NUMBER } },
      ]);
    }
    for (const on of [ana, nigar, bahar, elza]) {
      expect(await read(on, id, 'needWords')).toBe('a bed');
      expect(await read(on, id, 'accepted')).toBe(5);
    }
    const { total, listed: told } = await ana.vault.overstepped();
    expect(total).toBe(5);
    expect(new Set(told.map(({ rule, by }) => `${rule} ${by}`))).toEqual(
      new Set([`not-an-answer ${bahar.account}`]),
    );
  });

  it('who was a colleague before answers as a recipient, and not as a colleague', async () => {
    const ana = await world.found('Ana');
    const zaur = await world.join(ana, 'Zaur');
    const bahar = await world.found('Bahar');
    await acquaint(ana, bahar);
    const { link } = expectOk(await bahar.vault.invite({ role: 'caseworker', keyholder: false, days: 1 }));
    expectOk(await zaur.vault.join({ link, passphrase: '', name: 'Zaur' }));
    await settle(zaur, bahar, zaur, ana);
    expectOk(await ana.vault.removeMember(zaur.account));
    await settle(ana, bahar);
    const id = await handOver(ana, bahar, { needWords: 'a bed' });
    await settle(ana, bahar, zaur);
    await zaur.vault.chooseSpace(await spaceOfDevice(bahar));
    const evil = await Insider.behind(world, zaur);
    expect(
      await evil.sendReceived((await spaceOfDevice(ana)) as SpaceId, id, [
        { changes: [change('handover', id, { needWords: 'nothing' })] },
      ]),
    ).toBe('ok');
    await settle(ana, bahar);
    for (const on of [ana, bahar]) expect(await read(on, id, 'needWords')).toBe('a bed');
  });
});

describe('a record of one dossier', () => {
  it('hides none of the same number in another', async () => {
    const leyla = await world.found('Leyla');
    const mallory = await world.join(leyla, 'Mallory');
    const [mine, other] = [await newCase(leyla, 'mine'), await newCase(leyla, 'other')];
    const cost = await leyla.vault.newId();
    expectOk(await leyla.vault.save({ dossier: mine, changes: [set('cost', cost, { words: 'true' })] }));
    const shelter = await leyla.vault.newId();
    const provider = set('provider', shelter, { name: 'Shelter', frontGate: TRUE_NUMBER });
    expectOk(await leyla.vault.save({ dossier: shelter, changes: [provider] }));
    await settle(leyla, mallory);
    const changes = [
      change('cost', cost, { words: 'false' }),
      change('provider', shelter, { name: 'Shelter', frontGate: FALSE_NUMBER }),
    ];
    expect(await (await Insider.behind(world, mallory)).send(other, [{ changes }])).toBe('ok');
    await settle(leyla);
    expect((await listed(leyla, 'cost')).map(({ dossier, fields }) => [dossier, fields['words']])).toEqual(
      expect.arrayContaining([
        [mine, 'true'],
        [other, 'false'],
      ]),
    );
    expect((await listed(leyla, 'provider')).map(({ fields }) => fields['frontGate'])).toEqual([TRUE_NUMBER]);
  });
});
