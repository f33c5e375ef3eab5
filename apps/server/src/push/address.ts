import { type LookupAddress, lookup as lookUp } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses that lead to this machine, its neighbours, nowhere or to everybody: the server must not be sent there. */
const CLOSED = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  CLOSED.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  // What carries an IPv4 address inside: it would lead past the list above.
  ['2001::', 32],
  ['2002::', 16],
  ['2001:db8::', 32],
] as const)
  CLOSED.addSubnet(net, prefix, 'ipv6');
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address lies in the open internet. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !CLOSED.check(address, 'ipv4');
  return version === 6 && GLOBAL.check(address, 'ipv6') && !CLOSED.check(address, 'ipv6');
}

/** A name that leads to no address in the open internet. */
export class ClosedAddress extends Error {}

/**
 * Looks a name up and answers only addresses in the open internet. The connection is then made to just these, so a name
 * cannot lead elsewhere between the look and the call. Fails with `ClosedAddress` where none is left.
 */
export const lookupPublic: LookupFunction = (name, options, answer) => {
  lookUp(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return answer(error, '', 0);
    const open = found.filter(({ address }) => isPublicAddress(address));
    const [first] = open;
    if (!first) return answer(new ClosedAddress('leads to no public address'), '', 0);
    if (options.all) return answer(null, open);
    answer(null, first.address, first.family);
  });
};
