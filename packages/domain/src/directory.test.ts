import { expect, test } from 'vitest';
import { directoryOf, type DirectoryRecord, publicFields } from './directory.ts';
import { areaDistanceKm, isRoadBetween, middleOf } from './geo.ts';
import { KINDS } from './kinds/index.ts';
import { PACKS } from './packs/index.ts';
import { seekerOf } from './seeker.ts';

const record = (
  id: string,
  kind: string,
  fields: Record<string, unknown>,
  dossier = 'p',
): DirectoryRecord => ({
  id,
  kind,
  fields,
  dossier,
  deleted: false,
});
const records = [
  record('p', 'provider', { name: 'Lantern', alternateNames: 'Fənər\nФонарь', trust: 'vetted' }),
  record('house', 'location', { area: { area: 'az-ganja' }, address: 'Nizami 1', hidden: true }),
  record('office', 'location', { area: { area: 'az-baku' } }),
  record('shelter', 'service', {
    name: 'Shelter',
    serves: ['shelter'],
    locations: ['house'],
    admitsTrans: 'refuses',
  }),
  record('lawyer', 'service', { name: 'Lawyer', serves: ['legal-aid'], state: 'paused' }),
  record('h', 'schedule', { what: 'hours', roundTheClock: true, location: 'house' }),
  record('c', 'capacity', {
    service: 'shelter',
    number: 12,
    unit: 'beds',
    date: { day: '2027' },
    source: 'call',
  }),
  record('e', 'service-event', {
    service: 'shelter',
    type: 'refusal',
    date: { day: '2026-05' },
    groups: ['trans'],
  }),
];

test('a service is put together with its provider, places, hours, capacity and history', () => {
  const [shelter, lawyer] = directoryOf(records);
  expect(shelter).toMatchObject({
    provider: 'p',
    names: ['Shelter', 'Lantern', 'Fənər', 'Фонарь'],
    areas: ['az-ganja'],
    admission: { trans: 'refuses' },
    capacities: [{ number: 12, unit: 'beds', date: '2027-12-31' }],
    history: [{ type: 'refusal', day: '2026-05-01' }],
  });
  expect(lawyer).toMatchObject({ areas: ['az-baku', 'az-ganja'], capacities: [], state: 'paused' });
  expect(shelter?.opening.hours).toHaveLength(1);
});

test('what was deleted is not there', () => {
  expect(directoryOf(records.map((one) => ({ ...one, deleted: one.kind === 'service' })))).toEqual([]);
});

test("a shelter's address can be neither released nor shared, nor what we think of a provider", () => {
  const address = KINDS.location.fields.find((field) => field.name === 'address');
  expect(address).toMatchObject({ release: 'never', share: false, sensitivity: 'identifying' });
  for (const name of ['trust', 'reportsTo', 'reportsNote', 'confidentialNote', 'vettedHow'])
    expect(KINDS.provider.fields.find((field) => field.name === name)).toMatchObject({
      release: 'never',
      share: false,
    });
  const house = { area: { area: 'az-ganja' }, address: 'Nizami 1', frontGate: '000', hidden: true };
  expect(publicFields('location', house)).toEqual({ frontGate: '000' });
  expect(publicFields('location', { ...house, hidden: false })).toEqual({
    area: { area: 'az-ganja' },
    frontGate: '000',
  });
});

test('every area of every country has a rough middle', () => {
  for (const pack of Object.values(PACKS))
    for (const { code } of pack.areas) expect(middleOf(code), code).toBeDefined();
  expect(middleOf('zz-nowhere')).toBeUndefined();
});

test('distances are rough, symmetric and honest about what is not known', () => {
  expect(areaDistanceKm('az-baku', 'az-ganja')).toBe(300);
  expect(areaDistanceKm('az-ganja', 'az-baku')).toBe(300);
  expect(areaDistanceKm('az-ganja', 'az-r-ganja-dashkasan')).toBe(0);
  expect(areaDistanceKm('az-ganja', 'az')).toBeUndefined();
  expect(areaDistanceKm('az-ganja', 'unknown')).toBeUndefined();
});

test('a road leads everywhere but to the exclave, and everywhere inside it', () => {
  expect(isRoadBetween('az-baku', 'az-ganja')).toBe(true);
  expect(isRoadBetween('az-baku', 'az-nakhchivan')).toBe(false);
  expect(isRoadBetween('az-r-nakhchivan', 'az-zangilan')).toBe(false);
  expect(isRoadBetween('az-ordubad', 'az-sharur')).toBe(true);
  expect(isRoadBetween('tj-dushanbe', 'tj-khorugh')).toBe(true);
  expect(isRoadBetween('az', 'az-nakhchivan')).toBe(true);
});

test('who is looking: groups from what the person said, sons from those who come along', () => {
  const seeker = seekerOf(
    {
      fields: {
        genderIdentity: 'trans-woman',
        populations: ['uses-drugs', 'rights-defender'],
        hivStatus: 'positive',
        birthYear: 1997,
        languages: ['az', 'unknown'],
        exclusions: 'Clean World',
      },
    },
    [{ fields: { genderIdentity: 'man', ageBand: '14-17' } }, { fields: { genderIdentity: 'woman' } }],
    { area: 'az-ganja' },
    2027,
  );
  expect(seeker).toEqual({
    groups: ['children', 'living-with-hiv', 'trans', 'uses-drugs', 'women'],
    ages: { from: 29, to: 30 },
    sons: [{ ages: { from: 14, to: 17 } }],
    area: 'az-ganja',
    languages: ['az'],
    excluded: { providers: [], words: 'Clean World' },
  });
});
