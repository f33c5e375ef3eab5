import { createHmac, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';

/** Where a call comes from, as names that lead back to no address. */
export interface Caller {
  /** An IPv4 address, or the /64 of an IPv6 one: a household, an office, a phone. */
  home: string;
  /** The /48 of an IPv6 address, of which one subscriber may hold 65 536 homes; null for IPv4. */
  site: string | null;
}

const HOUR = 3_600_000;
/** 96 bits of the MAC: no two of the few thousand callers of an hour are taken for one. */
const NAME_BYTES = 12;

/**
 * Names callers and accounts by a MAC under a key that is made at start and replaced every hour. Only names are ever
 * kept, so that not even a copy of the memory lists who was here.
 */
export class Names {
  readonly #clock: () => number;
  #key = randomBytes(32);
  #made: number;

  constructor(clock: () => number) {
    this.#clock = clock;
    this.#made = clock();
  }

  /** The name of anything, for the rest of this hour. */
  of(thing: string | Uint8Array): string {
    const now = this.#clock();
    if (now - this.#made >= HOUR) {
      this.#key = randomBytes(32);
      this.#made = now;
    }
    return createHmac('sha256', this.#key).update(thing).digest().toString('base64url', 0, NAME_BYTES);
  }

  /** The names of whoever calls from this address. What is no address at all is one caller. */
  caller(address: string): Caller {
    const groups = isIP(address) === 6 ? groupsOf(address) : null;
    if (groups === null) return { home: this.of(address), site: null };
    const mapped = mappedIPv4(groups);
    if (mapped !== null) return { home: this.of(mapped), site: null };
    return { home: this.of(groups.slice(0, 4).join(':')), site: this.of(groups.slice(0, 3).join(':')) };
  }
}

/** The eight numbers of an IPv6 address, whichever of its many spellings it has. */
function groupsOf(address: string): number[] {
  const [plain = ''] = address.split('%');
  const hex = plain.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_all, a, b, c, d) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map((group) => group.toString(16)).join(':'),
  );
  const [front = '', back] = hex.split('::');
  const numbers = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [before, after] = [numbers(front), numbers(back ?? '')];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/** The IPv4 address that a socket for both kinds wears as `::ffff:a.b.c.d`; null for any other. */
function mappedIPv4(groups: readonly number[]): string | null {
  const [high = 0, low = 0] = groups.slice(6);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return mapped ? [high >> 8, high & 255, low >> 8, low & 255].join('.') : null;
}

/**
 * The address that a request comes from. Behind the operator's own proxy it is the last one of `X-Forwarded-For`, which
 * that proxy wrote; whatever stands before it, and the whole header where there is no proxy, anyone may claim.
 */
export function addressOf(
  forwarded: string | undefined,
  socketAddress: string | undefined,
  behindProxy: boolean,
): string {
  const written = behindProxy ? (forwarded?.split(',').at(-1)?.trim() ?? '') : '';
  return isIP(written) > 0 ? written : (socketAddress ?? 'local');
}
