import {
  CONTENT_TYPE,
  encodeBody,
  ERRORS,
  NUDGES_PATH,
  PROTOCOL_VERSION,
  type RouteName,
  ROUTES,
} from '@dayaq/protocol';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { nudges } from './api/nudges.ts';
import type { Session } from './api/handler.ts';
import { HANDLERS } from './api/registry.ts';
import { dayOf } from './days.ts';
import { sha256 } from './hash.ts';
import { readBody } from './http/body.ts';
import { SECURITY_HEADERS } from './http/headers.ts';
import { durationBucket, errorName, type Log } from './http/log.ts';
import type { Limits } from './http/limits.ts';
import type { StaticFiles } from './http/static.ts';
import { isUnavailable } from './http/unavailable.ts';
import type { Parts } from './parts.ts';
import { Refused, refuse } from './refused.ts';
import { findSession } from './storage/sessions.ts';

interface Env {
  Bindings: Partial<HttpBindings>;
}
type Ctx = Context<Env>;

export interface AppOptions {
  parts: Parts;
  log: Log;
  limits: Limits;
  /** The built workspace; null in tests that need only the API. */
  files: StaticFiles | null;
}

/** The caller's session from its bearer token, or why there is none. */
async function sessionOf(c: Ctx, parts: Parts): Promise<Session | Refused> {
  const [scheme, token = ''] = (c.req.header('authorization') ?? '').split(' ');
  if (scheme !== 'Bearer' || !/^[\w-]{43}$/.test(token)) return refuse('not-signed-in');
  const tokenHash = sha256(Buffer.from(token, 'base64url'));
  const account = await findSession(parts.db, tokenHash, dayOf(parts.clock()));
  return account ? { account, tokenHash } : refuse('not-signed-in');
}

function speaksProtocol(c: Ctx): boolean {
  return (c.req.header('dayaq-protocol') ?? String(PROTOCOL_VERSION)) === String(PROTOCOL_VERSION);
}

/** Validates the body, finds the session and runs the handler of one route. */
async function answer<R extends RouteName>(c: Ctx, route: R, options: AppOptions): Promise<unknown> {
  const { parts, limits } = options;
  if (!speaksProtocol(c) && route !== 'server/hello') return refuse('version-mismatch');
  const definition = ROUTES[route];
  const wait = limits.call(c, route);
  if (wait > 0) return new Refused({ error: 'rate-limited', retryAfter: wait });
  const session = definition.session ? await sessionOf(c, parts) : null;
  if (session instanceof Refused) return session;
  const body = await readBody(c, route);
  if (body instanceof Refused) return body;
  const waitMore = limits.body(route, body);
  if (waitMore > 0) return new Refused({ error: 'rate-limited', retryAfter: waitMore });
  // The registry ties each route's body to its handler; TypeScript cannot follow that through a union of routes.
  const handler = HANDLERS[route] as (body: unknown, call: unknown) => Promise<unknown>;
  return handler(body, session ? { parts, session } : { parts });
}

function respond(c: Ctx, result: unknown): Response {
  const headers: Record<string, string> = { 'content-type': CONTENT_TYPE, 'cache-control': 'no-store' };
  if (!(result instanceof Refused)) return c.body(encodeBody(result), 200, headers);
  const { refusal } = result;
  if (refusal.retryAfter !== undefined) headers['retry-after'] = String(Math.ceil(refusal.retryAfter / 1000));
  // The rest of a body that is refused unread would otherwise be taken for the next request.
  if (refusal.error === 'too-large' || refusal.error === 'wrong-type') headers['connection'] = 'close';
  return c.body(encodeBody(refusal), ERRORS[refusal.error], headers);
}

/** Turns whatever a route's work throws into a typed refusal, and writes the one log line. */
async function guarded(
  c: Ctx,
  route: string,
  options: AppOptions,
  work: () => Promise<unknown>,
): Promise<Response> {
  const started = performance.now();
  let thrown: string | undefined;
  let result: unknown;
  try {
    result = await work();
  } catch (error) {
    thrown = errorName(error);
    result = refuse(isUnavailable(error) ? 'unavailable' : 'internal');
  }
  const response = result instanceof Response ? result : respond(c, result);
  const error = thrown ?? (result instanceof Refused ? result.refusal.error : undefined);
  options.log.request({
    route,
    status: response.status,
    duration: durationBucket(performance.now() - started),
    ...(error === undefined ? {} : { error }),
  });
  return response;
}

/** The whole server as a Hono app, from its parts. */
export function createApp(options: AppOptions): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value);
  });
  for (const route of Object.keys(ROUTES) as RouteName[]) {
    app.post(`/api/${route}`, (c) => guarded(c, route, options, () => answer(c, route, options)));
  }
  app.post(NUDGES_PATH, (c) =>
    guarded(c, 'nudges', options, async () => {
      const session = await sessionOf(c, options.parts);
      return session instanceof Refused ? session : nudges(c, options.parts, session);
    }),
  );
  app.all('/api/*', (c) => guarded(c, 'unknown', options, async () => refuse('not-found')));
  // Hono would print what was thrown; a log line with its class is all that may be said.
  app.onError((error, c) => {
    options.log.event('uncaught', errorName(error));
    return c.body(null, 500);
  });
  const { files } = options;
  if (files) app.get('*', (c) => files.serve(c));
  return app;
}
