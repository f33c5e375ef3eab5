import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  carefulReading,
  consentGaps,
  consentState,
  dangersOf,
  directoryOf,
  exclusionOf,
  type Field,
  KINDS,
  matchServices,
  openTasks,
  type PlainRecord,
  seekerOf,
} from './index.ts';
import { codeList } from './code-lists/index.ts';

const STAMP = { by: 'leyla', at: 1 };
type Fields = Record<string, unknown>;
const record = (
  id: string,
  kind: string,
  fields: Fields,
  versions?: Record<string, unknown[]>,
): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields,
  created: STAMP,
  updated: STAMP,
  ...(versions === undefined ? {} : { conflict: true, versions }),
});
/** A record in which two versions of a field stand, the second by the later clock. */
const inDoubt = (one: PlainRecord, field: string, earlier: unknown, later: unknown): PlainRecord => ({
  ...one,
  fields: { ...one.fields, [field]: later },
  conflict: true,
  versions: { [field]: [earlier, later] },
});
const said = (one: PlainRecord, field: string, value: unknown): PlainRecord => ({
  ...one,
  fields: { ...one.fields, [field]: value },
});

const client = record('p', 'person', { role: 'client', safeChannel: ['call'] });
const yes = record('k', 'consent', { of: 'p', to: 'service', decision: 'yes', givenBy: 'self' });

describe('of two versions that did not know of each other what forbids or fears is heard', () => {
  it('whom the client does not want near the case: both', () => {
    const doubted = inDoubt(client, 'exclusions', 'Not to Sunrise', 'Nothing to Polad');
    for (const name of ['Sunrise', 'Polad'])
      expect(exclusionOf([doubted], { ids: [], names: [name] })).toBe('excluded');
    expect(seekerOf(doubted, [], { area: '' }, 2026).excluded.words).toBe('Not to Sunrise\nNothing to Polad');
  });

  it.each([
    ['birthYear', 2013, 2006],
    ['ageBand', '0-13', '25-34'],
    ['minor', 'yes', 'no'],
  ])('a child decides alone by one of them: %s', (field, child, adult) => {
    for (const [earlier, later] of [
      [child, adult],
      [adult, child],
    ])
      expect(consentGaps([inDoubt(client, field, earlier, later), yes], 'az', 2026)).toEqual([
        { record: 'k', gap: 'minor-alone' },
      ]);
  });

  it('a child whose family may have harmed them is not decided for by the family', () => {
    const child = said(client, 'ageBand', '0-13');
    const parent = { ...yes, fields: { ...yes.fields, givenBy: 'parent', decidedBy: 'Mother' } };
    for (const [kind, field] of [
      ['perpetrator', 'type'],
      ['threat', 'byWhom'],
    ] as const)
      expect(
        consentGaps([child, parent, inDoubt(record('d', kind, {}), field, 'family', 'police')], 'az', 2026),
      ).toEqual([{ record: 'k', gap: 'minor-by-family' }]);
  });

  it('no message is left and no way taken that one of them did not allow; words in doubt are looked up', () => {
    const call = record('t', 'task', { what: 'Call her', rule: 're-contact', due: { day: '2026-11-30' } });
    const reachOf = (person: PlainRecord) => openTasks([person, call], undefined)[0];
    expect(reachOf(inDoubt(client, 'mayLeaveMessage', 'no', 'yes'))).toMatchObject({
      reach: { mayLeaveMessage: 'no' },
      reachInDoubt: true,
    });
    expect(reachOf(inDoubt(client, 'mayLeaveMessage', null, 'yes'))?.reach).not.toHaveProperty(
      'mayLeaveMessage',
    );
    expect(reachOf(inDoubt(client, 'safeChannel', ['sms'], ['call', 'sms']))?.reach).toEqual({
      safeChannel: ['sms'],
    });
    expect(reachOf(inDoubt(client, 'neverContact', ['call'], ['message']))?.reach).toMatchObject({
      neverContact: ['call', 'message'],
    });
    expect(reachOf(inDoubt(client, 'safeHours', 'after 18', '10 to 12'))).toMatchObject({
      reach: { safeChannel: ['call'] },
      reachInDoubt: true,
    });
    expect(reachOf(client)?.reachInDoubt).toBe(false);
  });

  it('a provider that one called harmful is harmful, whom one says it tells is told', () => {
    const dossier = 'o';
    const clinic = record('o', 'provider', { name: 'Clinic', trust: 'vetted' });
    const service = { ...record('s', 'service', { name: 'Test', serves: ['hiv-testing'] }), dossier };
    const entryOf = (head: PlainRecord) => directoryOf([{ ...head, dossier }, service])[0];
    expect(entryOf(inDoubt(clinic, 'trust', 'harmful', 'vetted'))?.trust).toBe('harmful');
    expect(entryOf(inDoubt(clinic, 'state', 'ended', 'active'))?.state).toBe('ended');
    expect(entryOf(inDoubt(clinic, 'reportsTo', ['police'], ['none']))?.reportsTo).toContain('police');
  });
});

