import {
  CONTENT_TYPE,
  encodeBody,
  type ErrorCode,
  ERRORS,
  NUDGES_PATH,
  PROTOCOL_VERSION,
  type RouteName,
  ROUTES,
} from '@dayaq/protocol';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { nudges } from './api/nudges.ts';
import { HANDLERS } from './api/registry.ts';
import { readBody } from './http/body.ts';
import type { Gate } from './http/gate.ts';
import { SECURITY_HEADERS } from './http/headers.ts';
import { durationBucket, errorName, type Log } from './http/log.ts';
import type { StaticFiles } from './http/static.ts';
import { isUnavailable } from './http/unavailable.ts';
import { Visit } from './http/visit.ts';
import type { Parts } from './parts.ts';
import { Refused, refuse } from './refused.ts';
import type { VisitorPages } from './visitors/pages.ts';

interface Env {
  Bindings: Partial<HttpBindings>;
}
type Ctx = Context<Env>;

export interface AppOptions {
  parts: Parts;
  log: Log;
  gate: Gate;
  /** The built workspace; null in tests that need only the API. */
  files: StaticFiles | null;
  /** The public pages and their scripts; null where those are not built. */
  visitors: { pages: VisitorPages; files: StaticFiles } | null;
}

function speaksProtocol(c: Ctx): boolean {
  return (c.req.header('dayaq-protocol') ?? String(PROTOCOL_VERSION)) === String(PROTOCOL_VERSION);
}

/** Lets the caller in, validates the body and runs the handler of one route. */
async function answer<R extends RouteName>(
  c: Ctx,
  visit: Visit,
  route: R,
  { parts, gate }: AppOptions,
): Promise<unknown> {
  if (!speaksProtocol(c) && route !== 'server/hello') return refuse('version-mismatch');
  const entered = await gate.enter(c, visit, route);
  if (entered instanceof Refused) return entered;
  const { session, begins, reading } = entered;
  const body = await readBody(c, route, reading);
  if (body instanceof Refused) return body;
  // The registry ties each route's body to its handler; TypeScript cannot follow that through a union of routes.
  const handler = HANDLERS[route] as (body: unknown, call: unknown) => Promise<unknown>;
  return gate.run(route, (leave) => handler(body, session ? { parts, session } : { parts, begins, leave }));
}

/** Refusals after which a connection is not used again: a body may be left unread, or there are too many already. */
const LAST: ReadonlySet<ErrorCode> = new Set(['too-large', 'wrong-type', 'unavailable']);

function respond(c: Ctx, visit: Visit, result: unknown): Response {
  const refusal = result instanceof Refused ? result.refusal : null;
  const headers: Record<string, string> = { 'content-type': CONTENT_TYPE, 'cache-control': 'no-store' };
  if (refusal?.retryAfter !== undefined)
    headers['retry-after'] = String(Math.ceil(refusal.retryAfter / 1000));
  if (refusal !== null && LAST.has(refusal.error)) headers['connection'] = 'close';
  const bytes = encodeBody(refusal ?? result);
  visit.done(bytes.length);
  return c.body(bytes, refusal === null ? 200 : ERRORS[refusal.error], headers);
}

/** Turns whatever a route's work throws into a typed refusal, and writes the one log line. */
async function guarded(
  c: Ctx,
  route: string,
  options: AppOptions,
  work: (visit: Visit) => Promise<unknown>,
): Promise<Response> {
  const started = performance.now();
  const visit = new Visit(c);
  let thrown: string | undefined;
  let result: unknown;
  try {
    result = await work(visit);
  } catch (error) {
    thrown = errorName(error);
    result = refuse(isUnavailable(error) ? 'unavailable' : 'internal');
  }
  if (result instanceof Response) visit.done(0);
  const response = result instanceof Response ? result : respond(c, visit, result);
  const refusal = result instanceof Refused ? result.refusal : null;
  // A crowd must not fill the log.
  if (refusal?.error === 'unavailable' && refusal.retryAfter !== undefined) {
    options.log.crowded();
    return response;
  }
  const error = thrown ?? refusal?.error;
  options.log.request({
    route,
    status: response.status,
    duration: durationBucket(performance.now() - started),
    ...(error === undefined ? {} : { error }),
  });
  return response;
}

/** Where the public pages are. */
const VISITORS = '/page/';

/** Answers somebody who asks for a page, if they do not ask too often. */
async function asStranger(c: Ctx, gate: Gate, answer: () => Promise<Response>): Promise<Response> {
  const visit = new Visit(c);
  const caller = gate.stranger(c, visit, null);
  visit.done(0);
  return caller instanceof Refused ? wait(c, caller) : answer();
}

/** What a browser is told that comes too often, or in a crowd. */
function wait(c: Ctx, { refusal }: Refused): Response {
  return c.body(null, ERRORS[refusal.error], {
    'retry-after': String(Math.ceil((refusal.retryAfter ?? 0) / 1000)),
  });
}

/** A public page, or a file of one: nothing of them is kept by a browser. */
function visitorsPage(
  c: Ctx,
  gate: Gate,
  { pages, files }: NonNullable<AppOptions['visitors']>,
): Promise<Response> {
  const path = c.req.path.slice(VISITORS.length);
  if (path.startsWith('files/'))
    return asStranger(c, gate, () =>
      Promise.resolve(files.unkept(c, path.slice('files'.length)) ?? c.text('', 404)),
    );
  return shownPage(c, gate, () => pages.at(path));
}

async function shownPage(c: Ctx, gate: Gate, find: () => ReturnType<VisitorPages['at']>): Promise<Response> {
  const page = await gate.page(c, find);
  c.header('cache-control', 'no-store');
  if (page instanceof Refused) return wait(c, page);
  return page === null ? c.text('', 404) : c.html(page);
}

/** The whole server as a Hono app, from its parts. */
export function createApp(options: AppOptions): Hono<Env> {
  const { gate } = options;
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value);
  });
  for (const route of Object.keys(ROUTES) as RouteName[]) {
    app.post(`/api/${route}`, (c) => guarded(c, route, options, (visit) => answer(c, visit, route, options)));
  }
  app.post(NUDGES_PATH, (c) =>
    guarded(c, 'nudges', options, async (visit) => {
      const session = await gate.session(c, visit, null);
      return session instanceof Refused ? session : nudges(c, options.parts, session);
    }),
  );
  app.all('/api/*', (c) =>
    guarded(c, 'unknown', options, async (visit) => {
      const caller = gate.stranger(c, visit, null);
      return caller instanceof Refused ? caller : refuse('not-found');
    }),
  );
  // Hono would print what was thrown; a log line with its class is all that may be said.
  app.onError((error, c) => {
    options.log.event('uncaught', errorName(error));
    return c.body(null, 500);
  });
  const { files, visitors } = options;
  if (visitors) app.get(`${VISITORS}*`, (c) => visitorsPage(c, gate, visitors));
  if (files) app.get('*', (c) => asStranger(c, gate, () => Promise.resolve(files.serve(c))));
  return app;
}
