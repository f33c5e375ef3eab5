import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from './dates.ts';
import { personCodes } from './person-code.ts';

const day = (text: string, order: 'day-first' | 'month-first' | null = null) => {
  const read = readDate(text, order, 2026);
  return 'date' in read ? read.date.day : read.is;
};

describe('a date in a register', () => {
  it.each([
    ['2024-03-12', '2024-03-12'],
    ['2024-03-12 14:30:00', '2024-03-12'],
    ['12.03.2024', '2024-03-12'],
    ['12.3.24', '2024-03-12'],
    ['12.03.98', '1998-03-12'],
    ['03.2024', '2024-03'],
    ['2023', '2023'],
    ['2023 г.', '2023'],
    ['45363', '2024-03-12'],
    ['12 марта 2024 г.', '2024-03-12'],
    ['март 2024', '2024-03'],
    ['12 mart 2024-cü il', '2024-03-12'],
    ['3 yanvar 2024', '2024-01-03'],
    ['İyul 2023', '2023-07'],
    ['14 июни соли 2024', '2024-06-14'],
    ['March 12, 2024', '2024-03-12'],
    ['25/12/24', '2024-12-25'],
    ['12/25/24', '2024-12-25'],
    ['5/5/2024', '2024-05-05'],
    ['31.02.2024', 'no-such-day'],
    ['14.14.2024', 'no-such-day'],
    ['last week', 'no-date'],
    ['12', 'no-date'],
    ['', 'no-date'],
  ])('%s is %s', (text, said) => expect(day(text)).toBe(said));

  it('whose day may be its month is asked about, and then known', () => {
    expect(readDate('3/12/24', null, 2026).is).toBe('either');
    expect(day('3/12/24', 'day-first')).toBe('2024-12-03');
    expect(day('3/12/24', 'month-first')).toBe('2024-03-12');
  });

  it('may be rough, or a period', () => {
    expect(readDate('около 2019', null, 2026)).toEqual({ is: 'date', date: { day: '2019', about: true } });
    expect(readDate('12.03.2024 – 15.03.2024', null, 2026)).toEqual({
      is: 'date',
      date: { day: '2024-03-12', until: '2024-03-15' },
    });
    expect(readDate('2024 – 2023', null, 2026).is).toBe('no-date');
  });

  it('is read, or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const read = readDate(text, null, 2026);
        expect(['date', 'either', 'no-date', 'no-such-day']).toContain(read.is);
      }),
      { seed: 10, numRuns: 2000 },
    );
  });
});

describe('a code built from a name and a day of birth', () => {
  it.each(['AB120385', 'АЯ-12.03.1985', 'ГЗ 140390', '14031990АЯ', 'Ə.B.1985-03-12', 'ab120385f'])(
    'is told by its form: %s',
    (code) => expect(personCodes([code])(code)).toBe(true),
  );

  it.each(['BK-2023-0147', 'SW-1001', '17', 'GB-17', '2024/118', 'Aygün', 'A7', '+994 50 123 45 67'])(
    'is not an office’s number: %s',
    (number) => expect(personCodes([number])(number)).toBe(false),
  );

  it('is not an office’s number that begins with the same letters in all rows', () => {
    const numbers = Array.from({ length: 20 }, (_, i) => `BK-${String(i + 1).padStart(2, '0')}0124`);
    expect(numbers.filter(personCodes(numbers))).toEqual([]);
    const branches = numbers.flatMap((number) => [
      number,
      number.replace('BK', 'GN'),
      number.replace('BK', 'SH'),
    ]);
    expect(branches.filter(personCodes(branches))).toEqual([]);
  });
});
