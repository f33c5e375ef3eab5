import { encodeBody } from '@dayaq/protocol';
import { fetchTransport } from '../../packages/vault/src/transport.ts';
import type { Transport } from '../../packages/vault/src/adapters.ts';
import { Chance } from '../../worlds/demo/random.ts';

export interface Network {
  /** Bits a second, for all that travels at once; 0 for no limit. */
  rate: number;
  /** Milliseconds to the server and back. */
  latency: number;
  /** Every how many answers one is lost; 0 for none. */
  losesEvery: number;
}

/** Frames of HTTP around a body, as Node and a browser send them. */
const HEADERS = 350;
const SEED = 2026;

/**
 * The real transport behind a narrow network: one link, on which bytes follow each other. A lost answer breaks off somewhere on its
 * way, drawn evenly from a fixed seed; what had come of it has used up the link, and the caller hears of it then.
 */
export function narrowTransport(
  origin: string,
  network: Network,
): Transport & { bytes: number; lost: number } {
  const honest = fetchTransport(origin);
  const chance = new Chance(SEED, 1);
  let answers = 0;
  let freeAt = 0;
  const transport: Transport & { bytes: number; lost: number } = {
    ...honest,
    bytes: 0,
    lost: 0,
    async call(route, request, token) {
      const answer = await honest.call(route, request, token);
      const up = encodeBody(request).length + HEADERS;
      const down = (answer.ok ? encodeBody(answer.value).length : 0) + HEADERS;
      const isLost = network.losesEvery > 0 && ++answers % network.losesEvery === 0;
      const travelled = up + (isLost ? Math.ceil(down * chance.share()) : down);
      transport.bytes += travelled;
      if (network.rate > 0) {
        const now = performance.now();
        freeAt = Math.max(now, freeAt) + bytesTime(travelled, network.rate);
        await new Promise((arrived) => setTimeout(arrived, freeAt - now + network.latency));
      }
      if (!isLost) return answer;
      transport.lost++;
      return { ok: false, failure: { code: 'offline' }, code: 'offline' };
    },
    // Nobody writes meanwhile.
    nudges: (_token, signal) => ({
      [Symbol.asyncIterator]: () => ({
        next: () =>
          new Promise<IteratorResult<void>>((ended) => {
            signal.addEventListener('abort', () => ended({ done: true, value: undefined }));
          }),
      }),
    }),
  };
  return transport;
}

/** Milliseconds that so many bytes take at so many bits a second. */
export function bytesTime(bytes: number, rate: number): number {
  return (bytes * 8000) / rate;
}
