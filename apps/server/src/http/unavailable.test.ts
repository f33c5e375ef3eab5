import { describe, expect, test } from 'vitest';
import { isUnavailable } from './unavailable.ts';

const withCode = (code: unknown): Error => Object.assign(new Error('as it was thrown'), { code });

describe('what was thrown means that trying later is right', () => {
  test.each(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'])(
    'for a connection: %s',
    (code) => {
      expect(isUnavailable(withCode(code))).toBe(true);
    },
  );

  test.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE'])('for a disk: %s', (code) => {
    expect(isUnavailable(withCode(code))).toBe(true);
  });

  test.each(['08006', '53300', '57P01', '58030', '40P01', '40001', '25006'])('for PostgreSQL: %s', (code) => {
    expect(isUnavailable(withCode(code))).toBe(true);
  });

  test.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'timeout expired',
    'Client has encountered a connection error and is not queryable',
    'Cannot use a pool after calling end on the pool',
  ])('by the driver’s words: %s', (words) => {
    expect(isUnavailable(new Error(words))).toBe(true);
  });

  test('and never for a fault of ours', () => {
    for (const fault of [
      new Error('of ours'),
      withCode('23505'),
      withCode('40002'),
      withCode('EACCES'),
      withCode(57),
    ])
      expect(isUnavailable(fault)).toBe(false);
    for (const fault of ['Connection terminated', null, undefined, { code: '57P01' }])
      expect(isUnavailable(fault)).toBe(false);
  });
});
