import type { RouteName } from '@dayaq/protocol';
import type { Caller } from './caller.ts';
import { type Rate, RateLimit } from './rate.ts';

/**
 * How often one caller may ask. Nothing is counted by an account's number before its holder has signed in: whoever
 * knows a number could spend what its holder needs.
 */
export interface Rates {
  /** Every call without a session of this server, from one home. */
  call: Rate;
  /** Those of them that ask the database. */
  stranger: Rate;
  /** Letters that are begun from one home: each may lie here for months, and a space keeps only so many. */
  letter: Rate;
  /** The calls of one account that is signed in, and what they were answered (`BYTES_PER_CALL`). */
  account: Rate;
}

export const DEFAULT_RATES: Rates = {
  call: { burst: 2000, perSecond: 200 },
  stranger: { burst: 120, perSecond: 2 },
  letter: { burst: 60, perSecond: 1 / 60 },
  account: { burst: 3000, perSecond: 150 },
};

/** A /48 may be an organisation of many homes, or one subscriber with 65 536 of them: it may as much as four homes. */
const HOMES_PER_SITE = 4;

const times = ({ burst, perSecond }: Rate, factor: number): Rate => ({
  burst: burst * factor,
  perSecond: perSecond * factor,
});

/** The default rates, all times a factor: for a server that many reach through one address. */
export function ratesTimes(factor: number): Rates {
  const { call, stranger, letter, account } = DEFAULT_RATES;
  return {
    call: times(call, factor),
    stranger: times(stranger, factor),
    letter: times(letter, factor),
    account: times(account, factor),
  };
}

/** Routes that anyone may call and that ask the database. */
const STRANGERS: ReadonlySet<RouteName> = new Set([
  'accounts/create',
  'sessions/open',
  'invitations/read',
  'doors/read',
  'letters/put',
  'letters/work',
  'surveys/read',
  'sounds/read',
  'codes/change',
  'mailboxes/poll',
]);

/** What goes to a member counts as one more call for each of so many bytes: pages cost the server more than questions. */
const BYTES_PER_CALL = 64 * 1024;

/** Each but the last answers the milliseconds to wait, 0 to go on. */
export interface Limits {
  /** A call without a session of this server, before anything is read or asked. */
  stranger(caller: Caller, route: RouteName | null): number;
  /** A letter that begins. */
  letter(caller: Caller): number;
  /** A call with a session that this server once gave out, before the database is asked for it. */
  session(name: string): number;
  /** A call of an account whose session stands. */
  account(name: string): number;
  /** Counts the bytes of an answer to an account; answers nothing. */
  answered(name: string, bytes: number): void;
}

/** A limit for each home, and for each /48 what four homes may. Answers the milliseconds to wait, 0 to go on. */
export function byPlace(rate: Rate, clock: () => number): (caller: Caller) => number {
  const homes = new RateLimit(rate, clock);
  const sites = new RateLimit(times(rate, HOMES_PER_SITE), clock);
  // The site first: where it has spent everything, no bucket is made for yet another home of it.
  return ({ home, site }) => (site === null ? 0 : sites.take(site)) || homes.take(home);
}

export function openLimits(rates: Rates, clock: () => number): Limits {
  const calls = byPlace(rates.call, clock);
  const strangers = byPlace(rates.stranger, clock);
  const letters = byPlace(rates.letter, clock);
  const sessions = new RateLimit(rates.account, clock);
  const accounts = new RateLimit(rates.account, clock);
  return {
    stranger: (caller, route) =>
      calls(caller) || (route !== null && STRANGERS.has(route) ? strangers(caller) : 0),
    letter: letters,
    session: (name) => sessions.take(name),
    account: (name) => accounts.take(name),
    answered: (name, bytes) => accounts.charge(name, Math.floor(bytes / BYTES_PER_CALL)),
  };
}

/** Whether a route asks the database for somebody without a session. */
export const asksForStrangers = (route: RouteName): boolean => STRANGERS.has(route);
