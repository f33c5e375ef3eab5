import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, formatDate, formatMoment, monthNames, weekdayNames } from './date.ts';
import { LANGUAGES } from './language.ts';

/** 14 March 2026, 14:53:20 in Greenwich, a Saturday. */
const MOMENT = Date.UTC(2026, 2, 14, 14, 53, 20);

describe('dates', () => {
  it.each([
    ['az', '14 mart 2026', '14 mar 2026', '14 mart', 'mart 2026', '14 mart 2026, şənbə'],
    ['ru', '14 марта 2026 г.', '14 мар. 2026 г.', '14 марта', 'март 2026 г.', 'суббота, 14 марта 2026 г.'],
    ['en', '14 March 2026', '14 Mar 2026', '14 March', 'March 2026', 'Saturday, 14 March 2026'],
    ['tg', '14 марти соли 2026', '14 мар 2026', '14 март', 'марти соли 2026', 'шанбе, 14 марти соли 2026'],
  ] as const)('in %s', (language, long, short, day, month, full) => {
    expect(formatDate(language, '2026-03-14')).toBe(long);
    expect(formatDate(language, '2026-03-14', 'short')).toBe(short);
    expect(formatDate(language, '2026-03-14', 'day')).toBe(day);
    expect(formatDate(language, '2026-03-14', 'month')).toBe(month);
    expect(formatDate(language, '2026-03-14', 'full')).toBe(full);
  });

  it('bends the Russian May', () => {
    expect(formatDate('ru', '2026-05-05')).toBe('5 мая 2026 г.');
    expect(formatDate('ru', '2026-05')).toBe('май 2026 г.');
  });

  it('says no more than is known', () => {
    expect(LANGUAGES.map((language) => formatDate(language, '2023-06', 'long', { about: true }))).toEqual([
      'təxminən iyun 2023',
      'примерно июнь 2023 г.',
      'about June 2023',
      'тахминан июни соли 2023',
    ]);
    for (const language of LANGUAGES) expect(formatDate(language, '2023')).toBe('2023');
    expect(formatDate('en', '2023-06', 'short')).toBe('Jun 2023');
    expect(formatDate('ru', '2023-06', 'short')).toBe('июнь 2023 г.');
  });

  it('shows a period', () => {
    expect(formatDate('en', '2023', 'long', { until: '2024-02' })).toBe('2023 – February 2024');
    expect(formatDate('en', '2023', 'long', { until: '2023' })).toBe('2023');
  });

  it('shows what is no date as it is', () => {
    for (const text of ['', 'spring', '2026-13', '2026-1-1', '2026-02-99'])
      expect(formatDate('az', text)).toBe(text);
  });

  it('never writes a month as "M03", in any language and style', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom('full', 'long', 'short', 'month', 'day'),
        fc.integer({ min: 0, max: 60_000 }),
        (language, style, days) => {
          const shown = formatDate(language, dayOf(days * 86_400_000, 0), style);
          expect(shown).not.toMatch(/M\d|undefined|NaN|'|[ML]{2}/);
          expect(shown).toMatch(/\p{L}{3}/u);
        },
      ),
      { seed: 3 },
    );
  });
});

describe('moments', () => {
  it('are told by the clock of the place', () => {
    expect(formatMoment('az', MOMENT, 'long', 240)).toBe('14 mart 2026 18:53');
    expect(formatMoment('ru', MOMENT, 'short', 180)).toBe('14 мар. 2026 г., 17:53');
    expect(formatMoment('en', MOMENT, 'time', 0)).toBe('14:53');
    expect(formatMoment('tg', MOMENT, 'long', 300)).toBe('14 марти соли 2026, 19:53');
    expect(formatMoment('en', MOMENT, 'date', 600)).toBe('15 Mar 2026');
  });

  it('use this device’s clock when no place is given', () => {
    const here = new Date(MOMENT);
    expect(formatMoment('en', MOMENT, 'time')).toBe(
      `${String(here.getHours()).padStart(2, '0')}:${String(here.getMinutes()).padStart(2, '0')}`,
    );
  });
});

describe('names', () => {
  it('begin with Monday and January', () => {
    expect(LANGUAGES.map((language) => weekdayNames(language)[0])).toEqual([
      'bazar ertəsi',
      'понедельник',
      'Monday',
      'душанбе',
    ]);
    expect(LANGUAGES.map((language) => monthNames(language)[7])).toEqual([
      'avqust',
      'август',
      'August',
      'август',
    ]);
    for (const language of LANGUAGES) {
      expect(new Set(weekdayNames(language, 'short')).size).toBe(7);
      expect(new Set(monthNames(language, 'short')).size).toBe(12);
    }
  });
});
