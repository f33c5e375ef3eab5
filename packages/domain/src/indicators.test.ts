import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Measured, movementOf, rangeOf, reaches, seriesOf, type Sheet } from './indicators.ts';

const sheet = (id: string, since: string, baseline: Sheet['baseline'] = null): Sheet => ({
  id,
  since: { day: since },
  aim: 'more',
  baseline,
});
const found = (of: string, day: string, least: number, most = least): Measured => ({
  id: `${of} ${day} ${least}`,
  sheet: of,
  date: { day },
  least,
  most,
  of: '',
});

describe('a series', () => {
  it('ends where the definition changes: no line joins two points of different sheets', () => {
    const sheets = [sheet('new', '2026'), sheet('old', '2024')];
    const measured = [found('new', '2026-03', 9), found('old', '2025-06', 4), found('old', '2024-12', 2)];
    const series = seriesOf(sheets, measured);
    expect(series.map(({ sheet: id, points }) => [id, points.map(({ least }) => least)])).toEqual([
      ['old', [2, 4]],
      ['new', [9]],
    ]);
  });

  it('is of one sheet and the same people, whatever was measured, and loses nothing', () => {
    const days = fc.integer({ min: 2000, max: 2030 }).map(String);
    const measured = fc.record({
      id: fc.uuid(),
      sheet: fc.constantFrom('a', 'b', 'c'),
      date: days.map((day) => ({ day })),
      least: fc.nat(),
      most: fc.nat(),
      of: fc.constantFrom('', 'women', 'men'),
    });
    fc.assert(
      fc.property(fc.array(measured), fc.array(days, { minLength: 3, maxLength: 3 }), (all, since) => {
        const sheets = ['a', 'b', 'c'].map((id, at) => sheet(id, since[at] ?? '2000'));
        const series = seriesOf(sheets, all);
        for (const { sheet: id, of, points } of series)
          for (const point of points) expect([point.sheet, point.of]).toEqual([id, of]);
        expect(series.flatMap(({ points }) => points)).toHaveLength(all.length);
      }),
    );
  });
});

describe('how a number moved', () => {
  const baseline = { least: 10, most: 12, date: { day: '2024' } };

  it('is not said without a baseline', () => {
    expect(movementOf(sheet('s', '2024'), [found('s', '2025', 90)])).toBe('no-baseline');
  });

  it('is not said by what was measured before the baseline or in its year', () => {
    const of = sheet('s', '2024', baseline);
    expect(movementOf(of, [found('s', '2023', 90), found('s', '2024-11', 90)])).toBe('not-measured');
  });

  it('is not said where the ranges of then and now overlap', () => {
    const of = sheet('s', '2024', baseline);
    expect(movementOf(of, [found('s', '2025', 12, 20)])).toBe('cannot-say');
    expect(movementOf(of, [found('s', '2025', 13, 20)])).toBe('towards');
    expect(movementOf({ ...of, aim: 'less' }, [found('s', '2025', 13, 20)])).toBe('away');
    expect(movementOf(of, [found('s', '2025', 3)])).toBe('away');
  });

  it('is not said by two numbers of one day that differ, nor by a number of some people alone', () => {
    const of = sheet('s', '2024', baseline);
    expect(movementOf(of, [found('s', '2025', 20), found('s', '2025', 30)])).toBe('not-measured');
    expect(movementOf(of, [{ ...found('s', '2025', 20), of: 'women' }])).toBe('not-measured');
  });

  it('is unchanged only where both are known exactly', () => {
    const exact = { least: 10, most: 10, date: { day: '2024' } };
    expect(movementOf(sheet('s', '2024', exact), [found('s', '2025', 10)])).toBe('unchanged');
    expect(movementOf(sheet('s', '2024', exact), [found('s', '2025', 10, 11)])).toBe('cannot-say');
  });
});

describe('a target', () => {
  it('is reached only by the whole of a range', () => {
    expect(reaches('more', 20, { least: 20, most: 25 })).toBe('yes');
    expect(reaches('more', 20, { least: 18, most: 25 })).toBe('cannot-say');
    expect(reaches('more', 20, { least: 3, most: 19 })).toBe('no');
    expect(reaches('less', 20, { least: 3, most: 20 })).toBe('yes');
  });

  it('is compared with a range whose ends were typed in either order', () => {
    expect(rangeOf(9, 4)).toEqual({ least: 4, most: 9 });
    expect(rangeOf(9, undefined)).toEqual({ least: 9, most: 9 });
    expect(rangeOf(undefined, 9)).toBeNull();
  });
});
