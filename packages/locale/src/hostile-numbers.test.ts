/** A colleague's device can sign any number as a moment, an amount or a count: what words it never throws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, formatDate, formatMoment } from './date.ts';
import { LANGUAGES } from './language.ts';
import { formatAmount, formatBytes, formatMoney, formatNumber, formatPercent } from './number.ts';
import { relativeDay, relativeMoment } from './relative-time.ts';

const number = fc.oneof(
  fc.maxSafeInteger(),
  fc.double(),
  fc.constantFrom(9e15, -9e15, 8.64e15, 8.64e15 + 1, 1e21, 1.7e308, -1.7e308, 5e-324, -0),
);

describe('any number', () => {
  it('is worded in each language', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGUAGES),
        number,
        number,
        fc.string(),
        (language, one, other, text) => {
          const said = [
            ...(['long', 'short', 'date', 'time'] as const).map((style) =>
              formatMoment(language, one, style),
            ),
            formatMoment(language, one, 'long', 240),
            dayOf(one),
            relativeMoment(language, one, other),
            relativeMoment(language, other, 1_760_000_000_000, 240),
            formatNumber(language, one),
            formatPercent(language, one),
            formatMoney(language, one, 'AZN'),
            formatMoney(language, one, text),
            formatAmount(language, one, 'JPY'),
            formatBytes(language, one),
            formatDate(language, text),
            relativeDay(language, text, '2026-11-28'),
          ];
          for (const words of said) expect(words).not.toMatch(/NaN|undefined|Infinity|e\+/);
        },
      ),
      { numRuns: 4000, seed: 1 },
    );
  });

  it('that no calendar has is a dash, wherever a moment stands', () => {
    expect(dayOf(9e15)).toBe('—');
    expect(formatMoment('en', 9e15)).toBe('—');
    expect(relativeMoment('ru', 9e15, 0)).toBe('—');
    expect(dayOf(8e15)).toBe('—');
  });
});
