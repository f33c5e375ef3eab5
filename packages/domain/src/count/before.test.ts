/**
 * What is taken from several figures together: whoever has all that was ever given, and knows what each number is of, finds no small
 * number by taking one from another, or its parts from a whole.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../day.ts';
import { areaWithAncestors } from '../packs/index.ts';
import { isSmall } from '../disclosure/index.ts';
import {
  type Count,
  type Dimension,
  give,
  Given,
  PLAIN_QUESTION,
  type Question,
  SaidBefore,
} from './index.ts';

const DAY = '2026-06-30';
const LAST_DAYS = [31, 28, 31, 30];
const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04'];
/** Regions, of each a few districts. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'az-r-absheron-khizi': ['az-absheron', 'az-khizi'],
  'az-r-shaki-zagatala': ['az-gakh', 'az-zagatala'],
};
const REGIONS = Object.keys(PLACES);
const DISTRICTS = Object.values(PLACES).flat();
const CHANNELS = ['outreach', 'hotline', 'media'];
const regionOf = (district: string): string =>
  areaWithAncestors(district).find((area) => area.startsWith('az-r-')) ?? '';

interface Case {
  readonly month: string;
  readonly district: string;
  readonly channel: string;
}
const atoms = (
  months: readonly string[],
  districts: readonly string[],
  channels: readonly string[],
): Case[] =>
  months.flatMap((month) =>
    districts.flatMap((district) => channels.map((channel) => ({ month, district, channel }))),
  );
/** Every case that could be told from another by what is asked here. */
const FOUND = atoms(MONTHS, DISTRICTS, CHANNELS);
/** With those that could be elsewhere: all four months are not all times. */
const ATOMS = atoms(
  ['2025-12', ...MONTHS, '2026-05'],
  [...DISTRICTS, 'az-sumgayit', 'az-oghuz', 'az-barda'],
  [...CHANNELS, 'letter'],
);

const BY = {
  month: ({ month }: Case) => month,
  place: ({ district }: Case) => regionOf(district),
  district: ({ district }: Case) => district,
  'case.channel': ({ channel }: Case) => channel,
} as const;
type By = keyof typeof BY;
const sideOf = (by: By): Dimension => (by === 'district' ? { by: 'place', fine: true } : { by });
const byOf = ({ by, fine }: Dimension): By => (by === 'place' && fine === true ? 'district' : (by as By));

/** A plain reading of a question, apart from the program's own. */
function isMeant(each: Case, { from, to, area, only }: Question): boolean {
  if (from !== null && each.month < from.slice(0, 7)) return false;
  if (to !== null && each.month > to.slice(0, 7)) return false;
  if (area !== null && each.district !== area && regionOf(each.district) !== area) return false;
  return only === null || each.channel === only.code;
}

const rowsBy = (by: By): readonly string[] =>
  ({ month: MONTHS, place: REGIONS, district: DISTRICTS, 'case.channel': CHANNELS })[by];

function counted(cases: readonly Case[], question: Question): Count {
  const found = cases.filter((each) => isMeant(each, question));
  const by = question.by.map(byOf);
  const sides = by.map((each) => rowsBy(each).filter((row) => found.some((one) => BY[each](one) === row)));
  let cells = [found];
  for (const [at, rows] of sides.entries())
    cells = cells.flatMap((cell) => rows.map((row) => cell.filter((one) => BY[by[at] as By](one) === row)));
  const numbers = cells.map(({ length }) => length);
  return {
    question,
    sides,
    cells: numbers,
    most: numbers,
    all: { low: found.length, high: found.length },
    overlaps: false,
    perhaps: 0,
    undated: 0,
    withheld: 0,
  };
}

/** What anybody can read off: each number, and of which of `ATOMS` it is. */
function readOff(given: Given): { of: ReadonlySet<Case>; count: number }[] {
  const { question, tables, all } = given;
  const read: { of: ReadonlySet<Case>; count: number }[] = [];
  const note = (count: number | null, names: readonly (string | null)[]): void => {
    if (count === null) return;
    const of = ATOMS.filter(
      (atom) =>
        isMeant(atom, question) &&
        names.every((name, at) => name === null || BY[byOf(question.by[at] as Dimension)](atom) === name),
    );
    read.push({ of: new Set(of), count });
  };
  note(all.low, []);
  for (const { rows, columns, cells, rowSums, columnSums } of tables) {
    for (const [row, name] of rows.entries()) {
      for (const [column, named] of columns.entries())
        note(cells[row]?.[column] ?? null, question.by.length === 1 ? [name] : [name, named]);
      note(rowSums[row] ?? null, [name, null]);
    }
    for (const [column, name] of columns.entries()) note(columnSums[column] ?? null, [null, name]);
  }
  return read;
}

const within = <T>(inner: ReadonlySet<T>, outer: ReadonlySet<T>): boolean =>
  [...inner].every((each) => outer.has(each));
const apart = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => [...a].every((each) => !b.has(each));

