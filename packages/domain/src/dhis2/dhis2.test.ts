import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count } from '../count/count.ts';
import { Facts } from '../count/facts.ts';
import { give, Given } from '../count/give.ts';
import { SaidBefore } from '../count/before.ts';
import { narrowOf } from '../count/narrow.ts';
import { PLAIN_QUESTION, type Question } from '../count/question.ts';
import type { PlainRecord } from '../plain-record.ts';
import { type Mapping, readMapping } from './mapping.ts';
import { dryRun, valuesIn, writeValueSet } from './value-set.ts';

const TODAY = '2026-04-08';
const stamp = { by: 'a', at: 1 };
const record = (kind: string, id: string, fields: Record<string, unknown>): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields,
  created: stamp,
  updated: stamp,
});

/** So many cases of one client who agreed, of a kind of act, a place and a month. */
function factsOf(told: readonly (readonly [n: number, type: string, area: string, day: string])[]): Facts {
  const facts = new Facts();
  for (const [at, [n, type, area, day]] of told.entries())
    for (let i = 0; i < n; i += 1) {
      const id = `${at}-${i}`;
      const narrow = narrowOf(id, [
        record('case', id, { opened: { day }, area: { area } }),
        record('person', `${id}p`, { role: 'client' }),
        record('consent', `${id}c`, { of: `${id}p`, to: 'statistics', decision: 'yes' }),
        record('violation', `${id}v`, { type, victims: [`${id}p`] }),
      ]);
      if (narrow !== null) facts.put(id, narrow);
    }
  return facts;
}

function givenOf(facts: Facts, question: Partial<Question>, day = TODAY): Given {
  const counted = count(facts, { ...PLAIN_QUESTION, ...question }, day);
  const given = counted === null ? null : give(counted, day, new SaidBefore([]));
  if (!(given instanceof Given)) throw new Error(String(given));
  return given;
}

const UID = (n: number): string => `a${String(n).padStart(10, '0')}`;
const file = (more: Record<string, unknown> = {}) => ({
  dataElements: [
    {
      unit: 'cases',
      group: { 'violation.type': 'extortion' },
      dataElement: UID(1),
      categoryOptionCombo: UID(2),
    },
    {
      unit: 'cases',
      group: { 'violation.type': 'evicted' },
      dataElement: UID(1),
      categoryOptionCombo: UID(3),
    },
    { unit: 'cases', dataElement: UID(4) },
  ],
  orgUnits: [
    { place: 'az-ganja', orgUnit: UID(10) },
    { place: 'az-baku', orgUnit: UID(11) },
    { orgUnit: UID(12) },
  ],
  ...more,
});
const mapping = (): Mapping => {
  const { mapping: read } = readMapping(JSON.stringify(file()));
  if (read === null) throw new Error('the mapping is not read');
  return read;
};
const FACTS = factsOf([
  [8, 'extortion', 'az-ganja', '2026-03-03'],
  [6, 'evicted', 'az-ganja', '2026-03-04'],
  [9, 'evicted', 'az-baku', '2026-03-05'],
  [7, 'extortion', 'az-baku', '2026-03-05'],
  [6, 'expelled', 'az-shaki', '2026-03-05'],
]);
const WITH_FEW = factsOf([
  [8, 'extortion', 'az-ganja', '2026-03-03'],
  [9, 'evicted', 'az-ganja', '2026-03-05'],
  [2, 'expelled', 'az-ganja', '2026-03-05'],
]);
const TYPE = { by: 'violation.type', fine: true } as const;
const MARCH = { from: '2026-03-01', to: '2026-03-31' };

describe('a mapping', () => {
  it('is read whole, or not at all with each row that is wrong and why', () => {
    expect(readMapping(JSON.stringify(file())).faults).toEqual([]);
    const wrong = file({
      dataElements: [
        { unit: 'people', dataElement: UID(1) },
        { unit: 'cases', group: { 'violation.type': 'no-such-code' }, dataElement: UID(1) },
        { unit: 'cases', group: { 'person.alias': 'x' }, dataElement: UID(1) },
        { unit: 'cases', dataElement: 'too-short' },
        { unit: 'cases', dataElement: UID(1) },
        { unit: 'cases', group: {}, dataElement: UID(2) },
        'text',
      ],
      orgUnits: [{ place: 'az-nowhere', orgUnit: UID(1) }, { place: 'az-baku' }],
    });
    const { mapping: read, faults } = readMapping(JSON.stringify(wrong));
    expect(read).toBeNull();
    expect(faults.map(({ list, row, fault }) => `${list} ${row} ${fault}`)).toEqual([
      'dataElements 1 unit',
      'dataElements 2 group',
      'dataElements 3 group',
      'dataElements 4 uid',
      'dataElements 6 twice',
      'dataElements 7 no-row',
      'orgUnits 1 place',
      'orgUnits 2 uid',
    ]);
    expect(readMapping('{').faults).toMatchObject([{ fault: 'not-json' }]);
    expect(readMapping('[]').faults).toMatchObject([{ fault: 'no-list' }]);
    expect(readMapping('{}').faults).toMatchObject([{ fault: 'no-list' }, { fault: 'no-list' }]);
  });

  it('of any text ends in a mapping or in faults, never in both', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { mapping: read, faults } = readMapping(text);
        expect(read === null).toBe(faults.length > 0);
      }),
    );
  });
});

