import { describe, expect, test } from 'vitest';
import { openLimits, ratesTimes } from './limits.ts';
import { RateLimit } from './rate.ts';

let now = 0;
const clock = (): number => now;

describe('a rate limit', () => {
  test('lets a burst through, then as many as the rate, and says how long to wait', () => {
    const limit = new RateLimit({ burst: 3, perSecond: 2 }, clock);
    expect([1, 2, 3].map(() => limit.take('a'))).toEqual([0, 0, 0]);
    expect(limit.take('a')).toBe(500);
    expect(limit.take('b')).toBe(0);
    now += 500;
    expect(limit.take('a')).toBe(0);
    expect(limit.take('a')).toBe(500);
  });

  test('makes who was given much wait for it afterwards', () => {
    const limit = new RateLimit({ burst: 10, perSecond: 1 }, clock);
    expect(limit.take('a')).toBe(0);
    limit.charge('a', 12);
    expect(limit.take('a')).toBe(4000);
    expect(limit.take('b')).toBe(0);
    now += 4000;
    expect(limit.take('a')).toBe(0);
  });

  test('keeps no more buckets than it may, and that of a busy caller through any crowd', () => {
    const limit = new RateLimit({ burst: 2, perSecond: 0.001 }, clock, 100);
    limit.take('busy');
    limit.take('busy');
    for (let i = 0; i < 10_000; i++) {
      limit.take(`one of a crowd ${i}`);
      if (i % 50 === 0) expect(limit.take('busy')).toBeGreaterThan(0);
      expect(limit.size).toBeLessThanOrEqual(200);
    }
    expect(limit.take('busy')).toBeGreaterThan(0);
  });
});

describe('limits by address', () => {
  test('hold a /48 of many homes to what four homes may, and leave its neighbour alone', () => {
    const limits = openLimits({ ...ratesTimes(1), stranger: { burst: 10, perSecond: 0.001 } }, clock);
    let through = 0;
    for (let i = 0; i < 10_000; i++) {
      if (limits.stranger({ home: `home ${i}`, site: 'site' }, 'sessions/open') === 0) through++;
    }
    expect(through).toBe(40);
    expect(limits.stranger({ home: 'elsewhere', site: 'neighbour' }, 'sessions/open')).toBe(0);
    expect(limits.stranger({ home: 'office', site: null }, 'sessions/open')).toBe(0);
  });
});
