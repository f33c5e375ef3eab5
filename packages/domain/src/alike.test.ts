import { describe, expect, it } from 'vitest';
import { alike, HINTED, type Known, LIKELY, type NameAlike, peopleIn } from './alike.ts';

const numbers = (text: string): string[] => text.match(/\d{7}/g) ?? [];
const record = (id: string, kind: string, fields: Record<string, unknown>, deleted = false) => ({
  id,
  kind,
  fields,
  deleted,
});
const CASE = {
  opened: { day: '2026-03-02' },
  area: { area: 'az-ganja' },
  oldNumber: ' 17/26 ',
  alias: 'Lalə',
};
const known = (fields: Partial<Known>): Known => ({
  record: 'x',
  role: 'client',
  name: 'Leyla',
  born: null,
  area: '',
  acts: [],
  telephones: [],
  number: '',
  apart: [],
  ...fields,
});
const points = (a: Partial<Known>, b: Partial<Known>, names: NameAlike): number =>
  alike(known(a), known(b), names).points;

describe('people of a case', () => {
  it('are known by name, age in the year of the case, place, days, telephone and old number', () => {
    const [client, child] = peopleIn(
      'c',
      [
        record('c', 'case', CASE),
        record('p', 'person', { role: 'client', ageBand: '25-34', safeContact: 'WhatsApp 5012345' }),
        record('k', 'person', { role: 'dependant', alias: 'Nur', birthYear: 2019 }),
        record('v', 'violation', { type: 'evicted', date: { day: '2026-02-27' }, victims: ['p'] }),
        record('w', 'violation', { type: 'threat', date: { day: '2026-02' } }),
        record('x', 'violation', { type: 'threat', date: { day: '2026-01-01' } }, true),
      ],
      numbers,
    );
    expect(client).toEqual({
      record: 'p',
      role: 'client',
      name: 'Lalə',
      born: [1992, 2001],
      area: 'az-ganja',
      acts: [['2026-02-27', 'evicted']],
      telephones: ['5012345'],
      number: '17/26',
      apart: [],
    });
    expect(child).toMatchObject({ name: 'Nur', born: [2019, 2019], acts: [], number: '' });
  });

  it('are none where the case was joined with another, or was deleted, or is none', () => {
    const person = record('p', 'person', { role: 'client', alias: 'Lalə' });
    for (const head of [
      record('c', 'case', { ...CASE, joinedInto: 'd' }),
      record('c', 'case', CASE, true),
      record('c', 'provider', { name: 'Lalə' }),
    ])
      expect(peopleIn('c', [head, person], numbers)).toEqual([]);
    expect(peopleIn('c', [person], numbers)).toEqual([]);
  });
});

describe('two people', () => {
  it.each([
    ['a telephone alone', { telephones: ['5012345'] }, { telephones: ['5012345'] }, 'other'],
    ['an old number alone', { number: 'A-7' }, { number: 'a-7' }, 'unknown'],
    ['a whole name', {}, {}, 'full'],
    ['the one name that is known, and an age', { born: [1992, 2001] }, { born: [1992, 2001] }, 'same'],
    ['the one name that is known, and a town', { area: 'az-ganja' }, { area: 'az-ganja' }, 'same'],
    [
      'a name, a birth year and a town',
      { born: [1990, 1990], area: 'az-ganja' },
      { born: [1990, 1990], area: 'az-ganja' },
      'part',
    ],
    [
      'a name, an age, a town and a day',
      { born: [1990, 1999], area: 'az-ganja', acts: [['2026-02-27', 'evicted']] },
      { born: [1992, 2001], area: 'az-ganja', acts: [['2026-02-27', 'threat']] },
      'part',
    ],
  ] as [string, Partial<Known>, Partial<Known>, NameAlike][])('are likely one by %s', (_, a, b, names) => {
    expect(points(a, b, names)).toBeGreaterThanOrEqual(LIKELY);
  });

  it.each([
    ['a first name', {}, {}, 'part'],
    ['the one name that is known, alone', {}, {}, 'same'],
    [
      'the one name that is known, of a child and a woman',
      { born: [2015, 2015] },
      { born: [1980, 1980] },
      'same',
    ],
    ['a whole name of a child and of an old woman', { born: [2015, 2015] }, { born: [1950, 1950] }, 'full'],
    [
      'a family’s telephone',
      { telephones: ['5012345'], born: [2015, 2015] },
      { telephones: ['5012345'], born: [1980, 1980] },
      'other',
    ],
    [
      'one night of raids',
      { born: [1990, 1999], area: 'az-baku', acts: [['2026-02-27', 'police-raid']] },
      { born: [1990, 1999], area: 'az-baku', acts: [['2026-02-27', 'police-raid']] },
      'other',
    ],
  ] as [string, Partial<Known>, Partial<Known>, NameAlike][])('are not by %s', (_, a, b, names) => {
    expect(points(a, b, names)).toBeLessThan(LIKELY);
  });

  it('are hinted at while typing by the one name that both are known by', () => {
    expect(points({}, {}, 'same')).toBeGreaterThanOrEqual(HINTED);
    expect(points({ born: [2015, 2015] }, { born: [1980, 1980] }, 'same')).toBeLessThan(HINTED);
  });

  it('are hinted at while typing by a first name with age and place, and not by less', () => {
    const here = { born: [1990, 1999] as [number, number], area: 'az-ganja' };
    expect(points(here, here, 'part')).toBeGreaterThanOrEqual(HINTED);
    expect(points({ born: here.born }, here, 'part')).toBeLessThan(HINTED);
  });

  it('weigh the same from both sides, and a year’s error contradicts nothing', () => {
    const a = known({ born: [1990, 1990], area: 'az-ganja', telephones: ['1'] });
    const b = known({ born: [1991, 1991], area: 'az-baku' });
    expect(alike(a, b, 'close').points).toBe(alike(b, a, 'close').points);
    expect(alike(a, b, 'close').reasons).toEqual(['name-close', 'age', 'other-place']);
  });
});
