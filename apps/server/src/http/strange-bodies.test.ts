/** Threat: a stranger sends names and texts that mean something to the program and not to the contract. */
import { encodeBody, type RouteName, ROUTES } from '@dayaq/protocol';
import { describe, expect, test } from 'vitest';
import { Refused } from '../refused.ts';
import { SAMPLES } from '../testing/malformed.ts';
import { parseBody } from './body.ts';

const names = Object.keys(ROUTES) as RouteName[];
const refusalOf = (route: RouteName, bytes: Uint8Array): string | null => {
  const parsed = parseBody(route, bytes);
  return parsed instanceof Refused ? parsed.refusal.error : null;
};
/** The sample with one more key in front of its own, whose bytes stand as they are. */
function withKey(route: RouteName, key: Uint8Array): Uint8Array {
  const [head = 0xa0, ...rest] = encodeBody(SAMPLES[route]);
  if (head < 0xa0 || head > 0xb6) throw new Error('the sample is no small map');
  return Uint8Array.from([head + 1, 0x60 + key.length, ...key, 0xa0, ...rest]);
}

describe('a body with a key of its own', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'called %s is refused by every route, and changes what no object has',
    (key) => {
      const before = Object.getOwnPropertyNames(Object.prototype).length;
      for (const route of names)
        expect([route, refusalOf(route, withKey(route, Buffer.from(key)))]).toEqual([route, 'malformed']);
      expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
      expect(({} as Record<string, unknown>)['space']).toBeUndefined();
    },
  );

  test.each([
    ['a byte that begins nothing', [0xff]],
    ['a character cut short', [0xc3]],
    ['half of a pair', [0xed, 0xa0, 0x80]],
    ['a longer spelling of nothing', [0xc0, 0x80]],
  ])('whose letters are none (%s) is refused by every route', (_what, bytes) => {
    for (const route of names)
      expect([route, refusalOf(route, withKey(route, Uint8Array.from(bytes)))]).toEqual([route, 'malformed']);
  });
});

test('an address whose letters are none is taken for no device', () => {
  const sample = Buffer.from(encodeBody(SAMPLES['push/subscribe']));
  const at = sample.indexOf('push.example');
  for (const [place, byte] of [
    [at, 0xff],
    [at + 'push.example/'.length, 0xff],
  ] as const) {
    const bent = Buffer.from(sample);
    bent[place] = byte;
    expect(refusalOf('push/subscribe', bent)).toBe('malformed');
  }
});
