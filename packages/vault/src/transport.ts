import { CONTENT_TYPE, NUDGES_PATH, PROTOCOL_VERSION, ROUTES, decodeBody, encodeBody } from '@dayaq/protocol';
import type { Refusal, Reply, Request, RouteName } from '@dayaq/protocol';
import { toBase64url } from '@dayaq/sealing';
import * as v from 'valibot';
import type { CallOutcome, Transport } from './adapters.ts';
import { failureOf } from './failure.ts';

/**
 * Milliseconds after which a request is given up: without a first byte, without a further one, and in all. 2G is slow,
 * but not this slow.
 */
export interface Patience {
  first: number;
  next: number;
  whole: number;
}
const PATIENCE: Patience = { first: 60_000, next: 20_000, whole: 240_000 };
/** A server sends a heartbeat every 25 seconds; a stream that is silent for longer is dead. */
const NUDGES_PATIENCE = 70_000;

type Answer = 'not-the-server' | { status: number; bytes: Uint8Array };

/** The server over `fetch`, in the browser and in Node. */
export function fetchTransport(origin: string, patience: Patience = PATIENCE): Transport {
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
    // The server redirects nobody: whoever does is somebody else, and would be handed the body.
    redirect: 'manual',
  } as const;

  return {
    origin,
    async call<R extends RouteName>(
      route: R,
      request: Request<R>,
      token: Uint8Array | null,
    ): Promise<CallOutcome<R>> {
      let answer: Answer;
      try {
        answer = await within(patience, (signal, alive) =>
          fetchAnswer(
            `${origin}/api/${route}`,
            { ...options, headers: headers(token), body: encodeBody(request), signal },
            alive,
          ),
        );
      } catch {
        return { ok: false, failure: { code: 'offline' }, code: 'offline' };
      }
      if (answer === 'not-the-server') return { ok: false, failure: { code: answer }, code: answer };
      return read(route, answer);
    },
    async *nudges(token, signal) {
      if (signal.aborted) return;
      const silence = new AbortController();
      const watch = patiently(silence);
      const stop = () => silence.abort();
      signal.addEventListener('abort', stop);
      try {
        watch(NUDGES_PATIENCE);
        const response = await fetch(origin + NUDGES_PATH, {
          ...options,
          headers: headers(token),
          body: encodeBody({}),
          signal: silence.signal,
        });
        if (!response.ok || response.body === null) return;
        const reader = response.body.getReader();
        const decoder = new TextDecoder();
        let line = '';
        let isOpen = false;
        for (;;) {
          watch(NUDGES_PATIENCE);
          const { done, value } = await reader.read();
          if (done) return;
          line += decoder.decode(value, { stream: true });
          if (line.length > 64 * 1024) return;
          const end = line.lastIndexOf('\n');
          if (end < 0) continue;
          const lines = line.slice(0, end).split('\n');
          line = line.slice(end + 1);
          // The first line says that whatever comes from now on is told.
          if (!isOpen) yield;
          isOpen = true;
          if (lines.some((each) => each !== '' && each !== '[]')) yield;
        }
      } finally {
        watch(null);
        signal.removeEventListener('abort', stop);
      }
    },
  };
}

async function fetchAnswer(url: string, init: RequestInit, alive: () => void): Promise<Answer> {
  const response = await fetch(url, init);
  alive();
  const { status } = response;
  if (response.headers.get('content-type') !== CONTENT_TYPE) {
    await response.body?.cancel();
    // A proxy before the right server says so when that one is away; anything else was never Dayaq.
    return status >= 500 && status !== 511 ? { status, bytes: new Uint8Array() } : 'not-the-server';
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (next === undefined || next.done) break;
    alive();
    parts.push(next.value);
    size += next.value.length;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { status, bytes };
}

function read<R extends RouteName>(
  route: R,
  { status, bytes }: { status: number; bytes: Uint8Array },
): CallOutcome<R> {
  try {
    const body = decodeBody(bytes);
    if (status !== 200) {
      const refusal = body as Refusal;
      const seconds =
        refusal.retryAfter === undefined ? undefined : String(Math.ceil(refusal.retryAfter / 1000));
      return { ok: false, failure: failureOf(refusal.error, seconds ?? refusal.detail), code: refusal.error };
    }
    return { ok: true, value: v.parse(ROUTES[route].reply, body) as Reply<R> };
  } catch {
    const code = status === 200 ? 'server-lies' : 'server-unavailable';
    return { ok: false, failure: { code }, code };
  }
}

/** Aborts the work when nothing has come for too long, or when all of it takes too long. */
async function within<T>(
  { first, next, whole }: Patience,
  work: (signal: AbortSignal, alive: () => void) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const watch = patiently(stop);
  watch(first);
  const end = setTimeout(() => stop.abort(), whole);
  try {
    return await work(stop.signal, () => watch(next));
  } finally {
    watch(null);
    clearTimeout(end);
  }
}

/** Starts the wait anew at each call; null ends it. */
function patiently(stop: AbortController): (ms: number | null) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (ms) => {
    clearTimeout(timer);
    if (ms !== null) timer = setTimeout(() => stop.abort(), ms);
  };
}
