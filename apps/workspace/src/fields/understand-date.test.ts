import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { dayBefore, typedDate, understandDate } from './understand-date.ts';

const today = { year: 2026, month: 11, day: 21 };
const read = (text: string, months: readonly (readonly string[])[] = []) => {
  const reading = understandDate(text, today, months);
  return reading.read === 'date' ? (reading.about ? '~' : '') + reading.day : reading.read;
};

describe('a typed date', () => {
  it('keeps the precision that the person gave', () => {
    expect(read('2023')).toBe('2023');
    expect(read('06.2023')).toBe('2023-06');
    expect(read('14.03.2023')).toBe('2023-03-14');
  });
  it('does not mind how the parts are joined', () => {
    for (const text of ['14/3/2023', '14-03-2023', '14 03 2023', '2023-03-14', ' 14. 3. 2023 ', '14.3.23']) {
      expect(read(text), text).toBe('2023-03-14');
    }
    expect(read('2023-06')).toBe('2023-06');
  });
  it('without a year is the last such day, never one to come', () => {
    expect(read('20.11')).toBe('2026-11-20');
    expect(read('22.11')).toBe('2025-11-22');
  });
  it('says about when the text does', () => {
    expect(read('~2023')).toBe('~2023');
    expect(read('≈ 06.2023')).toBe('~2023-06');
  });
  it('reads month names of the chosen language, in any case and shortened', () => {
    const months = [['yanvar', 'yan'], ['fevral'], ['mart'], ['aprel'], ['may'], ['iyun'], ['iyul']];
    expect(read('İyun 2023', months)).toBe('2023-06');
    expect(read('14 MART 2023', months)).toBe('2023-03-14');
    expect(read('14 iyul', months)).toBe('2026-07-14');
  });
  it('reads a month in the form that a sentence gives it', () => {
    const months = ['январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль'].map((name) => [name]);
    expect(read('14 марта 2023', months)).toBe('2023-03-14');
    expect(read('9 мая 2023', months)).toBe('2023-05-09');
    expect(read('1 июля 2023', months)).toBe('2023-07-01');
    expect(read('1 июня 2023', months)).toBe('2023-06-01');
    expect(read('фев 2023', months)).toBe('2023-02');
  });
  it('that cannot be is said to be unclear, not bent into another', () => {
    for (const text of ['30.02.2023', '13.2023', '00.2023', '1850', '31.04.2024'])
      expect(read(text), text).toBe('unclear');
    for (const text of ['soon', '1.2.3.4', '5', '12', '20233']) expect(read(text), text).toBe('unclear');
    expect(read('29.02.2024')).toBe('2024-02-29');
    expect(read('29.02.2023')).toBe('unclear');
  });
  it('is empty when nothing was typed', () => expect(read('   ')).toBe('empty'));
  it('comes back the same after being shown for editing', () => {
    const day = fc
      .date({ min: new Date('1900-01-02'), max: new Date('2100-12-30'), noInvalidDate: true })
      .chain((date) => fc.constantFrom(4, 7, 10).map((length) => date.toISOString().slice(0, length)));
    fc.assert(
      fc.property(day, (value) => {
        expect(read(typedDate(value))).toBe(value);
      }),
    );
  });
  it('never throws and never invents a day outside the calendar', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const reading = understandDate(text, today);
        if (reading.read === 'date') expect(Number.isNaN(Date.parse(reading.day))).toBe(false);
      }),
    );
  });
});

describe('days before today', () => {
  it('cross months and years', () => {
    expect(dayBefore(today, 0)).toBe('2026-11-21');
    expect(dayBefore(today, 1)).toBe('2026-11-20');
    expect(dayBefore({ year: 2026, month: 1, day: 1 }, 1)).toBe('2025-12-31');
  });
});
