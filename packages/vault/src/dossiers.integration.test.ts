import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DossierQuery } from './client.ts';
import {
  acquaint,
  type Device,
  expectOk,
  handOver,
  newCase,
  set,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
let leyla: Device;
let murad: Device;
let first: string;
let second: string;
const ids: Record<string, string> = {};

const everything: Omit<DossierQuery, 'kinds' | 'space'> = {
  text: '',
  filters: {},
  sort: 'updated',
  descending: true,
  offset: 0,
  limit: 200,
};

async function save(
  device: Device,
  dossier: string,
  kind: string,
  record: string,
  fields: Parameters<typeof set>[2],
) {
  expectOk(await device.vault.save({ dossier, changes: [set(kind, record, fields)] }));
}

/** Leyla works in two organisations; Murad only in the first. */
beforeAll(async () => {
  world = await startWorld();
  leyla = await world.found('Leyla Hüseynova');
  first = await spaceOfDevice(leyla);
  murad = await world.join(leyla, 'Murad Əliyev');
  ids['zaur'] = await newCase(leyla, 'Zaur');
  const { vault } = leyla;
  await save(leyla, ids['zaur'], 'case', ids['zaur'], {
    reference: 'K7Q-2MX',
    area: { area: 'az-baku-nasimi' },
    owner: murad.account,
    summary: 'Call +994 50 123-45-67',
  });
  await save(leyla, ids['zaur'], 'violation', await vault.newId(), { type: 'extortion' });
  await save(leyla, ids['zaur'], 'person', await vault.newId(), {
    role: 'client',
    alias: 'Gülnar',
    populations: ['sex-work'],
  });
  ids['matter'] = await vault.newId();
  await save(leyla, ids['zaur'], 'matter', ids['matter'], {
    type: 'complaint',
    forumName: 'Ombudsman of Ganja',
  });
  ids['closed'] = await newCase(leyla, 'Günel Qapalı', [leyla.account]);
  await save(leyla, ids['closed'], 'matter', await vault.newId(), {
    type: 'lawsuit',
    forumName: 'Qapalı court',
  });
  ids['house'] = await vault.newId();
  await save(leyla, ids['house'], 'provider', ids['house'], { name: 'Göy qurşağı evi', state: 'active' });
  await save(leyla, ids['house'], 'service', await vault.newId(), {
    name: 'Night beds',
    serves: ['shelter'],
  });
  await save(leyla, ids['house'], 'location', await vault.newId(), { area: { area: 'az-ganja' } });
  // The other organisation, of which she is a member with the same account.
  const rana = await world.found('Rəna');
  second = await spaceOfDevice(rana);
  const { link } = expectOk(await rana.vault.invite({ role: 'caseworker', keyholder: false, days: 1 }));
  expectOk(await vault.join({ link, passphrase: '', name: 'Leyla' }));
  await settle(rana, leyla, rana, leyla);
  ids['other'] = await newCase(rana, 'Zaur of the coalition');
  ids['door'] = await rana.vault.newId();
  await save(rana, ids['door'], 'provider', ids['door'], { name: 'Açıq qapı', state: 'paused' });
  await settle(rana, leyla, murad);
  await vault.chooseSpace(first);
}, 180_000);
afterAll(() => world?.stop());

describe('one query for every root kind', () => {
  const ask = (device: Device, query: Partial<DossierQuery>) =>
    device.vault.dossiers({ ...everything, kinds: ['case'], space: first, ...query });
  const found = async (query: Partial<DossierQuery>, device = leyla) =>
    (await ask(device, query)).rows.map(({ id }) => id).sort();

  it('lists a kind in one space or in all', async () => {
    expect(await found({})).toEqual([ids['zaur'], ids['closed']].sort());
    expect(await found({ space: second })).toEqual([ids['other']]);
    expect(await found({ space: null })).toEqual([ids['zaur'], ids['closed'], ids['other']].sort());
    expect(await found({ kinds: ['provider'], space: null })).toEqual([ids['house'], ids['door']].sort());
    expect(await found({ kinds: ['case', 'provider'] })).toEqual(
      [ids['zaur'], ids['closed'], ids['house']].sort(),
    );
  });

  it('says of a row its kind, its space and what it is called', async () => {
    const { rows, total } = await ask(leyla, {
      kinds: ['provider'],
      space: null,
      sort: 'title',
      descending: false,
    });
    expect(total).toBe(2);
    // By its name it would be the first; it is paused.
    expect(rows.map(({ kind, space, told }) => [kind, space, told['name']])).toEqual([
      ['provider', first, 'Göy qurşağı evi'],
      ['provider', second, 'Açıq qapı'],
    ]);
  });

  it('takes pages of several kinds and spaces in one order', async () => {
    const all = { kinds: ['case', 'provider'], space: null };
    const whole = (await ask(leyla, all)).rows.map(({ id }) => id);
    expect(whole).toHaveLength(5);
    const pages: string[] = [];
    for (let offset = 0; offset < 5; offset += 2)
      pages.push(...(await ask(leyla, { ...all, offset, limit: 2 })).rows.map(({ id }) => id));
    expect(pages).toEqual(whole);
  });

  it('filters by what the kind says, and counts it', async () => {
    const providers = { kinds: ['provider'], space: null };
    expect(await found({ ...providers, filters: { need: ['shelter'] } })).toEqual([ids['house']]);
    expect(await found({ ...providers, filters: { area: ['az'] } })).toEqual([ids['house']]);
    expect(await found({ ...providers, filters: { status: ['new'] } })).toEqual([]);
    const { facets } = await ask(leyla, { ...providers, count: ['state', 'need'] });
    expect(facets['state']).toEqual(
      expect.arrayContaining([
        { code: 'active', dossiers: 1 },
        { code: 'paused', dossiers: 1 },
      ]),
    );
    expect(facets['need']).toEqual([{ code: 'shelter', dossiers: 1 }]);
  });

  it('finds what is restricted, and counts it', async () => {
    expect(await found({ filters: { restricted: ['yes'] } })).toEqual([ids['closed']]);
    expect(await found({ filters: { restricted: ['yes'] }, text: 'qapali' })).toEqual([ids['closed']]);
    const { facets } = await ask(leyla, { count: ['restricted'] });
    expect(facets['restricted']).toEqual([{ code: 'yes', dossiers: 1 }]);
    expect(await found({ filters: { restricted: ['yes'] } }, murad)).toEqual([]);
  });

  it.each([
    ['district', ['Nəsimi', 'Насими', 'nasimi']],
    ['city', ['Bakı', 'Баку', 'Baku']],
    ['violation', ['extortion', 'вымогательство']],
    ['group', ['sex work', 'секс']],
    ['colleague', ['Murad', 'Мурад', 'Алиев']],
    ['telephone', ['0501234567', '994501234567', '050 123 45 67']],
    ['reference from a Cyrillic keyboard', ['К7Q-2МХ', 'K7Q-2MX']],
    ['matter', ['complaint', 'жалоба', 'şikayət']],
  ])('finds a case by its %s, in any language', async (_, typed) => {
    for (const text of typed) expect(await found({ text }), text).toEqual([ids['zaur']]);
  });

  it('finds nothing by a code itself', async () => {
    expect(await found({ text: 'az-baku-nasimi' })).toEqual([]);
  });
});

describe('find', () => {
  const find = async (device: Device, text: string) =>
    (await device.vault.find({ text, limit: 50 }, null)).rows.map(({ kind, id, space }) => [kind, id, space]);

  it('looks through every kind in every space', async () => {
    expect(await find(leyla, 'Zaur')).toEqual(
      expect.arrayContaining([
        ['case', ids['zaur'], first],
        ['case', ids['other'], second],
      ]),
    );
    expect(await find(leyla, 'qurşağı')).toEqual([['provider', ids['house'], first]]);
    expect(await find(leyla, 'приют')).toContainEqual(['provider', ids['house'], first]);
  });

  it('finds a person by their case, a matter by itself, and a member', async () => {
    expect(await find(leyla, 'Gülnar')).toEqual([['case', ids['zaur'], first]]);
    expect(await find(leyla, 'ombudsman')).toEqual([
      ['case', ids['zaur'], first],
      ['matter', ids['matter'], first],
    ]);
    expect(await find(leyla, 'Murad')).toContainEqual(['profile', murad.account, first]);
  });

  it('never says anything of a case that is closed to whoever looks', async () => {
    for (const text of ['Günel', 'qapali', 'lawsuit']) {
      expect(await find(murad, text), text).toEqual([]);
      expect((await find(leyla, text)).length, text).toBeGreaterThan(0);
    }
  });

  it('finds a case that was closed to a member later for as long as it still opens on their device', async () => {
    const dossier = await newCase(leyla, 'Nailə');
    await settle(leyla, murad);
    expectOk(await leyla.vault.restrict({ dossier, to: [leyla.account] }));
    await settle(leyla, murad);
    await save(leyla, dossier, 'case', dossier, { summary: 'Səhər dedi' });
    await settle(leyla, murad);
    const opens = (await murad.vault.dossier(dossier)).ok;
    expect((await find(murad, 'Nailə')).length > 0).toBe(opens);
    expect(await find(murad, 'dedi')).toEqual([]);
    expect(await find(leyla, 'dedi')).toHaveLength(1);
  });

  it('keeps to its limit and says that there is more', async () => {
    const { rows, more } = await leyla.vault.find({ text: 'zaur', limit: 1 }, null);
    expect(rows).toHaveLength(1);
    expect(more).toBe(true);
    expect(await leyla.vault.find({ text: ' … ', limit: 10 }, null)).toEqual({ rows: [], more: false });
  });

  it('finds a hand-over by what was given, as the space that was given it', async () => {
    const tural = await world.found('Tural');
    await acquaint(leyla, tural);
    const dossier = await handOver(leyla, tural, {
      reference: 'R4T-8KL',
      from: 'Circle',
      to: 'Tural',
      need: 'shelter',
    });
    await settle(leyla, tural);
    expect(await find(tural, 'r4t-8kl')).toEqual([['handover', dossier, await spaceOfDevice(tural)]]);
  });
});
