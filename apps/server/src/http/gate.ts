import { LIMITS, type RouteName, ROUTES, STRANGER_BODIES } from '@dayaq/protocol';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Session } from '../api/handler.ts';
import { dayNumberOf } from '../days.ts';
import { sha256 } from '../hash.ts';
import type { Parts } from '../parts.ts';
import { crowded, Refused, refuse, tooOften } from '../refused.ts';
import { isToken } from '../session-token.ts';
import { findSession } from '../storage/sessions.ts';
import { answerSize } from './answer-size.ts';
import { announcedSize, type Reading, refuseAnnounced } from './body.ts';
import { addressOf, type Caller, type Names } from './caller.ts';
import type { ConnectionBounds, Connections } from './connections.ts';
import type { Lane } from './lane.ts';
import { asksForStrangers, type Limits } from './limits.ts';
import { DEFAULT_PACE, type Pace } from './listener.ts';
import { Room, type RoomSize } from './room.ts';
import { UnderWay, type UnderWayBounds } from './under-way.ts';
import { Visit } from './visit.ts';

type Ctx = Context<{ Bindings: Partial<HttpBindings> }>;

/** How much of the server may be used at once, and how slowly. */
export interface Bounds {
  connections: ConnectionBounds;
  underWay: UnderWayBounds;
  /** Memory for requests and answers of strangers, and of those who are signed in. */
  strangers: RoomSize;
  members: RoomSize;
  pace: Pace;
}

const MEGABYTE = 2 ** 20;

export const DEFAULT_BOUNDS: Bounds = {
  connections: {
    connections: 4096,
    perHome: 1024,
    perSite: 1024,
    arrivals: { burst: 2048, perSecond: 100 },
  },
  underWay: { perHome: 256, perSite: 512, strangers: 1024, perAccount: 32, streamsPerAccount: 16 },
  strangers: { bytes: 48 * MEGABYTE, share: 24 * MEGABYTE, waiting: 256, waitingEach: 32, patience: 5000 },
  members: { bytes: 160 * MEGABYTE, share: 26 * MEGABYTE, waiting: 1024, waitingEach: 32, patience: 10_000 },
  pace: DEFAULT_PACE,
};

/** A body lies in memory as it was read, as parameters, and as what goes to the database. */
const BODY_COPIES = 3;
/** Milliseconds after which some of one's own requests under way are answered. */
const SOON = 1000;

export interface GateOptions {
  parts: Parts;
  limits: Limits;
  names: Names;
  connections: Connections;
  behindProxy: boolean;
  bounds: Bounds;
  /** Of strangers at the database. */
  lane: Lane;
}

/** Whoever was let in, and how their body may be read. */
export interface Entered {
  session: Session | null;
  /** Counts a letter that begins, for its sender's home: the milliseconds to wait, 0 to go on. */
  begins: () => number;
  reading: Reading;
}

/** Who may come in, how often, and with how much. Nothing of a request is read, and the database not asked, before it says so. */
export class Gate {
  readonly #options: GateOptions;
  readonly #underWay: UnderWay;
  readonly #strangers: Room;
  readonly #members: Room;
  readonly #lane: Lane;

  constructor(options: GateOptions) {
    this.#options = options;
    this.#lane = options.lane;
    this.#underWay = new UnderWay(options.bounds.underWay);
    this.#strangers = new Room(options.bounds.strangers);
    this.#members = new Room(options.bounds.members);
  }

  /** Counts a call of somebody who is not, or need not be, signed in. */
  stranger(c: Ctx, visit: Visit, route: RouteName | null): Caller | Refused {
    const { names, limits, behindProxy } = this.#options;
    const forwarded = c.req.header('x-forwarded-for');
    const caller = names.caller(addressOf(forwarded, c.env?.incoming?.socket.remoteAddress, behindProxy));
    const wait = limits.stranger(caller, route);
    if (wait > 0) return tooOften(wait);
    const leave = this.#underWay.stranger(caller);
    if (!leave) return tooOften(SOON);
    visit.leaving(leave);
    return caller;
  }

