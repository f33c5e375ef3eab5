import type { RouteName } from '@dayaq/protocol';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { type Rate, RateLimit } from './rate.ts';

/** Calls a second from one address and for one account's sign-in. Generous: a whole office may share an address. */
export interface Rates {
  /** Every call. */
  call: Rate;
  /** Calls that anyone can make without a session, apart from `server/hello`. */
  stranger: Rate;
  /** Sign-in attempts on one account, from wherever. */
  signIn: Rate;
}

export const DEFAULT_RATES: Rates = {
  call: { burst: 10_000, perSecond: 1000 },
  stranger: { burst: 120, perSecond: 2 },
  signIn: { burst: 20, perSecond: 1 / 15 },
};

/** The default rates, all times a factor: for a server that many reach through one address. */
export function ratesTimes(factor: number): Rates {
  const times = ({ burst, perSecond }: Rate): Rate => ({
    burst: burst * factor,
    perSecond: perSecond * factor,
  });
  const { call, stranger, signIn } = DEFAULT_RATES;
  return { call: times(call), stranger: times(stranger), signIn: times(signIn) };
}

const STRANGERS: ReadonlySet<RouteName> = new Set([
  'accounts/create',
  'sessions/challenge',
  'sessions/open',
  'invitations/read',
]);

export interface Limits {
  /** Before the body is read: milliseconds to wait, 0 to go on. */
  call(c: Context<{ Bindings: Partial<HttpBindings> }>, route: RouteName): number;
  /** With the body. */
  body(route: RouteName, body: unknown): number;
}

/**
 * `behindProxy`: the last address of `X-Forwarded-For` is the caller's, as the operator's own proxy wrote it;
 * otherwise that header is what anyone may claim and is not looked at.
 */
export function openLimits(rates: Rates, behindProxy: boolean, clock: () => number): Limits {
  const calls = new RateLimit(rates.call, clock);
  const strangers = new RateLimit(rates.stranger, clock);
  const signIns = new RateLimit(rates.signIn, clock);
  return {
    call(c, route) {
      const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
      const address = network(forwarded || (c.env?.incoming?.socket.remoteAddress ?? 'local'));
      return calls.take(address) || (STRANGERS.has(route) ? strangers.take(address) : 0);
    },
    body(route, body) {
      if (route !== 'sessions/open') return 0;
      const { account } = body as { account: Uint8Array };
      return signIns.take(account);
    },
  };
}

/** An IPv6 network of one household counts as one caller. */
function network(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = ''] = address.split('::');
  return head.split(':').slice(0, 4).join(':');
}
