import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Caller, Names } from './caller.ts';
import { byPlace } from './limits.ts';
import type { Rate } from './rate.ts';

export interface ConnectionBounds {
  connections: number;
  /** From one home and from one /48. Behind a proxy all connections are the proxy's, and only the sum counts. */
  perHome: number;
  perSite: number;
  /** New ones from one home, and four times as many from one /48. */
  arrivals: Rate;
}

interface Open {
  caller: Caller | null;
  /** A member's: never cut to make room for somebody else. */
  known: boolean;
  /** Requests that are not answered yet. */
  underWay: number;
}

/**
 * A browser or proxy sends the next request when the last one was answered; one more may cross with the end of an answer.
 * What sends many at once wants them all in memory.
 */
const MOST_AT_ONCE = 2;

/** Bounds a server's connections, in all and by where they come from. When all are taken, the most crowded place gives one up. */
export class Connections {
  readonly #bounds: ConnectionBounds;
  readonly #names: Names;
  readonly #behindProxy: boolean;
  readonly #open = new Map<Socket, Open>();
  readonly #homes = new Map<string, number>();
  readonly #sites = new Map<string, number>();

  readonly #arrivals: (caller: Caller) => number;

  constructor(names: Names, behindProxy: boolean, bounds: ConnectionBounds, clock: () => number) {
    this.#arrivals = byPlace(bounds.arrivals, clock);
    this.#names = names;
    this.#behindProxy = behindProxy;
    this.#bounds = bounds;
  }

  /** Stands before the server's own listeners: for a connection that is refused no parser is made. */
  watch(server: Server): void {
    const welcome = server.listeners('connection');
    server.removeAllListeners('connection');
    server.on('connection', (socket: Socket) => {
      if (this.#arrived(socket)) for (const listener of welcome) Reflect.apply(listener, server, [socket]);
    });
  }

  /** A request begins on a connection; false when others wait before it already, and it is not to be answered. */
  begin(socket: Socket): boolean {
    const open = this.#open.get(socket);
    if (!open || open.underWay >= MOST_AT_ONCE) return false;
    open.underWay++;
    return true;
  }

  end(socket: Socket): void {
    const open = this.#open.get(socket);
    if (open) open.underWay--;
  }

  /** A request on this connection came with a session that stands. */
  known(socket: Socket): void {
    const open = this.#open.get(socket);
    if (open) open.known = true;
  }

  #arrived(socket: Socket): boolean {
    const caller = this.#behindProxy ? null : this.#names.caller(socket.remoteAddress ?? 'local');
    if (!this.#admits(caller) || (this.#open.size >= this.#bounds.connections && !this.#makeRoom())) {
      socket.resetAndDestroy();
      return false;
    }
    this.#open.set(socket, { caller, known: false, underWay: 0 });
    this.#count(caller, 1);
    socket.once('close', () => this.#left(socket));
    return true;
  }

  #left(socket: Socket): void {
    const open = this.#open.get(socket);
    if (!open) return;
    this.#open.delete(socket);
    this.#count(open.caller, -1);
  }

  #admits(caller: Caller | null): boolean {
    if (caller === null) return true;
    if (this.#arrivals(caller) > 0) return false;
    const { home, site } = caller;
    if ((this.#homes.get(home) ?? 0) >= this.#bounds.perHome) return false;
    return site === null || (this.#sites.get(site) ?? 0) < this.#bounds.perSite;
  }

  #count(caller: Caller | null, by: number): void {
    if (caller === null) return;
    add(this.#homes, caller.home, by);
    if (caller.site !== null) add(this.#sites, caller.site, by);
  }

  /** Cuts the eldest connection of the most crowded place that is no member's; behind a proxy the eldest idle one. */
  #makeRoom(): boolean {
    const crowds = new Map<string, number>();
    const placeOf = ({ caller }: Open): string => caller?.site ?? caller?.home ?? '';
    const spare = (open: Open): boolean => !open.known && (open.caller !== null || open.underWay === 0);
    for (const open of this.#open.values()) if (spare(open)) add(crowds, placeOf(open), 1);
    let crowded: string | null = null;
    for (const [place, count] of crowds) {
      if (crowded === null || count > (crowds.get(crowded) ?? 0)) crowded = place;
    }
    for (const [socket, open] of this.#open) {
      if (!spare(open) || placeOf(open) !== crowded) continue;
      this.#left(socket);
      socket.destroy();
      return true;
    }
    return false;
  }
}

function add(counts: Map<string, number>, name: string, by: number): void {
  const count = (counts.get(name) ?? 0) + by;
  if (count === 0) counts.delete(name);
  else counts.set(name, count);
}
