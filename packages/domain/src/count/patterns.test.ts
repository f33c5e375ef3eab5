import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayNumbered } from '../day.ts';
import type { PlainRecord } from '../plain-record.ts';
import { Facts } from './facts.ts';
import { foldedWords } from './folded-words.ts';
import { narrowOf } from './narrow.ts';
import {
  actsMeant,
  FEWEST_ACTS,
  FEWEST_CASES,
  suggestPatterns,
  type Suggestion,
  WITHIN_DAYS,
} from './patterns.ts';

interface Told {
  unit?: string;
  by?: string;
  area?: string;
  type?: string;
  day?: string;
  caseArea?: string;
}
const TODAY = dayNumber('2026-11-30');
const stamp = { by: 'a', at: 1 };
const record = (kind: string, id: string, fields: Record<string, unknown>): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields,
  created: stamp,
  updated: stamp,
});

/** A case with these acts. */
const aCase = (id: string, acts: readonly Told[], into?: string): [string, PlainRecord[]] => [
  id,
  [
    record('case', id, {
      ...(into === undefined ? {} : { joinedInto: into }),
      ...placeOf(acts[0]?.caseArea),
    }),
    ...acts.flatMap(({ unit, by = 'police', area, type, day }, at) => [
      record('perpetrator', `${id}-p${at}`, { type: by, ...(unit === undefined ? {} : { unit }) }),
      record('violation', `${id}-v${at}`, {
        ...(type === undefined ? {} : { type }),
        ...placeOf(area),
        ...(day === undefined ? {} : { date: { day } }),
        perpetrators: [`${id}-p${at}`],
      }),
    ]),
  ],
];
const placeOf = (area: string | undefined): Record<string, unknown> =>
  area === undefined ? {} : { area: { area } };

function factsOf(cases: readonly [string, PlainRecord[]][]): Facts {
  const facts = new Facts();
  for (const [id, records] of cases) {
    const narrow = narrowOf(id, records);
    if (narrow !== null) facts.put(id, narrow);
  }
  return facts;
}
const suggested = (cases: readonly [string, PlainRecord[]][], gathered: ReadonlySet<string>[] = []) =>
  suggestPatterns(factsOf(cases), TODAY, gathered).suggestions;

const extortion = (day: string, more: Told = {}): Told => ({
  unit: '22nd police department',
  area: 'az-ganja',
  type: 'extortion',
  day,
  ...more,
});

describe('a suggested pattern', () => {
  it('says what its acts share, in how many cases, and over which days', () => {
    const cases = [
      aCase('a', [extortion('2026-10-01')]),
      aCase('b', [extortion('2026-10-20', { unit: '22ND  Police-Department' })]),
      aCase('c', [extortion('2026-11-05')]),
      aCase('d', [extortion('2026-11-06', { unit: 'Another', area: 'az-baku' })]),
    ];
    const shared = { unit: '22nd police department', area: 'az-ganja', type: 'extortion', by: null };
    const [first, ...more] = suggested(cases);
    expect(first).toEqual({
      ...shared,
      acts: 3,
      cases: ['a', 'b', 'c'],
      from: '2026-10-01',
      to: '2026-11-05',
    });
    // Less of the same acts is no suggestion of its own.
    expect(more).toEqual([]);
  });

  it('is none of one case, of two acts, of acts too far apart, or of what nobody knows', () => {
    const days = ['2026-10-01', '2026-10-02', '2026-10-03'];
    expect(
      suggested([
        aCase(
          'a',
          days.map((day) => extortion(day)),
        ),
      ]),
    ).toEqual([]);
    expect(suggested(days.slice(1).map((day, at) => aCase(`c${at}`, [extortion(day)])))).toEqual([]);
    const apart = ['2026-01-01', '2026-05-01', '2026-10-01'];
    expect(suggested(apart.map((day, at) => aCase(`c${at}`, [extortion(day)])))).toEqual([]);
    const vague = { unit: ' – ', type: 'liberty-other', area: 'unknown' };
    expect(suggested(days.map((day, at) => aCase(`c${at}`, [extortion(day, vague)])))).toEqual([]);
    expect(suggested(['2026', '2026', '2026'].map((day, at) => aCase(`c${at}`, [extortion(day)])))).toEqual(
      [],
    );
  });

  it('is not asked again once it was gathered, until another case came in', () => {
    const cases = ['01', '02', '03'].map((day) => aCase(day, [extortion(`2026-10-${day}`)]));
    const gathered = [new Set(['01', '02', '03'])];
    expect(suggested(cases, gathered)).toEqual([]);
    expect(suggested([...cases, aCase('04', [extortion('2026-10-04')])], gathered)).toHaveLength(1);
  });

  it('knows nothing of a case that goes on in another one', () => {
    const cases = [aCase('a', [extortion('2026-10-01')]), aCase('b', [extortion('2026-10-01')], 'a')];
    expect(suggested([...cases, aCase('c', [extortion('2026-10-02')])])).toEqual([]);
  });

  it('takes the case’s place where the act says none, and without a unit wants place and method', () => {
    const told = { by: 'police', type: 'extortion', caseArea: 'az-ganja' };
    const cases = ['01', '02', '03'].map((day) => aCase(day, [{ ...told, day: `2026-10-${day}` }]));
    expect(suggested(cases)).toMatchObject([
      { unit: null, by: 'police', area: 'az-ganja', type: 'extortion' },
    ]);
    const elsewhere = aCase('03', [{ ...told, caseArea: 'az-baku', day: '2026-10-03' }]);
    expect(suggested([...cases.slice(0, 2), elsewhere])).toEqual([]);
  });

  it('of any cases is what a plain look through their records finds, and means those acts', () => {
    const act = fc.record(
      {
        unit: fc.constantFrom('A', 'B'),
        by: fc.constantFrom('police', 'court'),
        area: fc.constantFrom('az-ganja', 'az-baku', 'unknown'),
        type: fc.constantFrom('extortion', 'evicted'),
        day: fc.integer({ min: TODAY - 200, max: TODAY }).map(dayNumbered),
      },
      { requiredKeys: ['by'] },
    );
    fc.assert(
      fc.property(fc.array(fc.array(act, { maxLength: 4 }), { maxLength: 8 }), (told) => {
        const cases = told.map((acts, at) => aCase(`c${at}`, acts));
        const found = suggested(cases);
        for (const each of found) {
          const meant = cases.flatMap(([id, records]) =>
            actsMeant(id, records, each).map((v) => [id, v] as const),
          );
          const plain = told.flatMap((acts, at) =>
            acts.flatMap((one, n) => (isMeant(one, each) ? [[`c${at}`, `c${at}-v${n}`] as const] : [])),
          );
          expect(meant).toEqual(plain);
          expect(plain).toHaveLength(each.acts);
          expect(new Set(plain.map(([id]) => id))).toEqual(new Set(each.cases));
          expect(each.acts).toBeGreaterThanOrEqual(FEWEST_ACTS);
          expect(each.cases.length).toBeGreaterThanOrEqual(FEWEST_CASES);
          expect(dayNumber(each.to) - dayNumber(each.from)).toBeLessThan(WITHIN_DAYS);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const isMeant = ({ unit, by, area, type, day }: Told, asked: Suggestion): boolean =>
  day !== undefined &&
  day >= asked.from &&
  day <= asked.to &&
  (asked.unit === null || foldedWords(unit ?? '') === foldedWords(asked.unit)) &&
  (asked.by === null || by === asked.by) &&
  (asked.area === null || area === asked.area) &&
  (asked.type === null || type === asked.type);
