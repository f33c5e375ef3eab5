import { describe, expect, test } from 'vitest';
import { ERRORS } from './errors.ts';
import { ROUTES } from './routes.ts';
import { decodeBody, encodeBody } from './wire.ts';

const bytes = (...list: number[]): Uint8Array => Uint8Array.from(list);

describe('a body', () => {
  test('comes back as it was sent', () => {
    const body = { id: bytes(1, 2, 3), n: 2 ** 45, list: [true, null, 'ə'], empty: {} };
    expect(decodeBody(encodeBody(body))).toEqual(body);
  });

  test.each([
    ['nothing', bytes()],
    ['two things', bytes(1, 2)],
    ['a thing cut short', bytes(0x42, 1)],
    ['a key twice', bytes(0xa2, 0x61, 0x61, 1, 0x61, 0x61, 2)],
    ['an indefinite list', bytes(0x9f, 0xff)],
    ['indefinite bytes', bytes(0x5f, 0x41, 0, 0xff)],
    ['undefined', bytes(0xf7)],
    ['not a number', bytes(0xf9, 0x7e, 0)],
    ['infinity', bytes(0xf9, 0x7c, 0)],
    ['a number beyond 2^53', bytes(0x1b, 255, 255, 255, 255, 255, 255, 255, 255)],
    ['a tag', bytes(0xc1, 1)],
    ['a number that could be shorter', bytes(0x18, 1)],
  ])('is refused when it is %s', (_what, encoded) => {
    expect(() => decodeBody(encoded)).toThrow();
  });
});

test('every route is named group/verb', () => {
  for (const route of Object.keys(ROUTES)) expect(route).toMatch(/^[a-z]+\/[a-z]+$/);
});

test('every error has a status that says refused', () => {
  for (const status of Object.values(ERRORS)) expect(status).toBeGreaterThanOrEqual(400);
});
