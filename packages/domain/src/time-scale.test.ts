import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFuzzyDate } from './fuzzy-date.ts';
import { barOn, spanOn, yearsOn } from './time-scale.ts';

const plan = { day: '2025', until: '2027' };

describe('a date on a scale', () => {
  it('is as wide as what it may mean', () => {
    const year = spanOn(plan, { day: '2026' });
    expect(year?.from).toBeCloseTo(1 / 3, 2);
    expect(year?.to).toBeCloseTo(2 / 3, 2);
  });

  it('is cut where it goes beyond, and is nowhere where it lies outside or cannot be read', () => {
    expect(spanOn(plan, { day: '2024', until: '2025' })).toMatchObject({ from: 0, cut: true });
    expect(spanOn(plan, { day: '2024' })).toBeNull();
    expect(spanOn(plan, { day: 'soon' })).toBeNull();
    expect(spanOn(plan, { day: '2027', until: '2025' })).toBeNull();
    expect(spanOn({ day: '' }, { day: '2025' })).toBeNull();
  });

  it('has each of its years once', () => {
    expect(yearsOn(plan).map(({ year }) => year)).toEqual([2025, 2026, 2027]);
    expect(yearsOn({ day: '2025-06-02' })).toEqual([{ year: 2025, at: 0 }]);
    expect(yearsOn({ day: 'soon' })).toEqual([]);
  });

  it('lies within the scale and never ends before it begins, whatever the dates', () => {
    const day = fc
      .tuple(fc.integer({ min: 1990, max: 2040 }), fc.option(fc.integer({ min: 1, max: 12 })))
      .map(([year, month]) => (month === null ? `${year}` : `${year}-${String(month).padStart(2, '0')}`));
    const date = fc.record({ day, until: day }, { requiredKeys: ['day'] });
    fc.assert(
      fc.property(date, date, (scale, each) => {
        const span = spanOn(scale, each);
        if (!isFuzzyDate(scale) || !isFuzzyDate(each)) expect(span).toBeNull();
        if (span === null) return;
        expect(span.from).toBeGreaterThanOrEqual(0);
        expect(span.to).toBeLessThanOrEqual(1);
        expect(span.from).toBeLessThan(span.to);
      }),
    );
  });
});

describe('what was promised, on a scale', () => {
  const start = { day: '2025-01', until: '2025-04' };
  const regular = { day: '2027-12-31' };

  it('is behind up to today and ahead from then on, and pale where nobody said the day', () => {
    const bar = barOn(plan, { start, regular }, '2026-07-02');
    expect(bar?.past).toMatchObject({ from: 0 });
    expect(bar?.past?.to).toBeCloseTo(0.5, 2);
    expect(bar?.ahead?.from).toBe(bar?.past?.to);
    expect(bar?.ahead?.to).toBeCloseTo(1, 5);
    // The beginning is known to four months, the end to the day.
    expect(bar?.about).toHaveLength(1);
    expect(bar?.about[0]?.to).toBeCloseTo(120 / 1095, 2);
    expect(bar?.today).toBeCloseTo(0.5, 2);
  });

  it('lies wholly behind or ahead where today does', () => {
    expect(barOn(plan, { start, regular: null }, '2026-07-02')).toMatchObject({ ahead: null });
    expect(barOn(plan, { start: { day: '2027' }, regular: null }, '2026-07-02')).toMatchObject({
      past: null,
    });
    expect(barOn(plan, { start, regular }, '2030-01-01')).toMatchObject({ ahead: null, today: null });
    expect(barOn(plan, { start, regular }, '2020-01-01')).toMatchObject({ past: null, today: null });
    expect(barOn(plan, { start: null, regular: { day: '2020' } }, '2026-07-02')).toBeNull();
  });
});
