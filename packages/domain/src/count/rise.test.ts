import { describe, expect, it } from 'vitest';
import { rise, risesIn } from './index.ts';

describe('a rise', () => {
  it('has the chance that the binomial gives', () => {
    // Of 10, each with one half: 9 or 10 come in 11 of 1024.
    expect(rise(9, 1, 1).chance).toBeCloseTo(11 / 1024, 12);
    expect(rise(0, 0, 3).chance).toBe(1);
    // Of 6, each with one quarter: all six.
    expect(rise(6, 0, 3).chance).toBeCloseTo(0.25 ** 6, 12);
    expect(rise(400, 4800, 12).chance).toBeGreaterThan(0.4);
  });

  it('is said only where chance seldom makes one', () => {
    expect(risesIn([4, 5, 3, 4, 6])).toBeNull();
    expect(risesIn([4, 5, 3, 4, 12])).toMatchObject({ count: 12, before: 16, months: 4 });
    // Too little is known of before.
    expect(risesIn([0, 30])).toBeNull();
    expect(risesIn([])).toBeNull();
    expect(risesIn([0, 0, 0, 1])).toBeNull();
  });
});
