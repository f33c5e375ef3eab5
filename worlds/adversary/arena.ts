import { rm } from 'node:fs/promises';
import { makeFoundingToken, type RunningServer, startServer } from '@dayaq/server';
import { type Account, idBytes, type SpaceId, systemRandomness } from '@dayaq/sealing';
import { dataFolder } from '../../apps/server/src/testing/ready-data.ts';
import type { DatabaseHost, Keep, Surroundings } from '../../packages/vault/src/adapters.ts';
import type { Engine } from '../../packages/vault/src/database/engine.ts';
import { memoryKeep, nodeSurroundings, openNodeVault } from '../../packages/vault/src/node/index.ts';
import { expectOk, PASSPHRASE } from '../devices/world.ts';
import type { LocalVault } from '../../packages/vault/src/vault.ts';
import { Ear } from './ear.ts';
import { accountBehind } from './insider.ts';
import { Liar } from './liar.ts';
import { Model } from './model.ts';

const PLENTY = { burst: 1e9, perSecond: 1e9 };

/** One honest device and the server as it meets it. */
export interface Player {
  name: string;
  account: string;
  vault: LocalVault;
  engine: Engine;
  keep: Keep;
  liar: Liar;
}

/** One organisation on the real server: honest devices, an insider with an honest device, and a server that may lie to each. */
export interface Arena {
  space: SpaceId;
  honest: Player[];
  insider: Player;
  /** The insider's own keys. */
  account: Account;
  ear: Ear;
  model: Model;
  server: RunningServer;
  step: number;
  /** Milliseconds since 1970, for every device. */
  clock: number;
  /** Where the server was copied last: how long its charter was. */
  backup: { acts: number } | null;
  close(): Promise<void>;
}

