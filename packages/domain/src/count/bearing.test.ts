import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainRecord } from '../plain-record.ts';
import { type About, actsAbout, bearingCases } from './bearing.ts';
import { Facts } from './facts.ts';
import { narrowOf } from './narrow.ts';

interface Told {
  type: string;
  area?: string;
  day?: string;
  /** Of the victims; absent: nobody is named. */
  people?: readonly string[];
}
interface Case {
  acts: readonly Told[];
  area?: string;
  /** Of the client. */
  people?: readonly string[];
}
const stamp = { by: 'a', at: 1 };
const record = (kind: string, id: string, fields: Record<string, unknown>): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  created: stamp,
  updated: stamp,
});
const placed = (area: string | undefined) => (area === undefined ? undefined : { area });
const recordsOf = (id: string, { acts, area, people }: Case): PlainRecord[] => [
  record('case', id, { area: placed(area) }),
  record('person', `${id}-client`, { role: 'client', populations: people }),
  ...acts.flatMap((act, n) => [
    ...(act.people === undefined
      ? []
      : [record('person', `${id}-p${n}`, { role: 'other', populations: act.people })]),
    record('violation', `${id}-v${n}`, {
      type: act.type,
      area: placed(act.area),
      date: act.day === undefined ? undefined : { day: act.day },
      victims: act.people === undefined ? undefined : [`${id}-p${n}`],
    }),
  ]),
];
const factsOf = (cases: readonly Case[]): Facts => {
  const facts = new Facts();
  for (const [at, each] of cases.entries()) {
    const narrow = narrowOf(`c${at}`, recordsOf(`c${at}`, each));
    if (narrow !== null) facts.put(`c${at}`, narrow);
  }
  return facts;
};

/** As somebody reads it who goes through the cases one by one. */
const PARENTS: Readonly<Record<string, string>> = { extortion: 'liberty', evicted: 'housing' };
const BAKU = ['az-baku', 'az-baku-nasimi'];
function isSo({ acts, people, area, since }: About, act: Told, of: Case): boolean {
  const isType = acts.length === 0 || acts.includes(act.type) || acts.includes(PARENTS[act.type] ?? '');
  const where = act.area ?? of.area;
  const isHere =
    area === null || (where !== undefined && (area === 'az-baku' ? BAKU.includes(where) : where === area));
  const who = act.people ?? of.people ?? [];
  const isWho = people.length === 0 || who.some((each) => people.includes(each));
  return isType && isHere && isWho && (since === null || (act.day !== undefined && act.day >= since));
}

const NOTHING: About = { acts: [], people: [], area: null, since: null };

describe('cases that may bear on a commitment', () => {
  it('are those in which a plain reader finds an act that it is about, and none without saying what that is', () => {
    const groups = fc.uniqueArray(fc.constantFrom('sex-work', 'uses-drugs'), { maxLength: 2 });
    const area = fc.constantFrom('az-baku', 'az-baku-nasimi', 'az-ganja');
    const act = fc.record(
      {
        type: fc.constantFrom('extortion', 'evicted'),
        area,
        day: fc.constantFrom('2026-01-05', '2026-03-05', '2026-06-05'),
        people: groups,
      },
      { requiredKeys: ['type'] },
    );
    const oneCase = fc.record(
      { acts: fc.array(act, { maxLength: 3 }), area, people: groups },
      { requiredKeys: ['acts'] },
    );
    const about = fc.record({
      acts: fc.uniqueArray(fc.constantFrom('liberty', 'extortion', 'housing'), { maxLength: 2 }),
      people: groups,
      area: fc.option(fc.constantFrom('az-baku', 'az-ganja'), { nil: null }),
      since: fc.option(fc.constantFrom('2026-03-01', '2026-03-05'), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(oneCase, { maxLength: 6 }), about, (cases, asked) => {
        const isAsked = asked.acts.length + asked.people.length > 0 || asked.area !== null;
        const plain = cases.flatMap((each, at) => {
          const acts = each.acts.flatMap((one, n) =>
            isAsked && isSo(asked, one, each) ? [`c${at}-v${n}`] : [],
          );
          expect(actsAbout(`c${at}`, recordsOf(`c${at}`, each), asked)).toEqual(acts);
          return acts.length === 0 ? [] : [[`c${at}`, acts.length] as const];
        });
        const found = bearingCases(factsOf(cases), asked, new Set(), 100);
        expect(new Map(found.cases.map((one) => [one.case, one.acts]))).toEqual(new Map(plain));
        expect(found.more).toBe(0);
        const days = found.cases.map(({ last }) => last ?? '');
        expect(days).toEqual([...days].sort().reverse());
      }),
      { numRuns: 400 },
    );
  });

  it('are not asked of again once somebody said so, and as many as fit, with how many more', () => {
    const facts = factsOf(
      ['03', '02', '01'].map((day) => ({ acts: [{ type: 'evicted', day: `2026-01-${day}` }] })),
    );
    const about = { ...NOTHING, acts: ['housing'] };
    expect(bearingCases(facts, about, new Set(['c0']), 1)).toEqual({
      cases: [{ case: 'c1', acts: 1, last: '2026-01-02' }],
      more: 1,
    });
    expect(bearingCases(facts, { ...NOTHING, since: '2026-01-01' }, new Set(), 9).cases).toEqual([]);
  });
});
