import { describe, expect, test } from 'vitest';
import { isPublicAddress, lookupPublic } from './address.ts';

describe('an address that the server may be sent to', () => {
  test.each(['1.1.1.1', '93.184.216.34', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::1'])(
    '%s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('an address that leads inside, nowhere, or to everybody', () => {
  test.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.2.3.4',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'push.example',
    '',
  ])('%s is refused', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

test('a name that leads to this machine has no address to call', async () => {
  for (const all of [true, false]) {
    const failed = await new Promise((done) => lookupPublic('localhost', { all }, (error) => done(error)));
    expect(failed).toMatchObject({ message: 'leads to no public address' });
  }
});
