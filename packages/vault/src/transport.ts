import { CONTENT_TYPE, NUDGES_PATH, PROTOCOL_VERSION, ROUTES, decodeBody, encodeBody } from '@dayaq/protocol';
import type { Refusal, Reply, Request, RouteName } from '@dayaq/protocol';
import { toBase64url } from '@dayaq/sealing';
import * as v from 'valibot';
import type { CallOutcome, Transport } from './adapters.ts';
import { failureOf } from './failure.ts';

/** A request that has not been answered after this many milliseconds is given up: 2G is slow, but not this slow. */
const PATIENCE = 60_000;

/** The server over `fetch`, in the browser and in Node. */
export function fetchTransport(origin: string): Transport {
  const headers = (token: Uint8Array | null): Record<string, string> => ({
    'content-type': CONTENT_TYPE,
    'dayaq-protocol': String(PROTOCOL_VERSION),
    ...(token === null ? {} : { authorization: `Bearer ${toBase64url(token)}` }),
  });
  const options = {
    method: 'POST',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  } as const;

  return {
    origin,
    async call<R extends RouteName>(
      route: R,
      request: Request<R>,
      token: Uint8Array | null,
    ): Promise<CallOutcome<R>> {
      let status: number;
      let bytes: Uint8Array;
      try {
        const response = await fetch(`${origin}/api/${route}`, {
          ...options,
          headers: headers(token),
          body: encodeBody(request),
          signal: AbortSignal.timeout(PATIENCE),
        });
        status = response.status;
        bytes = new Uint8Array(await response.arrayBuffer());
      } catch {
        return { ok: false, failure: { code: 'offline' }, code: 'offline' };
      }
      try {
        const body = decodeBody(bytes);
        if (status !== 200) {
          const refusal = body as Refusal;
          const seconds =
            refusal.retryAfter === undefined ? undefined : String(Math.ceil(refusal.retryAfter / 1000));
          return {
            ok: false,
            failure: failureOf(refusal.error, seconds ?? refusal.detail),
            code: refusal.error,
          };
        }
        return { ok: true, value: v.parse(ROUTES[route].reply, body) as Reply<R> };
      } catch {
        // A proxy's error page, a captive portal, or an answer that is not the protocol's: as good as no server.
        const code = status === 200 ? 'server-lies' : 'server-unavailable';
        return { ok: false, failure: { code }, code };
      }
    },
    async *nudges(token, signal) {
      const response = await fetch(origin + NUDGES_PATH, {
        ...options,
        headers: headers(token),
        body: encodeBody({}),
        signal,
      });
      if (!response.ok || response.body === null) return;
      const reader = response.body.getReader();
      const decoder = new TextDecoder();
      let line = '';
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        line += decoder.decode(value, { stream: true });
        if (line.length > 64 * 1024) return;
        const ends = line.lastIndexOf('\n');
        if (ends < 0) continue;
        const lines = line.slice(0, ends).split('\n');
        line = line.slice(ends + 1);
        if (lines.some((each) => each !== '' && each !== '[]')) yield;
      }
    },
  };
}
