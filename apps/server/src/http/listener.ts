import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Connections } from './connections.ts';

/** How slow the other side may be. Milliseconds, and bytes in a second. */
export interface Pace {
  /** For all headers, from the first moment of a connection or request. */
  headers: number;
  /** Without a byte in a body. Within each such stretch a body and an answer must move at `rate`. */
  stretch: number;
  rate: number;
}

export const DEFAULT_PACE: Pace = { headers: 10_000, stretch: 15_000, rate: 2048 };

/** Longer than a proxy in front keeps its own idle connections, so that it never writes into one that just closed. */
const KEEP_ALIVE = 75_000;
/** For a whole request, whatever its pace. */
const REQUEST = 20 * 60_000;
const HEADER_BYTES = 8 * 1024;
const HEADER_COUNT = 64;

const BAD_REQUEST = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** An HTTP server that waits for nobody without end. */
export function openListener(
  fetch: (
    request: Request,
    env: { incoming: IncomingMessage; outgoing: ServerResponse },
  ) => Response | Promise<Response>,
  connections: Connections,
  pace: Pace,
): Server {
  const listener = getRequestListener(fetch as Parameters<typeof getRequestListener>[0]);
  const options: ServerOptions = {
    keepAliveTimeout: KEEP_ALIVE,
    headersTimeout: pace.headers,
    requestTimeout: REQUEST,
    connectionsCheckingInterval: Math.min(2000, pace.headers),
    maxHeaderSize: HEADER_BYTES,
  };
  const server = createServer(options, (incoming, outgoing) => {
    const { socket } = incoming;
    if (socket.destroyed) return;
    if (hostsOf(incoming) > 1 || !connections.begin(socket)) {
      // Written past the answers that wait, which nobody reads any more.
      socket.end(BAD_REQUEST);
      socket.destroySoon();
      return;
    }
    outgoing.once('close', () => connections.end(socket));
    cutSlowReaders(outgoing, pace);
    void listener(incoming, outgoing);
  });
  server.maxHeadersCount = HEADER_COUNT;
  connections.watch(server);
  return server;
}

/** Node refuses a request without a host, and takes the first of several; a proxy in front may have taken the last. */
function hostsOf({ rawHeaders }: IncomingMessage): number {
  let hosts = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]?.toLowerCase() === 'host') hosts++;
  return hosts;
}

/** Cuts a connection on which an answer does not leave at the pace. */
function cutSlowReaders(outgoing: ServerResponse, { stretch, rate }: Pace): void {
  outgoing.once('prefinish', () => {
    const size = Number(outgoing.getHeader('content-length') ?? 0);
    const timer = setTimeout(() => outgoing.socket?.destroy(), stretch + (size / rate) * 1000);
    outgoing.once('close', () => clearTimeout(timer));
  });
}
