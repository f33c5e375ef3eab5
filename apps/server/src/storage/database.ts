import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';

/** The pool for prepared statements on the hot path, and the typed query builder over the same pool. */
export interface Database {
  pool: pg.Pool;
  tables: Kysely<Schema>;
  close(): Promise<void>;
}
export type Tables = Kysely<Schema> | Transaction<Schema>;

/** `bigint` (type 20) as a number: positions stay far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser(id, format) {
    if (id === 20 && format !== 'binary') return Number;
    return pg.types.getTypeParser(id, format);
  },
};

/**
 * Opens a pool. Connections are made when needed, so this succeeds while PostgreSQL is away; queries then fail and
 * work again once it is back.
 */
export function openDatabase(config: pg.ClientConfig, connections = 10): Database {
  const pool = new pg.Pool({
    ...config,
    types,
    max: connections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    application_name: 'dayaq',
  });
  // An idle connection that breaks (PostgreSQL restarted) is dropped by the pool; the next query opens another.
  pool.on('error', () => undefined);
  // One that breaks while it is in use fails its query, which says enough; unheard, the event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const tables = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { pool, tables, close: () => pool.end() };
}