/** The real server, once for many organisations. */
export async function startRealServer(): Promise<{ server: RunningServer; stop(): Promise<void> }> {
  const dataDir = await dataFolder('dayaq-adversary-');
  const server = await startServer({
    dataDir,
    rates: { call: PLENTY, stranger: PLENTY, account: PLENTY },
  });
  return {
    server,
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A database in memory that outlives a closed vault, as one on disk does. */
async function lasting(origin: string): Promise<{ host: DatabaseHost; engine(): Engine; lose(): void }> {
  const { database } = await nodeSurroundings(origin);
  const open = await database.open(new Uint8Array(32));
  let engine = open;
  const host: DatabaseHost = {
    storage: 'memory',
    open: () => Promise.resolve(kept(engine)),
    destroy: () => Promise.resolve(),
  };
  const next = await database.open(new Uint8Array(32));
  return {
    host,
    engine: () => engine,
    lose: () => {
      engine = next;
    },
  };
}

function kept(engine: Engine): Engine {
  return new Proxy(engine, {
    get: (target, name) => {
      if (name === 'close') return () => undefined;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** Founds an organisation with three honest devices and the insider's. `names[0]` and `names[1]` hold keys. */
export async function openArena(server: RunningServer): Promise<Arena> {
  const origin = server.url;
  const model = new Model();
  const arena = { step: 0, clock: Date.now(), backup: null, server, model } as unknown as Arena;
  const later: Surroundings['later'] = () => () => undefined;

  const player = async (name: string): Promise<Player> => {
    const keep = memoryKeep();
    const liar = new Liar(origin, async (route, request) => {
      if (name === 'M' || arena.ear === undefined) return;
      await arena.ear.hear(name, arena.step, route, request, (dossier) => model.bars(name, dossier));
    });
    const { host, engine, lose } = await lasting(origin);
    const parts = { keep, transport: liar.transport(), database: host, later, now: () => arena.clock };
    const vault = await openNodeVault(origin, parts);
    const made: Player = { name, account: '', vault, engine: engine(), keep, liar };
    Object.defineProperty(made, 'engine', { get: engine });
    reopeners.set(made, async () => {
      const handed = made.vault.handOver();
      if (handed === null) return;
      await made.vault.lock();
      made.vault = await openNodeVault(origin, parts);
      expectOk(await made.vault.takeOver(handed));
    });
    losers.set(made, lose);
    return made;
  };

  const a = await player('A');
  const token = await makeFoundingToken({ db: server.data.db, clock: Date.now, random: systemRandomness });
  expectOk(
    await a.vault.begin({
      token,
      passphrase: PASSPHRASE,
      organisation: 'Circle',
      name: 'A',
      country: 'az',
      language: 'az',
    }),
  );
  await a.vault.syncNow();
  const joined: Player[] = [];
  for (const name of ['B', 'C', 'M']) {
    const { link } = expectOk(
      await a.vault.invite({ role: 'caseworker', keyholder: name === 'B', days: 300 }),
    );
    const each = await player(name);
    expectOk(await each.vault.join({ link, passphrase: PASSPHRASE, name }));
    await each.vault.syncNow();
    await a.vault.syncNow();
    joined.push(each);
  }
  const all = [a, ...joined];
  for (let i = 0; i < 2; i++) for (const { vault } of all) await vault.syncNow();
  for (const each of all) {
    const status = await each.vault.status();
    each.account = status.account as string;
    arena.space = status.space as SpaceId;
    each.liar.space = arena.space;
  }
  const insider = joined[2] as Player;
  arena.honest = all.slice(0, 3);
  arena.insider = insider;
  arena.account = await accountBehind(insider.vault);
  arena.ear = new Ear(arena.account);
  arena.close = async () => {
    for (const { vault } of all) await vault.lock();
  };
  return arena;
}

const reopeners = new WeakMap<Player, () => Promise<void>>();
const losers = new WeakMap<Player, () => void>();

/** The device is closed and opened again, with its database or without it. */
export async function restart(player: Player, lost: boolean): Promise<void> {
  if (lost) losers.get(player)?.();
  await reopeners.get(player)?.();
}

/** Tables of a space that a backup holds and that change in the game. */
const TABLES = ['log', 'spaces', 'dossiers', 'readers', 'barred', 'wraps', 'members', 'former_logs'] as const;

const rowId = (space: SpaceId) => `'\\x${Buffer.from(idBytes(space)).toString('hex')}'::bytea`;

async function charterLength({ server, space }: Arena): Promise<number> {
  const { rows } = await server.data.db.pool.query<{ n: number }>(
    `select charter_seq as n from spaces where space_id = ${rowId(space)}`,
  );
  return Number(rows[0]?.n);
}

const copyName = (table: string, { space }: Arena) =>
  `copy_${table}_${Buffer.from(idBytes(space)).subarray(0, 6).toString('hex')}`;

/** Copies the organisation on the server, as a backup does. */
export async function backUp(arena: Arena): Promise<void> {
  const { pool } = arena.server.data.db;
  for (const table of TABLES) {
    const copy = copyName(table, arena);
    await pool.query(`drop table if exists ${copy}`);
    await pool.query(`create table ${copy} as select * from ${table} where space_id = ${rowId(arena.space)}`);
  }
  arena.backup = { acts: await charterLength(arena) };
}

/**
 * Puts the organisation back to its copy; `marked`: as the operator's command does, so that devices are told. Only then may
 * the team have changed since: without, it is a rollback of the charter, which ends every exchange, as it should.
 */
export async function putBack(arena: Arena, marked: boolean): Promise<boolean> {
  if (arena.backup === null) return false;
  const hasChanged = arena.backup.acts !== (await charterLength(arena));
  if (hasChanged && !marked) return false;
  if (hasChanged) arena.model.removalLost = true;
  const { pool } = arena.server.data.db;
  const lives = `select coalesce(max(number), 0) as n from former_logs where space_id = ${rowId(arena.space)}`;
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (const table of TABLES) {
      await client.query(`delete from ${table} where space_id = ${rowId(arena.space)}`);
      await client.query(`insert into ${table} select * from ${copyName(table, arena)}`);
    }
    if (marked) {
      const { rows } = await client.query<{ n: number }>(lives);
      await client.query(
        `insert into former_logs(space_id, number, log_id, until)
         select space_id, ${Number(rows[0]?.n) + 1}, log_id, position from spaces where space_id = ${rowId(arena.space)}`,
      );
      await client.query(
        `update spaces set log_id = substring(sha256(uuid_send(gen_random_uuid())) for 16) where space_id = ${rowId(arena.space)}`,
      );
    }
    await client.query('commit');
  } finally {
    client.release();
  }
  return true;
}

/** Who may read a dossier on the server now; null: every member. */
export async function readersOnServer(arena: Arena, dossier: string): Promise<Set<string> | null> {
  const { pool } = arena.server.data.db;
  const bytes = Buffer.from(idBytes(dossier as never));
  const { rows } = await pool.query<{ restricted: boolean }>(
    `select restricted from dossiers where space_id = ${rowId(arena.space)} and dossier_id = $1`,
    [bytes],
  );
  if (rows[0]?.restricted !== true) return null;
  const found = await pool.query<{ account_id: Buffer }>(
    `select account_id from readers where space_id = ${rowId(arena.space)} and dossier_id = $1`,
    [bytes],
  );
  return new Set(found.rows.map((row) => row.account_id.toString('base64url')));
}