/** Of a set of cases what it says of each thing alone. */
const sidesOf = (of: ReadonlySet<Case>): string[] =>
  (['month', 'district', 'case.channel'] as const).map((by) =>
    [...new Set([...of].map(BY[by]))].sort().join(),
  );
/** Two sets differ in one thing alone. */
const alongOne = (a: ReadonlySet<Case>, b: ReadonlySet<Case>): number => {
  const [left, right] = [sidesOf(a), sidesOf(b)];
  const differing = left.flatMap((side, at) => (side === right[at] ? [] : [at]));
  return differing.length === 1 ? (differing[0] ?? -1) : -1;
};

const question: fc.Arbitrary<Question> = fc
  .record({
    months: fc.option(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }))),
    area: fc.option(fc.constantFrom(...REGIONS, ...DISTRICTS)),
    only: fc.option(fc.constantFrom(...CHANNELS)),
    by: fc.uniqueArray(fc.constantFrom<By>('month', 'place', 'district', 'case.channel'), {
      maxLength: 2,
      selector: (by) => sideOf(by).by,
    }),
  })
  .map(({ months, area, only, by }) => {
    const [first, last] = months === null ? [null, null] : [Math.min(...months), Math.max(...months)];
    return {
      ...PLAIN_QUESTION,
      by: by
        // Within a region its districts are meant.
        .map((each) => (each === 'place' && area !== null ? 'district' : each))
        .map(sideOf),
      from: first === null ? null : `${MONTHS[first]}-01`,
      to: last === null ? null : `${MONTHS[last]}-${LAST_DAYS[last]}`,
      area,
      only: only === null ? null : { by: 'case.channel', code: only },
    };
  });
/** A few that are many, and some that are few: what could be told of. */
const cases = fc
  .array(
    fc.tuple(
      fc.constantFrom(...FOUND),
      fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 12 })),
    ),
    { minLength: 2, maxLength: 9 },
  )
  .map((groups) => groups.flatMap(([atom, size]) => Array.from({ length: size }, () => atom)));
/** One after the other, each differing from an earlier one in one thing: who looks for a difference asks like that. */
const questions = fc
  .tuple(
    question,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('time', 'area', 'only', 'by'), question), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([first, turns]) => {
    const asked = [first];
    for (const [from, what, other] of turns) {
      const before = asked[from % asked.length] as Question;
      asked.push({
        ...before,
        ...(what === 'time' ? { from: other.from, to: other.to } : {}),
        ...(what === 'area' && before.by.every(({ by }) => by !== 'place') ? { area: other.area } : {}),
        ...(what === 'only' ? { only: other.only } : {}),
        ...(what === 'by' && before.area === other.area ? { by: other.by } : {}),
      });
    }
    return asked;
  });

/** Gives what the gate gives, one after the other. */
function allGiven(found: readonly Case[], asked: readonly Question[]): Given[] {
  const given: Given[] = [];
  for (const each of asked) {
    const one = give(counted(found, each), DAY, new SaidBefore(given));
    if (one instanceof Given) given.push(one);
  }
  return given;
}

it('is asked of areas that there are', () => {
  for (const [region, districts] of Object.entries(PLACES))
    for (const district of districts) expect(regionOf(district)).toBe(region);
});

