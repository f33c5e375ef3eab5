import { CONTENT_TYPE, decodeBody, type Request as BodyOf, type RouteName, ROUTES } from '@dayaq/protocol';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import * as v from 'valibot';
import { crowded, Refused, refuse } from '../refused.ts';
import { readAppendBody } from './append-body.ts';
import type { Pace } from './listener.ts';
import type { Held } from './room.ts';

type Ctx = Context<{ Bindings: Partial<HttpBindings> }>;

/** What a body that does not say its size takes first, and then again whenever that is used up. */
const STEP = 16 * 1024;

/** How a body may be read. */
export interface Reading {
  /** Bytes that it may have. */
  max: number;
  /** Where each of its bytes is counted; what `announcedSize` tells is in it already. */
  held: Held;
  /** How often the bytes of one body lie in memory until its handler is done. */
  copies: number;
  pace: Pace;
}

/** What a request says that its body has, in bytes; null when it does not say. */
function contentLength(c: Ctx): number | null {
  const text = c.req.header('content-length');
  return text === undefined ? null : Number(text);
}

/** The bytes to take before any is read. */
export function announcedSize(c: Ctx): number {
  return contentLength(c) ?? STEP;
}

/** Whether the request announces another type, or more bytes than `max`: refused unread. */
export function refuseAnnounced(c: Ctx, max: number): Refused | null {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== CONTENT_TYPE) return refuse('wrong-type');
  return (contentLength(c) ?? 0) > max ? refuse('too-large') : null;
}

/**
 * The request's bytes as they come: straight from the socket where there is one, which stays open when they are not
 * read to the end, so that the refusal still goes out.
 */
function chunksOf(c: Ctx): AsyncIterable<Uint8Array> {
  return c.env?.incoming?.iterator({ destroyOnReturn: false }) ?? c.req.raw.body ?? noChunks();
}

async function* noChunks(): AsyncGenerator<Uint8Array> {}

/** Cuts the connection when a stretch goes by with fewer bytes than the pace asks. */
function watchPace(c: Ctx, { stretch, rate }: Pace): { moved(bytes: number): void; end(): void } {
  let moved = 0;
  const timer = setInterval(() => {
    if (moved < (stretch / 1000) * rate) c.env?.incoming?.socket.destroy();
    moved = 0;
  }, stretch);
  return { moved: (bytes) => (moved += bytes), end: () => clearInterval(timer) };
}

/** Reads a request's bytes, each counted before it is kept. What broke off or was cut for its slowness is malformed. */
async function readBytes(c: Ctx, { max, held, copies, pace }: Reading): Promise<Uint8Array | Refused> {
  const chunks: Uint8Array[] = [];
  let taken = announcedSize(c);
  let size = 0;
  const watch = watchPace(c, pace);
  try {
    for await (const chunk of chunksOf(c)) {
      size += chunk.length;
      watch.moved(chunk.length);
      if (size > max) return refuse('too-large');
      while (taken < size) {
        if (!held.grow(STEP * copies)) return crowded();
        taken += STEP;
      }
      chunks.push(chunk);
    }
  } catch (error) {
    if (c.env?.incoming?.destroyed) return refuse('malformed', 'broken-off');
    throw error;
  } finally {
    watch.end();
  }
  const [only] = chunks;
  return chunks.length === 1 && only ? only : Buffer.concat(chunks, size);
}

/** The decoded and validated body of a route, or why it is none. Throws nothing whatever the bytes are. */
export function parseBody<R extends RouteName>(route: R, bytes: Uint8Array): BodyOf<R> | Refused {
  if (route === 'entries/append') {
    // Narrowing `route` does not narrow `R`.
    return (readAppendBody(bytes) as BodyOf<R> | null) ?? refuse('malformed');
  }
  let value: unknown;
  try {
    value = decodeBody(bytes);
  } catch {
    return refuse('malformed', 'cbor');
  }
  const parsed = v.safeParse(ROUTES[route].request, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  return refuse('malformed', v.getDotPath(parsed.issues[0]) ?? undefined);
}

/** Reads, decodes and validates the body of a request that `refuseAnnounced` let pass. */
export async function readBody<R extends RouteName>(
  c: Ctx,
  route: R,
  reading: Reading,
): Promise<BodyOf<R> | Refused> {
  const bytes = await readBytes(c, reading);
  return bytes instanceof Refused ? bytes : parseBody(route, bytes);
}
