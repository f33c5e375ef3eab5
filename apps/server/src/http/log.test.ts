import { describe, expect, test } from 'vitest';
import { durationBucket, errorName, openLog } from './log.ts';

/** A log at a time that can be set, and the fields of what it wrote. */
function logged(every: boolean): {
  log: ReturnType<typeof openLog>;
  at(time: number): void;
  read(): unknown[];
} {
  const lines: unknown[] = [];
  let now = 0;
  const log = openLog(
    (line) => lines.push(JSON.parse(line)),
    every,
    () => now,
  );
  return { log, at: (time) => (now = time), read: () => lines };
}

describe('a log says', () => {
  test('how long something took by powers of ten only', () => {
    expect([0, 9.9, 10, 99.9, 100, 999.9, 1000, 60_000].map(durationBucket)).toEqual([
      ...['<10', '<10', '<100', '<100', '<1000', '<1000'],
      ...['slow', 'slow'],
    ]);
  });

  test('of what was thrown its code or class, never its words', () => {
    expect(errorName(Object.assign(new Error('of Leyla'), { code: '23505' }))).toBe('23505');
    expect(errorName(new RangeError('of Leyla'))).toBe('RangeError');
    expect(errorName(Object.assign(new Error('of Leyla'), { code: 7 }))).toBe('Error');
    expect(errorName('Leyla')).toBe('string');
    for (const thrown of [null, { code: '23505' }]) expect(errorName(thrown)).toBe('object');
  });

  test('of each request only what it was asked to, and its own failures always', () => {
    for (const every of [true, false]) {
      const { log, read } = logged(every);
      log.request({ route: 'spaces/list', status: 499, duration: '<10' });
      log.request({ route: 'spaces/list', status: 500, duration: 'slow', error: '57P01' });
      const failure = { level: 'error', status: 500, error: '57P01', time: '1970-01-01' };
      expect(read()).toMatchObject(every ? [{ level: 'info', status: 499 }, failure] : [failure]);
    }
  });

  test('what happens to the server, with an error where there is one', () => {
    const { log, read } = logged(false);
    log.event('database-lost');
    log.event('uncaught', 'RangeError');
    expect(read()).toEqual([
      { level: 'warn', time: '1970-01-01', event: 'database-lost' },
      { level: 'warn', time: '1970-01-01', event: 'uncaught', error: 'RangeError' },
    ]);
  });

  test('once a minute that it is crowded, however many are sent away', () => {
    const { log, at, read } = logged(false);
    for (const time of [0, 1, 59_999]) {
      at(time);
      log.crowded();
    }
    expect(read()).toHaveLength(1);
    at(60_000);
    log.crowded();
    expect(read()).toHaveLength(2);
    at(60_001);
    log.crowded();
    expect(read()).toHaveLength(2);
  });
});