describe('what a figure becomes in DHIS2', () => {
  it('is a value for each number that is mapped, in the shape that it takes, and a reason for each other', () => {
    const given = givenOf(FACTS, { ...MARCH, by: [{ by: 'month' }, { by: 'place', fine: true }, TYPE] });
    const lines = dryRun(given, mapping());
    expect(JSON.parse(writeValueSet(given, mapping()))).toEqual({
      dataValues: expect.arrayContaining([
        { dataElement: UID(1), period: '202603', orgUnit: UID(10), categoryOptionCombo: UID(2), value: '8' },
        { dataElement: UID(1), period: '202603', orgUnit: UID(11), categoryOptionCombo: UID(3), value: '9' },
      ]),
    });
    const unmapped = lines.filter(({ names }) => names[1] === 'az-shaki').map(({ value }) => value);
    expect(new Set(unmapped)).toEqual(new Set(['no-org-unit', 'no-data-element']));
    const few = dryRun(givenOf(WITH_FEW, { ...MARCH, by: [TYPE], area: 'az-ganja' }), mapping());
    expect(few.find(({ names }) => names[0] === 'expelled')?.value).toBe('kept-back');
    // Nor the one by which it could be reckoned.
    expect(few.filter(({ value }) => value === 'kept-back')).toHaveLength(2);
  });

  it('takes month, place and group from the question where no side says them', () => {
    const only = { by: 'violation.type', code: 'extortion' };
    const given = givenOf(FACTS, { ...MARCH, area: 'az-ganja', only });
    expect(valuesIn(dryRun(given, mapping()))).toEqual([
      { dataElement: UID(1), period: '202603', orgUnit: UID(10), categoryOptionCombo: UID(2), value: '8' },
    ]);
    const year = { from: '2026-01-01', to: '2026-12-31' };
    expect(valuesIn(dryRun(givenOf(FACTS, year, '2027-01-01'), mapping()))).toEqual([
      { dataElement: UID(4), period: '2026', orgUnit: UID(12), value: '36' },
    ]);
    expect(dryRun(givenOf(FACTS, { from: '2026-03-02', to: '2026-03-31' }), mapping())).toMatchObject([
      { value: 'no-period' },
    ]);
    expect(dryRun(givenOf(FACTS, { ...MARCH, unit: 'acts' }), mapping())).toMatchObject([
      { value: 'no-data-element' },
    ]);
    expect(dryRun(givenOf(FACTS, MARCH), { ...mapping(), orgUnits: [] })).toMatchObject([
      { value: 'no-org-unit' },
    ]);
  });

  it('is none of a month or year that is not over or was asked for in part: there it would stand for the whole', () => {
    const year = { from: '2026-01-01', to: '2026-12-31' };
    expect(dryRun(givenOf(FACTS, year, '2026-12-31'), mapping())).toMatchObject([{ value: 'not-whole' }]);
    expect(dryRun(givenOf(FACTS, MARCH, '2026-03-31'), mapping())).toMatchObject([{ value: 'not-whole' }]);
    const monthly = (from: string) => givenOf(FACTS, { ...MARCH, from, by: [{ by: 'month' }] });
    expect(dryRun(monthly('2026-03-02'), mapping())).toMatchObject([
      { names: ['2026-03'], value: 'not-whole' },
    ]);
    expect(valuesIn(dryRun(monthly('2026-03-01'), mapping()))).toHaveLength(1);
  });

  it('is none of two numbers that would take each other’s place', () => {
    const both = {
      ...mapping(),
      orgUnits: [
        { place: 'az-ganja', orgUnit: UID(10) },
        { place: 'az-baku', orgUnit: UID(10) },
      ],
    };
    const given = givenOf(FACTS, { ...MARCH, by: [{ by: 'place', fine: true }] });
    const lines = dryRun(given, both).filter(
      ({ names }) => names[0] === 'az-ganja' || names[0] === 'az-baku',
    );
    expect(lines.map(({ value }) => value)).toEqual(['twice', 'twice']);
  });

  it('says no number from 1 to 4, whatever was counted', () => {
    const some = fc.array(
      fc.tuple(
        fc.nat(9),
        fc.constantFrom('extortion', 'evicted'),
        fc.constantFrom('az-ganja', 'az-baku'),
        fc.constant('2026-03-05'),
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(some, fc.boolean(), (told, isWide) => {
        const counted = count(
          factsOf(told),
          {
            ...PLAIN_QUESTION,
            ...MARCH,
            by: isWide ? [{ by: 'place', fine: true }, TYPE] : [TYPE],
          },
          TODAY,
        );
        const given = counted === null ? null : give(counted, TODAY, new SaidBefore([]));
        if (!(given instanceof Given)) return;
        for (const { value } of valuesIn(dryRun(given, mapping())))
          expect(value).toMatch(/^(0|[5-9]|\d{2,})$/);
      }),
      { numRuns: 100 },
    );
  });
});