describe('whoever keeps everything that was ever given', () => {
  it('finds no small number by taking one from another that holds it', () => {
    fc.assert(
      fc.property(cases, questions, (found, asked) => {
        const known = allGiven(found, asked).flatMap(readOff);
        for (const outer of known)
          for (const inner of known)
            if (within(inner.of, outer.of)) expect(isSmall(outer.count - inner.count)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('finds none by taking two parts from a whole', () => {
    fc.assert(
      fc.property(cases, questions, (found, asked) => {
        const known = allGiven(found, asked).flatMap(readOff);
        for (const whole of known) {
          const parts = known
            .map((part) => ({ ...part, along: alongOne(part.of, whole.of) }))
            .filter(({ of, along }) => along >= 0 && within(of, whole.of));
          for (const a of parts)
            for (const b of parts)
              if (a.along === b.along && apart(a.of, b.of))
                expect(isSmall(whole.count - a.count - b.count)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  const of = (count: number, month = MONTHS[0] ?? ''): Case[] =>
    Array.from({ length: count }, () => ({ month, district: 'az-gakh', channel: 'media' }));
  const plain = PLAIN_QUESTION;
  const march = { ...plain, from: '2026-03-01', to: '2026-03-31' };
  const spring = { ...plain, from: '2026-03-01', to: '2026-04-30' };

  it('is not told how few came since, by the same question asked twice', () => {
    const first = allGiven(of(18), [plain]);
    expect(give(counted(of(19), plain), DAY, new SaidBefore(first))).toBe('with-before');
    expect(give(counted(of(16), plain), DAY, new SaidBefore(first))).toBe('with-before');
    // Nothing new, or enough of it, is said.
    for (const count of [18, 23])
      expect(give(counted(of(count), plain), DAY, new SaidBefore(first))).toBeInstanceOf(Given);
  });

  it('is not told how few came since of those who are not counted, nor beyond those who are surely known', () => {
    const asked = { ...counted(of(20), march), all: { low: 20, high: 27 } };
    const first = { ...asked, perhaps: 6, undated: 7, withheld: 8 };
    const before = new SaidBefore([give(first, DAY, new SaidBefore([])) as Given]);
    const then = give({ ...first, withheld: 9, perhaps: 5, undated: 12 }, DAY, before);
    if (!(then instanceof Given)) throw new Error(then);
    expect([then.withheld, then.perhaps, then.undated]).toEqual([null, null, 12]);
    const more = give({ ...first, all: { low: 20, high: 28 } }, DAY, before);
    expect(more instanceof Given && more.all).toEqual({ low: 20, high: null });
    // What has no day is the same of every time.
    const april = { ...first, question: { ...march, from: '2026-04-01', to: '2026-04-30' }, undated: 8 };
    const later = give(april, DAY, before);
    expect(later instanceof Given && later.undated).toBe(null);
  });

  it('is told nothing more where a program wrote down more times than can be looked through, and that is soon said', () => {
    const day = (n: number): string => addDays('2000-01-01', n);
    const flood = Array.from({ length: 4000 }, (_, n) => {
      const [from, days] = [(n * 7919) % 4000, (n * 104_729) % 4000];
      const asked = { ...plain, from: day(from), to: day(from + days) };
      const found = counted([], asked);
      return give({ ...found, all: { low: 10 * n, high: 10 * n } }, DAY, new SaidBefore([])) as Given;
    });
    const whole = { ...counted([], plain), all: { low: 500_000, high: 500_000 } };
    expect(give(whole, DAY, new SaidBefore(flood))).toBe('with-before');
  });

  it('is not told of April by March and both', () => {
    const found = [...of(20, '2026-03'), ...of(2, '2026-04')];
    const before = new SaidBefore(allGiven(found, [march]));
    expect(give(counted(found, spring), DAY, before)).toBe('with-before');
  });

  it('is not told of February by January with it, March with it, and each of the others', () => {
    const found = [...of(6, '2026-01'), ...of(5, '2026-02'), ...of(2, '2026-03'), ...of(7, '2026-04')];
    const between = (from: string, to: string): Question => ({
      ...plain,
      from: `2026-${from}`,
      to: `2026-${to}`,
    });
    const asked = [
      between('01-01', '04-30'),
      between('02-01', '03-31'),
      between('01-01', '01-31'),
      between('04-01', '04-30'),
    ];
    const before = allGiven(found, asked);
    expect(before).toHaveLength(4);
    // All is 20; with these 11 and the 7 of April, March would be 2.
    expect(give(counted(found, between('01-01', '02-28')), DAY, new SaidBefore(before))).toBe('with-before');
  });

  it('is not told what a table kept back, by asking for the other one that was kept back with it', () => {
    const found = [
      ...of(30),
      ...of(9).map((each) => ({ ...each, channel: 'hotline' })),
      ...of(2).map((each) => ({ ...each, channel: 'outreach' })),
    ];
    const table = { ...plain, by: [{ by: 'case.channel' }] };
    const before = allGiven(found, [table]);
    expect(before[0]?.tables[0]?.cells).toEqual([[null], [null], [30]]);
    const hotline = { ...plain, only: { by: 'case.channel', code: 'hotline' } };
    expect(give(counted(found, hotline), DAY, new SaidBefore(before))).toBe('with-before');
  });

  it('is given again what was given of a table that grew, and of the others what was kept back stays so', () => {
    const by = (channel: string, count: number): Case[] => of(count).map((each) => ({ ...each, channel }));
    const table = { ...plain, by: [{ by: 'case.channel' }] };
    const first = [...by('outreach', 3), ...by('hotline', 6), ...by('media', 9)];
    const before = allGiven(first, [table]);
    expect(before[0]?.tables[0]?.cells).toEqual([[null], [null], [9]]);
    // Alone, 11 could be shown and 9 kept back; 9 is known.
    const second = give(counted([...first, ...by('hotline', 5)], table), DAY, new SaidBefore(before));
    if (!(second instanceof Given)) throw new Error(second);
    expect([second.all.low, second.tables[0]?.cells]).toEqual([23, [[null], [null], [9]]]);
  });

  it('is given the rest of a table of which one number would tell', () => {
    const [gakh, absheron, khizi] = ['az-gakh', 'az-absheron', 'az-khizi'];
    const found = [
      ...of(12),
      ...of(2).map((each) => ({ ...each, channel: 'outreach' })),
      ...of(20).map((each) => ({ ...each, district: absheron })),
      ...of(30).map((each) => ({ ...each, district: khizi })),
    ];
    const media = { ...plain, area: gakh, only: { by: 'case.channel', code: 'media' } };
    const table = { ...plain, by: [{ by: 'place', fine: true as const }] };
    const second = give(counted(found, table), DAY, new SaidBefore(allGiven(found, [media])));
    if (!(second instanceof Given)) throw new Error(second);
    // All of Gakh less its 12 by the media would be two: it is kept back, and another with it.
    expect(second.tables[0]?.cells).toEqual([[null], [30], [null]]);
  });
});