/** Values that a field may hold, as far as rules tell them apart. */
function valuesOf({ type }: Field): fc.Arbitrary<unknown> {
  const nothing = fc.constantFrom(null, undefined);
  const codes = (list: string): string[] => (codeList(list)?.codes ?? []).map(({ code }) => code);
  switch (type.is) {
    case 'code':
      return fc.oneof(nothing, fc.constantFrom(...codes(type.list)));
    case 'codes':
      return fc.oneof(nothing, fc.subarray(codes(type.list), { minLength: 1 }));
    case 'answer':
      return fc.constantFrom(null, 'yes', 'no', 'unknown', 'prefers-not');
    case 'number':
      return fc.oneof(nothing, fc.constantFrom(0, 12, 17, 40, 1990, 2006, 2009, 2013));
    case 'links':
      return fc.subarray(['sunrise', 'polad']);
    case 'text':
      return fc.constantFrom(null, 'Sunrise', 'Polad', 'by the aunt');
    default:
      return nothing;
  }
}

type Case = (doubted: PlainRecord) => number[];
const OTHERS = [said(client, 'ageBand', '0-13'), yes];
const DIRECTORY = {
  provider: { name: 'Clinic', trust: 'known' },
  service: { name: 'Test', serves: ['shelter'] },
};
const TIERS = ['fits', 'ask-first', 'unsafe', 'refuses'];
const asking = seekerOf(
  { fields: { populations: ['uses-drugs'], birthYear: 2000 } },
  [{ fields: { genderIdentity: 'man', birthYear: 2015 } }],
  { area: '' },
  2026,
);
const EXCLUSIONS = ['none', 'doubt', 'excluded'];
const STATES = ['yes', 'not-asked', 'no', 'withdrawn'];
const count = (condition: boolean): number => (condition ? 1 : 0);

