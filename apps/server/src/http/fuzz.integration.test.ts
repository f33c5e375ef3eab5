import { encodeBody, LIMITS, type RouteName, ROUTES } from '@dayaq/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refused } from '../refused.ts';
import { malformedBody, SAMPLES } from '../testing/malformed.ts';
import { randomFrom } from '../testing/random.ts';
import { parseBody } from './body.ts';

const names = Object.keys(ROUTES) as RouteName[];
const MALFORMED = 100_000;
const MEGABYTE = 2 ** 20;

function inUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

// Nobody reads where in the decoder five million bodies were refused: writing that down takes longer than refusing them.
const { stackTraceLimit } = Error;
beforeAll(() => {
  Error.stackTraceLimit = 0;
});
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

describe('the parser of', () => {
  test.each(names)('%s reads its own sample', (route) => {
    expect(parseBody(route, encodeBody(SAMPLES[route]))).not.toBeInstanceOf(Refused);
  });

  test.each(names)(
    '%s refuses 100 000 malformed bodies with one typed error, throws nothing and keeps nothing',
    (route) => {
      const random = randomFrom(names.indexOf(route) + 1);
      const valid = encodeBody(SAMPLES[route]);
      const before = inUse();
      let refused = 0;
      let most = 0;
      for (let tried = 0; refused < MALFORMED; tried++) {
        if (tried > 4 * MALFORMED) throw new Error('too few of the bodies were malformed');
        const parsed = parseBody(route, malformedBody(random, valid));
        if (tried % 10_000 === 0) most = Math.max(most, inUse());
        if (!(parsed instanceof Refused)) continue;
        refused++;
        if (parsed.refusal.error !== 'malformed') expect(parsed.refusal.error).toBe('malformed');
      }
      expect(most - before).toBeLessThan(256 * MEGABYTE);
    },
    120_000,
  );

  test.each([0x81, 0xa1, 0xd8, 0xc1])(
    'every route survives the largest body of nothing but heads (%i)',
    (head) => {
      const deep = new Uint8Array(LIMITS.body).fill(head);
      for (const route of names) expect(parseBody(route, deep)).toBeInstanceOf(Refused);
    },
  );

  test('no route takes a length on trust', () => {
    const promise = Uint8Array.from([0x9a, 0xff, 0xff, 0xff, 0xff]);
    const before = inUse();
    for (const route of names) expect(parseBody(route, promise)).toBeInstanceOf(Refused);
    expect(inUse() - before).toBeLessThan(64 * MEGABYTE);
  });
});
