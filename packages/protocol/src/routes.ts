import type * as v from 'valibot';
import { ACCOUNTS } from './routes/accounts.ts';
import { FILES } from './routes/files.ts';
import { LOG, type logItem } from './routes/log.ts';
import { TEAM } from './routes/team.ts';
import { VISITORS } from './routes/visitors.ts';
import { WAKING } from './routes/waking.ts';

/**
 * The whole HTTP contract. A route `group/verb` is `POST /api/group/verb` with a CBOR body and a CBOR answer, so that
 * no id ever stands in an address. `session` says whether a bearer token is needed. The handler of `group/verb` is
 * `apps/server/src/api/group/verb.ts`.
 */
export const ROUTES = {
  ...ACCOUNTS,
  ...TEAM,
  ...LOG,
  ...FILES,
  ...VISITORS,
  ...WAKING,
} as const;

export type RouteName = keyof typeof ROUTES;
export type Request<R extends RouteName> = v.InferOutput<(typeof ROUTES)[R]['request']>;
export type Reply<R extends RouteName> = v.InferOutput<(typeof ROUTES)[R]['reply']>;
export type LogItem = v.InferOutput<typeof logItem>;

/**
 * Live nudges: `POST /api/nudges` with a bearer token and an empty body answers with a stream of lines, one
 * JSON array of base64url space ids that have something new, or `[]` as a heartbeat every 25 seconds.
 */
export const NUDGES_PATH = '/api/nudges';
export const NUDGE_HEARTBEAT = 25_000;
