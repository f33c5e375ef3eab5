import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countedPlaces,
  coverageOf,
  demandAgainst,
  disagreements,
  familyPlaces,
  needClosures,
  publishedDemand,
  requirements,
  shelterPlaces,
  timesFewer,
} from './coverage.ts';
import { sampleSeeker, sampleService, seekerArbitrary, serviceArbitrary } from '../test/directory-samples.ts';
import { standingOf } from './matching.ts';
import { ANSWERS_AT_DOOR, districtReach } from './reach.ts';
import { openingOf } from './opening.ts';
import { figuresOf } from './packs/country-figures.ts';

const AZ = figuresOf('az');
const figure = (number: number, unit: string, date = '2027-01-01', source = 'call') => ({
  number,
  unit,
  date,
  source,
});

test('the standard asks one family place for 10 000 people, for each population figure that is known', () => {
  expect(
    requirements(AZ, 'family-places').map(({ base, needed }) => [base.value, base.source, needed]),
  ).toEqual([
    [10_200_000, 'general-knowledge', 1020],
    [10_000_000, 'coalition-statement', 1000],
  ]);
  expect(requirements(AZ, 'rape-crisis-centres').map((r) => r.needed)).toEqual([26]);
  expect(requirements(AZ, 'sexual-assault-centres').map((r) => r.needed)).toEqual([13]);
  expect(requirements(figuresOf('zz'), 'family-places')).toEqual([]);
});

test('175 places of an unknown unit have two readings, side by side', () => {
  const [claim, ...more] = shelterPlaces([], 'az', AZ);
  expect(more).toEqual([]);
  expect(claim?.figure).toMatchObject({ value: 175, unit: 'unknown', source: 'coalition-statement' });
  expect(claim?.readings.map((r) => [r.reading, r.familyPlaces])).toEqual([
    ['unknown-as-family-places', 175],
    ['unknown-as-persons', 64],
  ]);
});

test('a bed is not a family place', () => {
  const read = (unit: string) => familyPlaces([figure(27, unit)], AZ)[0]?.familyPlaces;
  expect([read('family-places'), read('beds'), read('persons')]).toEqual([27, 10, 10]);
  expect(read('appointments-a-week')).toBe(0);
});

test("the directory's sum stands beside the published figure, each with its source and date", () => {
  const services = [
    sampleService({
      id: 'a',
      capacities: [figure(10, 'family-places', '2026-05-01'), figure(99, 'beds', '2020-01-01')],
    }),
    sampleService({ id: 'b', capacities: [figure(27, 'beds', '2027-02-01')] }),
    sampleService({ id: 'gone', state: 'ended', capacities: [figure(50, 'beds')] }),
  ];
  const [ours, published] = shelterPlaces(services, 'az', AZ);
  expect(ours?.figure).toEqual({
    value: 37,
    unit: 'mixed',
    source: 'directory',
    said: '',
    date: { day: '2026-05-01', until: '2027-02-01' },
    approximate: false,
  });
  expect(ours?.readings).toMatchObject([{ reading: 'as-said', familyPlaces: 20, whole: 10, divided: 27 }]);
  expect(published?.figure.value).toBe(175);
});

test('two sources that disagree about one shelter are both shown, newest first', () => {
  const service = sampleService({
    capacities: [
      figure(20, 'beds', '2026-01-01', 'ministry'),
      figure(8, 'family-places', '2027-01-01', 'visit'),
    ],
  });
  expect(disagreements([service])[0]?.figures.map((f) => f.source)).toEqual(['visit', 'ministry']);
  expect(disagreements([sampleService({ capacities: [figure(20, 'beds')] })])).toEqual([]);
});

test('regions without a shelter are named, and what has no place is counted apart', () => {
  const coverage = coverageOf(
    [
      sampleService({ id: 'a', areas: ['az-ganja'] }),
      sampleService({ id: 'b', areas: ['az-baku-nasimi'] }),
      sampleService({ id: 'c', areas: [] }),
      sampleService({ id: 'd', areas: ['tj-khujand'] }),
    ],
    'az',
  );
  expect(coverage.regions.with.sort()).toEqual(['az-baku', 'az-r-ganja-dashkasan']);
  expect(coverage.regions.without).toHaveLength(12);
  expect(coverage.placeNotKnown).toBe(1);
  expect(coverage.rapeCrisis.have).toBe(0);
});

test('the way to the nearest shelter that lets this person in, not to the nearest shelter', () => {
  const services = [
    sampleService({ id: 'near', areas: ['az-ganja'], admission: { women: 'admits', trans: 'refuses' } }),
    sampleService({ id: 'police', areas: ['az-ganja'], reportsTo: ['police'] }),
    sampleService({ id: 'far', areas: ['az-baku'] }),
  ];
  const from = (groups: ('women' | 'trans')[]) =>
    districtReach(services, 'az', 'shelter', sampleSeeker({ groups })).find((d) => d.area === 'az-ganja');
  expect(from(['women'])).toMatchObject({
    admits: { service: 'near', km: 0 },
    refuses: { service: 'police', km: 0 },
  });
  expect(from(['trans', 'women'])).toMatchObject({
    admits: { service: 'far', km: 300 },
    'asks-first': null,
    refuses: { service: 'near', km: 0 },
  });
  const skipped = districtReach(services, 'az', 'shelter', sampleSeeker(), () => true);
  expect(
    skipped.every((way) => way.admits === null && way['asks-first'] === null && way.refuses === null),
  ).toBe(true);
});

