import fc from 'fast-check';
import type { ServiceEntry } from '../src/directory.ts';
import { ADMISSION_GROUP_NAMES, type AdmissionGroup } from '../src/kinds/service.ts';
import { openingOf } from '../src/opening.ts';
import type { Seeker } from '../src/seeker.ts';

/** An invented service about which nothing speaks against it. For tests. */
export function sampleService(over: Partial<ServiceEntry> = {}): ServiceEntry {
  return {
    id: 's1',
    provider: 'p1',
    name: 'House on the hill',
    providerName: 'Lantern',
    providerNames: {},
    names: ['House on the hill', 'Lantern'],
    serves: ['shelter'],
    reach: 'at-location',
    areas: ['az-ganja'],
    languages: ['az', 'ru'],
    cost: 'free',
    runBy: 'charity',
    paidBy: ['foreign-donor'],
    demandsPapers: 'no',
    papers: [],
    admission: { women: 'admits', trans: 'admits', children: 'admits' },
    sonsUpTo: 12,
    state: 'active',
    trust: 'vetted',
    reportsTo: ['none'],
    verified: '2027-03-01',
    opening: openingOf([{ fields: { what: 'hours', roundTheClock: true } }]),
    capacities: [],
    history: [],
    ...over,
  };
}

export function sampleSeeker(over: Partial<Seeker> = {}): Seeker {
  return {
    groups: ['women'],
    ages: { from: 25, to: 34 },
    sons: [],
    area: 'az-ganja',
    languages: ['az'],
    papers: [],
    excluded: { providers: [], words: '' },
    ...over,
  };
}

const AREAS = ['az-ganja', 'az-baku', 'az-lerik', 'az-r-nakhchivan', 'tj-khorugh', 'zz-nowhere', ''];
const groups = fc.subarray([...ADMISSION_GROUP_NAMES]);
const admission = fc.constantFrom('admits', 'depends', 'refuses', 'unknown');
const day = fc.constantFrom('2025-01-05', '2026-11-30', '2027-03-15', '2027-03-21', '');

export const serviceArbitrary: fc.Arbitrary<ServiceEntry> = fc
  .record(
    {
      id: fc.uuid(),
      provider: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
      serves: fc.subarray(['shelter', 'legal-aid', 'forensic-examination'], { minLength: 1 }),
      reach: fc.constantFrom('at-location', 'goes-out', 'remote'),
      areas: fc.uniqueArray(fc.constantFrom(...AREAS.slice(0, 6)), { maxLength: 2 }),
      languages: fc.subarray(['az', 'ru', 'tg']),
      cost: fc.constantFrom('free', 'partly', 'paid', 'unknown'),
      demandsPapers: fc.constantFrom('yes', 'no', 'unknown'),
      papers: fc.subarray(['identity-card', 'residence-record']),
      admission: fc.dictionary(fc.constantFrom<AdmissionGroup>(...ADMISSION_GROUP_NAMES), admission),
      sonsUpTo: fc.integer({ min: 0, max: 17 }),
      ageFrom: fc.constantFrom(0, 18),
      state: fc.constantFrom('active', 'paused', 'ended'),
      trust: fc.constantFrom('vetted', 'known', 'not-known', 'doubtful', 'harmful'),
      reportsTo: fc.subarray(['police', 'family', 'funder']),
      verified: day,
      history: fc.array(
        fc.record({ type: fc.constantFrom('refusal', 'exit', 'passed-on', 'complaint'), day, groups }),
        { maxLength: 4 },
      ),
    },
    { requiredKeys: ['id', 'provider', 'serves', 'reach', 'history', 'state', 'reportsTo', 'areas'] },
  )
  .map((over) => sampleService(over as Partial<ServiceEntry>));

export const seekerArbitrary: fc.Arbitrary<Seeker> = fc
  .record(
    {
      groups: groups.map((some) => [...some].sort()),
      ages: fc.constantFrom({ from: 15, to: 16 }, { from: 18, to: 24 }),
      sons: fc.array(fc.constantFrom({ ages: { from: 14, to: 15 } }, { ages: { from: 3, to: 4 } }, {}), {
        maxLength: 2,
      }),
      area: fc.constantFrom(...AREAS),
      papers: fc.subarray(['identity-card', 'residence-record']),
      excluded: fc.record({ providers: fc.subarray(['p1', 'p2']), words: fc.constant('') }),
    },
    { requiredKeys: ['groups', 'sons', 'area'] },
  )
  .map((over) => sampleSeeker(over));