  /**
   * The caller's session from its bearer token; those that this server never gave out do not reach the database.
   * `route` is null for a stream of nudges.
   */
  async session(c: Ctx, visit: Visit, route: RouteName | null): Promise<Session | Refused> {
    const { parts, names, limits, connections } = this.#options;
    const [scheme, text = ''] = (c.req.header('authorization') ?? '').split(' ');
    const token = Buffer.from(text, 'base64url');
    if (scheme !== 'Bearer' || !isToken(parts.challengeKey, token)) {
      const caller = this.stranger(c, visit, route);
      return caller instanceof Refused ? caller : refuse('not-signed-in');
    }
    const tokenHash = sha256(token);
    const bearer = names.of(tokenHash);
    const wait = limits.session(bearer);
    if (wait > 0) return tooOften(wait);
    const leave = this.#underWay.account(bearer);
    if (!leave) return tooOften(SOON);
    const account = await findSession(parts.db, tokenHash, dayNumberOf(parts.clock())).finally(leave);
    if (!account) return refuse('not-signed-in');
    if (c.env?.incoming) connections.known(c.env.incoming.socket);
    return this.#account({ account, tokenHash }, visit, route);
  }

  #account(session: Session, visit: Visit, route: RouteName | null): Session | Refused {
    const name = this.#options.names.of(session.account);
    const { limits } = this.#options;
    const wait = limits.account(name);
    if (wait > 0) return tooOften(wait);
    visit.answering((bytes) => limits.answered(name, bytes));
    const leave = route === null ? this.#underWay.stream(name) : this.#underWay.account(name);
    if (!leave) return tooOften(SOON);
    visit.leaving(leave);
    return session;
  }

  /** Lets a call of a route in: with a session where it needs one, and with memory for its body and its answer. */
  async enter(c: Ctx, visit: Visit, route: RouteName): Promise<Entered | Refused> {
    const { session } = ROUTES[route];
    const who = session ? await this.session(c, visit, route) : this.stranger(c, visit, route);
    if (who instanceof Refused) return who;
    const max = session ? LIMITS.body : (STRANGER_BODIES[route] ?? LIMITS.strangerBody);
    const refused = refuseAnnounced(c, max);
    if (refused) return refused;
    const [room, holder] =
      'account' in who
        ? [this.#members, this.#options.names.of(who.account)]
        : [this.#strangers, who.site ?? who.home];
    const held = await room.take(announcedSize(c) * BODY_COPIES + answerSize(route), holder);
    if (!held) return crowded();
    visit.holds(held);
    const { pace } = this.#options.bounds;
    const begins = () => ('account' in who ? 0 : this.#options.limits.letter(who));
    return {
      session: 'account' in who ? who : null,
      begins,
      reading: { max, held, copies: BODY_COPIES, pace },
    };
  }

  /** Lets somebody see a public page, which asks the database as a stranger's route does. */
  async page<T>(c: Ctx, work: () => Promise<T>): Promise<T | Refused> {
    const visit = new Visit(c);
    const caller = this.stranger(c, visit, 'doors/read');
    try {
      if (caller instanceof Refused) return caller;
      const shown = await this.#lane.run(async () => ({ page: await work() }));
      return shown === null ? crowded() : shown.page;
    } finally {
      visit.done(0);
    }
  }

  /**
   * Runs a route's work; that of strangers at the database a few at a time, so that members always find it free. What waits for
   * others' work at the database says so by `leave`.
   */
  async run<T>(route: RouteName, work: (leave: () => void) => Promise<T>): Promise<T | Refused> {
    if (!asksForStrangers(route)) return work(() => undefined);
    return (await this.#lane.run(work)) ?? crowded();
  }
}
