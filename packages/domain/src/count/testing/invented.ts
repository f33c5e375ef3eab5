import fc from 'fast-check';
import type { PlainRecord } from '../../index.ts';
import { BASES, RULES, type Question, WHO } from '../question.ts';
import type { Told } from './recount.ts';

const stamp = { by: 'leyla', at: 1 };
const record = (kind: string, id: string, fields: Record<string, unknown>): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  created: stamp,
  updated: stamp,
});

const maybe = <T>(each: fc.Arbitrary<T>) => fc.option(each, { nil: undefined });
const date = fc.oneof(
  fc.record({
    day: fc.constantFrom('2026', '2026-01', '2026-02', '2025-12', '2026-03-31', '2026-02-14', '2026-01-31'),
  }),
  fc.constant({ day: '2026-01-30', until: '2026-02-02' }),
  fc.constant({ day: '2025-12', until: '2026-01' }),
);
const area = fc.record({
  area: fc.constantFrom('az-baku', 'az-baku-nasimi', 'az-khizi', 'unknown', 'az-sumgayit', 'az-absheron'),
});
const few = <T>(codes: readonly T[]) => fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 3 });

const POPULATIONS = ['sex-work', 'uses-drugs', 'living-with-hiv', 'migrant'] as const;
const TYPES = ['forced-test', 'care-denied', 'health', 'extortion', 'evicted'] as const;

const person = fc.record({
  role: fc.constantFrom('client', 'client', 'dependant', 'witness'),
  populations: maybe(few(POPULATIONS)),
  countedAs: maybe(fc.constantFrom(...POPULATIONS)),
  ageBand: maybe(fc.constantFrom('18-24', '25-34', 'unknown')),
  says: fc.constantFrom('yes', 'yes', 'yes', 'no', 'withdrawn', 'nothing'),
});
const act = fc.record({
  type: fc.constantFrom(...TYPES),
  date: maybe(date),
  area: maybe(area),
  victims: fc.subarray([0, 1, 2]),
  perpetrators: fc.subarray([0, 1]),
  group: maybe(
    fc.record({
      number: fc.integer({ min: 1, max: 120 }),
      certainty: maybe(fc.constantFrom('counted', 'at-least', 'estimated', 'told')),
    }),
  ),
  othersHit: fc.constantFrom(undefined, undefined, ['group'], ['organisation']),
});
const dossier = fc.record({
  opened: maybe(date),
  area: maybe(area),
  channel: maybe(fc.constantFrom('outreach', 'hotline')),
  status: fc.constantFrom('new', 'closed'),
  outcome: maybe(fc.constantFrom('resolved', 'not-resolved')),
  persons: fc.array(person, { maxLength: 3 }),
  acts: fc.array(act, { maxLength: 3 }),
  perpetrators: fc.array(fc.constantFrom('police', 'partner', 'health-worker'), { maxLength: 2 }),
  /** Numbers of the dossiers in which it goes on, and in which its first person is too. */
  into: maybe(fc.nat({ max: 7 })),
  goesOn: fc.boolean(),
  same: maybe(fc.nat({ max: 7 })),
  deleted: fc.subarray([0, 1, 2]),
});

/** Cases of nobody: as many shapes as records take. */
export const inventedDossiers: fc.Arbitrary<Told[]> = fc.array(dossier, { maxLength: 8 }).map((all) =>
  all.map((each, n): Told => {
    const id = `case-${n}`;
    const records = [
      record('case', id, {
        opened: each.opened,
        area: each.area,
        channel: each.channel,
        status: each.status,
        outcome: each.outcome,
        joinedInto: each.goesOn && each.into !== undefined ? `case-${each.into}` : undefined,
      }),
    ];
    for (const [i, { says, ...fields }] of each.persons.entries()) {
      const same = i === 0 && each.same !== undefined ? [`person-${each.same}-0`] : undefined;
      records.push({
        ...record('person', `person-${n}-${i}`, { ...fields, sameAs: same }),
        deleted: each.deleted.includes(i) && i > 0,
      });
      if (says !== 'nothing')
        records.push(
          record('consent', `consent-${n}-${i}`, {
            of: `person-${n}-${i}`,
            to: 'statistics',
            decision: says === 'no' ? 'no' : 'yes',
            withdrawn: says === 'withdrawn' ? { day: '2026-03-01' } : undefined,
          }),
        );
    }
    for (const [i, type] of each.perpetrators.entries())
      records.push(record('perpetrator', `perpetrator-${n}-${i}`, { type }));
    for (const [i, { group, victims, perpetrators, ...fields }] of each.acts.entries())
      records.push(
        record('violation', `act-${n}-${i}`, {
          ...fields,
          victims: victims.map((at) => `person-${n}-${at}`),
          perpetrators: perpetrators.map((at) => `perpetrator-${n}-${at}`),
          groupNumber: group?.number,
          groupCertainty: group?.certainty,
        }),
      );
    return { id, records };
  }),
);

const dimension = fc.constantFrom(
  { by: 'violation.type' },
  { by: 'violation.type', fine: true as const },
  { by: 'person.populations' },
  { by: 'person.ageBand' },
  { by: 'perpetrator.type' },
  { by: 'case.channel' },
  { by: 'case.outcome' },
  { by: 'place' },
  { by: 'place', fine: true as const },
  { by: 'month' },
  { by: 'year' },
);

export const inventedQuestion: fc.Arbitrary<Question> = fc.record({
  unit: fc.constantFrom('cases', 'persons', 'victims', 'acts'),
  by: fc.uniqueArray(dimension, { maxLength: 3, selector: ({ by }) => by }),
  basis: fc.constantFrom(...BASES),
  who: fc.constantFrom(...WHO),
  dated: fc.constantFrom(...RULES),
  from: fc.constantFrom(null, '2026-01-01', '2026-02-01'),
  to: fc.constantFrom(null, '2026-02-28', '2026-03-31'),
  placed: fc.constantFrom(...RULES),
  area: fc.constantFrom(null, null, 'az-baku', 'az-r-absheron-khizi'),
  only: fc.constantFrom(
    null,
    null,
    { by: 'violation.type', code: 'health' },
    { by: 'violation.type', code: 'extortion' },
    { by: 'person.populations', code: 'sex-work' },
    { by: 'case.channel', code: 'hotline' },
    { by: 'perpetrator.type', code: 'police' },
  ),
});
