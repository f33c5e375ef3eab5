import { describe, expect, test } from 'vitest';
import { addressOf, Names } from './caller.ts';

const clock = { now: 0 };
const names = new Names(() => clock.now);
const home = (address: string): string => names.caller(address).home;
const site = (address: string): string | null => names.caller(address).site;

describe('a caller', () => {
  test('is one IPv4 address, also where a socket for both kinds spells it as IPv6', () => {
    expect(home('192.0.2.1')).not.toBe(home('192.0.2.2'));
    expect(site('192.0.2.1')).toBeNull();
    for (const spelled of ['::ffff:192.0.2.1', '::FFFF:c000:201', '0:0:0:0:0:ffff:192.0.2.1']) {
      expect(names.caller(spelled)).toEqual(names.caller('192.0.2.1'));
    }
  });

  test('is a /64 of IPv6 within its /48, however the address is spelled', () => {
    const spellings = ['2001:db8:0:1::7', '2001:0db8:0000:0001:ffff::', '2001:db8::1:1:2:3:4%eth0'];
    for (const spelled of spellings) {
      expect(names.caller(spelled)).toEqual(names.caller('2001:db8:0:1::1'));
    }
    expect(home('2001:db8:0:2::1')).not.toBe(home('2001:db8:0:1::1'));
    expect(site('2001:db8:0:2::1')).toBe(site('2001:db8:0:1::1'));
    expect(site('2001:db8:1:1::1')).not.toBe(site('2001:db8:0:1::1'));
    expect(home('::1')).not.toBe(home('2001:db8::1'));
  });

  test('has another name every hour, and none that holds the address', () => {
    const before = home('192.0.2.1');
    expect(home('192.0.2.1')).toBe(before);
    expect(before).not.toContain('192.0.2.1');
    clock.now += 3_600_000;
    expect(home('192.0.2.1')).not.toBe(before);
  });
});

describe('the address of a request', () => {
  test('is what the own proxy wrote last, and nothing that a stranger put before it', () => {
    expect(addressOf('198.51.100.9, 192.0.2.1', '127.0.0.1', true)).toBe('192.0.2.1');
    expect(addressOf('2001:db8::1', '127.0.0.1', true)).toBe('2001:db8::1');
  });

  test("is the connection's own without a proxy, or when the header is no address", () => {
    expect(addressOf('192.0.2.1', '203.0.113.5', false)).toBe('203.0.113.5');
    for (const odd of ['', 'unknown', 'a.b.c.d', '192.0.2.1:80', undefined]) {
      expect(addressOf(odd, '127.0.0.1', true)).toBe('127.0.0.1');
    }
  });
});
