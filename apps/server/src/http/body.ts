import {
  CONTENT_TYPE,
  decodeBody,
  LIMITS,
  type Request as BodyOf,
  type RouteName,
  ROUTES,
} from '@dayaq/protocol';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import * as v from 'valibot';
import { Refused, refuse } from '../refused.ts';
import { readAppendBody } from './append-body.ts';

type Ctx = Context<{ Bindings: Partial<HttpBindings> }>;

/**
 * The request's bytes as they come: straight from the socket where there is one, which stays open when they are not
 * read to the end, so that the refusal still goes out.
 */
function chunksOf(c: Ctx): AsyncIterable<Uint8Array> {
  return c.env?.incoming?.iterator({ destroyOnReturn: false }) ?? c.req.raw.body ?? noChunks();
}

async function* noChunks(): AsyncGenerator<Uint8Array> {}

/** Reads a request's bytes, never more than `max`: what is announced or sent beyond that is refused unread. */
async function readBytes(c: Ctx, max: number): Promise<Uint8Array | Refused> {
  if (Number(c.req.header('content-length') ?? 0) > max) return refuse('too-large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(c)) {
    size += chunk.length;
    if (size > max) return refuse('too-large');
    chunks.push(chunk);
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

/** Reads, decodes and validates the body of a request. */
export async function readBody<R extends RouteName>(c: Ctx, route: R): Promise<BodyOf<R> | Refused> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== CONTENT_TYPE) return refuse('wrong-type');
  const bytes = await readBytes(c, LIMITS.body);
  return bytes instanceof Refused ? bytes : parseBody(route, bytes);
}