test('who must be asked first has admitted nobody: a trans woman is admitted in one place, may ask in another, is refused in a third', () => {
  const services = [
    sampleService({ id: 'admits', areas: ['az-baku'], admission: { trans: 'admits' } }),
    sampleService({ id: 'depends', areas: ['az-ganja'], admission: { trans: 'depends' } }),
    sampleService({ id: 'silent', areas: ['az-shaki'], admission: {} }),
    sampleService({ id: 'refuses', areas: ['az-lankaran'], admission: { trans: 'refuses' } }),
  ];
  const reach = districtReach(services, 'az', 'shelter', sampleSeeker({ groups: ['trans'] }));
  const here = (answer: 'admits' | 'asks-first' | 'refuses') =>
    reach.filter((district) => district[answer]?.km === 0 && district.area.split('-').length === 2);
  expect(here('admits').map(({ area }) => area)).toEqual(['az-baku']);
  expect(here('asks-first').map(({ area }) => area)).toEqual(['az-ganja', 'az-shaki']);
  expect(here('refuses').map(({ area }) => area)).toEqual(['az-lankaran']);
  for (const { admits } of reach) expect(admits?.service ?? 'admits').toBe('admits');
});

test('a shelter for its own district alone is near to nobody else', () => {
  const services = [
    sampleService({
      id: 'own',
      areas: ['az-ganja'],
      admission: { women: 'admits', 'other-district': 'refuses' },
    }),
    sampleService({ id: 'far', areas: ['az-baku'] }),
  ];
  const reach = districtReach(services, 'az', 'shelter', sampleSeeker());
  const from = (area: string) => {
    const found = reach.find((district) => district.area === area);
    return (found?.admits ?? found?.['asks-first'])?.service;
  };
  expect([from('az-ganja'), from('az-goygol'), from('az-baku-nasimi')]).toEqual(['own', 'far', 'far']);
});

test('helplines of another country do not count', () => {
  const helpline = { serves: ['helpline'], reach: 'remote' };
  const services = [
    sampleService({ id: 'a', ...helpline, areas: ['az-baku'] }),
    sampleService({ id: 'b', ...helpline, areas: ['tj-dushanbe'] }),
    sampleService({ id: 'c', ...helpline, areas: [] }),
  ];
  expect([coverageOf(services, 'az').helplines, coverageOf(services, 'tj').helplines]).toEqual([2, 2]);
});

test('a shelter of which nobody said how many places it has is listed without a figure', () => {
  const services = [
    sampleService({ id: 'a', capacities: [figure(10, 'beds', '')] }),
    sampleService({ id: 'b' }),
  ];
  expect(countedPlaces(services, 'az').map(({ service, figure: said }) => [service, said?.number])).toEqual([
    ['a', 10],
    ['b', undefined],
  ]);
});

test('each of the three answers names a service that stands so, whatever the directory', () => {
  const stands = {
    admits: ['fits'],
    'asks-first': ['ask-first'],
    refuses: ['unsafe', 'refuses'],
  } as const;
  fc.assert(
    fc.property(fc.array(serviceArbitrary, { maxLength: 8 }), seekerArbitrary, (services, seeker) => {
      for (const district of districtReach(services, 'az', 'shelter', seeker)) {
        for (const answer of ANSWERS_AT_DOOR) {
          const way = district[answer];
          if (way === null) continue;
          const from = way.km === 0 ? way.area : 'az';
          const tiers = services
            .filter((service) => service.id === way.service)
            .map((service) => standingOf(service, { ...seeker, area: from }));
          expect(tiers.some((tier) => (stands[answer] as readonly string[]).includes(tier))).toBe(true);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('nine days without forensic examination anywhere in the country', () => {
  const closed = { what: 'closure', period: { day: '2027-03-20', until: '2027-03-28' }, why: 'holiday' };
  const hours = {
    what: 'hours',
    monday: '9-17',
    tuesday: '9-17',
    wednesday: '9-17',
    thursday: '9-17',
    friday: '9-17',
  };
  const services = ['az-baku', 'az-ganja'].map((area, index) =>
    sampleService({
      id: `f${index}`,
      serves: ['forensic-examination'],
      areas: [area],
      opening: openingOf([{ fields: hours }, { fields: closed }]),
    }),
  );
  const unknown = sampleService({ id: 'u', serves: ['forensic-examination'], opening: openingOf([]) });
  const found = needClosures([...services, unknown], 'az', 'forensic-examination', 2027);
  expect(found.everywhere).toEqual({ from: '2027-03-20', to: '2027-03-28', days: 9 });
  expect(found.services.map((s) => s.run.days)).toEqual([9, 9]);
  expect(found.hoursNotKnown).toBe(1);
});

test('1300 reported crimes against both readings of 175 places', () => {
  const readings = shelterPlaces([], 'az', AZ).flatMap((claim) => claim.readings);
  expect(demandAgainst(publishedDemand(AZ), readings).map((r) => r.perPlace)).toEqual([7.4, 20.3]);
  expect(demandAgainst(publishedDemand(AZ), familyPlaces([], AZ))[0]?.perPlace).toBeNull();
});

test('"ten times less" in both readings: 1000 needed are 5.7 times 175 family places, and 15.6 times what 175 persons fill', () => {
  const needed = requirements(AZ, 'family-places').filter(
    ({ base }) => base.source === 'coalition-statement',
  );
  expect(
    timesFewer(needed, shelterPlaces([], 'az', AZ)).map(({ places, times }) => [places.reading, times]),
  ).toEqual([
    ['unknown-as-family-places', 5.7],
    ['unknown-as-persons', 15.6],
  ]);
  expect(
    timesFewer(needed, [{ figure: needed[0]?.base as never, readings: familyPlaces([], AZ) }])[0]?.times,
  ).toBeNull();
});