/** How strictly the rules answer about a record of each kind: a number each, more is stricter. */
const STRICT: Readonly<Record<string, { base: Fields; rules: Case }>> = {
  person: {
    base: { role: 'client', safeChannel: ['call', 'sms'], mayLeaveMessage: 'yes', ageBand: '25-34' },
    rules: (person) => {
      const task = record('t', 'task', { what: 'Call', rule: 're-contact' });
      const reach = openTasks([person, task], undefined)[0]?.reach ?? {};
      const has = (field: string, code: string): boolean =>
        JSON.stringify(reach[field] ?? '').includes(`"${code}"`);
      return [
        ...['sunrise', 'polad'].flatMap((name) => [
          EXCLUSIONS.indexOf(exclusionOf([person], { ids: [name], names: [] })),
          EXCLUSIONS.indexOf(exclusionOf([person], { ids: [], names: [name] })),
        ]),
        consentGaps([person, yes], 'az', 2026).length,
        ...['call', 'sms', 'whatsapp', 'in-person'].map((way) => -count(has('safeChannel', way))),
        ...['call', 'message', 'home'].map((way) => count(has('neverContact', way))),
        -count(has('mayLeaveMessage', 'yes')),
      ];
    },
  },
  perpetrator: {
    base: { type: 'police' },
    rules: (who) => [
      consentGaps(
        [
          ...OTHERS.slice(0, 1),
          { ...yes, fields: { ...yes.fields, givenBy: 'parent', decidedBy: 'M' } },
          who,
        ],
        'az',
        2026,
      ).length,
    ],
  },
  threat: {
    base: { type: ['insult'], credible: 'unlikely', byWhom: 'police' },
    rules: (threat) => [
      Math.max(0, ...dangersOf([threat]).map(({ level }) => (level === 'critical' ? 2 : 1))),
      consentGaps(
        [
          ...OTHERS.slice(0, 1),
          { ...yes, fields: { ...yes.fields, givenBy: 'parent', decidedBy: 'M' } },
          threat,
        ],
        'az',
        2026,
      ).length,
    ],
  },
  risk: {
    base: { level: 'low' },
    rules: (risk) => [Math.max(0, ...dangersOf([risk]).map(({ level }) => (level === 'critical' ? 2 : 1)))],
  },
  consent: {
    base: { of: 'p', to: 'service', decision: 'yes', givenBy: 'self' },
    rules: (consent) => [count(STATES.indexOf(consentState([client, consent], 'p').service) > 1)],
  },
  provider: {
    base: DIRECTORY.provider,
    rules: (head) => [tierOf(head, record('s', 'service', DIRECTORY.service))],
  },
  service: {
    base: DIRECTORY.service,
    rules: (one) => [tierOf(record('o', 'provider', DIRECTORY.provider), one)],
  },
};

/** How far from "fits" a service is offered; one that is not offered at all is the farthest. */
function tierOf(provider: PlainRecord, service: PlainRecord): number {
  const directory = directoryOf([provider, service].map((each) => ({ ...each, dossier: provider.id })));
  const [match] = matchServices(directory, {
    needs: ['shelter'],
    seeker: asking,
    day: '2026-11-30',
    minute: 600,
  }).ranked;
  return match === undefined ? TIERS.length : TIERS.indexOf(match.tier);
}

/** What people are called, and where the thing stands, decides nothing here. */
const DECIDES_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  person: ['role'],
  consent: ['of', 'to'],
  service: ['serves', 'locations'],
};

test.each(Object.entries(STRICT))(
  'no version of any field of a %s makes a rule milder than another that stands beside it',
  (kind, { base, rules }) => {
    const fields = (KINDS as unknown as Record<string, { fields: readonly Field[] }>)[kind]?.fields ?? [];
    const told = fields.filter(({ name }) => DECIDES_ELSEWHERE[kind]?.includes(name) !== true);
    const one = record(kind === 'person' ? 'p' : 'x', kind, base);
    const doubts = fc
      .constantFrom(...told)
      .chain((field) => fc.tuple(fc.constant(field.name), valuesOf(field), valuesOf(field)));
    fc.assert(
      fc.property(doubts, ([field, earlier, later]) => {
        const each = [earlier, later].map((value) => rules(said(one, field, value)));
        const answers = rules(inDoubt(one, field, earlier, later));
        for (const [at, answer] of answers.entries())
          expect(answer).toBeGreaterThanOrEqual(Math.max(...each.map((strict) => strict[at] ?? 0)));
      }),
      { numRuns: 250 },
    );
  },
);

test('where nothing is in doubt the record says what it says', () => {
  const fields = { role: 'client', exclusions: 'x' };
  expect(carefulReading(record('p', 'person', fields))).toBe(fields);
});

test('a letter that two devices dated by two public pages is due by the sooner day, also where one knew of none', () => {
  const [soon, late] = [{ day: '2026-12-03' }, { day: '2026-12-08' }];
  const due = (...said: unknown[]) =>
    carefulReading(record('1', 'letter', { answerBy: said[0] }, { answerBy: said }))['answerBy'];
  expect(due(late, soon)).toEqual(soon);
  expect(due(soon, late)).toEqual(soon);
  expect(due(null, late)).toEqual(late);
  expect(due('tomorrow', late)).toEqual(late);
});
