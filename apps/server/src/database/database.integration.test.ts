import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startServer } from '../server.ts';
import { call, must } from '../testing/client.ts';
import { freePort, postmasterOf, runDayaq, startProcess } from '../testing/server-process.ts';
import { dataFolder } from '../testing/ready-data.ts';
import { entries, openDossier } from '../testing/space.ts';
import { until } from '../testing/until.ts';
import { startWorld } from '../testing/world.ts';
import { isAlive } from './process.ts';

/** Where a database is made at the first start. */
const emptyFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'dayaq-data-'));
const folderFor = (): Promise<string> => dataFolder('dayaq-data-');

describe('a second start on the same data', () => {
  test('says so, changes nothing and fails; the first goes on', async () => {
    const folder = await folderFor();
    const port = await freePort();
    const first = await startProcess(folder, port);
    const second = await runDayaq(['start', '--data', folder, '--port', String(await freePort())]);
    expect(second.code).toBe(1);
    expect(second.out).toBe('');
    expect(second.err).toBe(
      `Dayaq is already running on ${folder} (process ${first.child.pid}). Nothing was started.\n`,
    );
    expect((await call({ url: `http://127.0.0.1:${port}`, token: null }, 'server/hello', {})).ok).toBe(true);
    const link = await runDayaq(['organisation-link', '--data', folder]);
    expect(link.out).toMatch(new RegExp(`^http://localhost:${port}/begin#[\\w-]{43}\n`));
    await first.kill('SIGTERM');
    expect(first.child.exitCode).toBe(0);
    await rm(folder, { recursive: true });
  });

  test('by ten at once lets one in', async () => {
    const folder = await emptyFolder();
    const starts = await Promise.allSettled(
      Array.from({ length: 10 }, () => startServer({ dataDir: folder })),
    );
    const servers = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    expect(servers.length).toBe(1);
    for (const server of servers) await server.stop();
    await rm(folder, { recursive: true });
  });
});

describe('after a server was killed', () => {
  test('the next start stops the PostgreSQL that it left and goes on with the data', async () => {
    const folder = await folderFor();
    const killed = await startProcess(folder, await freePort());
    const orphan = await postmasterOf(folder);
    await killed.kill('SIGKILL');
    expect(isAlive(orphan)).toBe(true);
    const world = await startWorld({ dataDir: folder });
    expect(isAlive(orphan)).toBe(false);
    expect((await call({ url: world.url, token: null }, 'server/hello', {})).ok).toBe(true);
    await world.stop();
  });

  test('a process number that another program has by now stops nothing and harms nobody', async () => {
    const folder = await folderFor();
    await (await startServer({ dataDir: folder })).stop();
    const bystander = spawn('sleep', ['60']);
    await once(bystander, 'spawn');
    await writeFile(
      join(folder, 'postgres', 'postmaster.pid'),
      `${bystander.pid}\n${folder}/postgres\n0\n5432\n\n\n`,
    );
    await writeFile(join(folder, 'lock'), `${bystander.pid}\nsome other birth\n`);
    const server = await startServer({ dataDir: folder });
    await server.stop();
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
    bystander.kill();
    await rm(folder, { recursive: true });
  });
});

describe('while PostgreSQL is away', () => {
  test('calls are told so and nothing is stored in part; it is started again and work goes on', async () => {
    const world = await startWorld();
    const space = await world.newSpace();
    const dossier = await openDossier(space, space.founder);
    const pid = world.server.databasePid();
    if (pid === null) throw new Error('PostgreSQL does not run');
    process.kill(pid, 'SIGQUIT');
    await until('the end of PostgreSQL', () => world.server.databasePid() === null);
    const batch = entries(dossier, 5);
    const body = { space: space.id, generations: [], entries: batch };
    const first = await call(space.founder.client, 'entries/append', body);
    expect(first).toEqual({ ok: false, status: 503, refusal: { error: 'unavailable' } });
    await until('PostgreSQL again', async () => {
      const answer = await call(space.founder.client, 'entries/append', body);
      if (!answer.ok) expect(answer.refusal.error).toBe('unavailable');
      return answer.ok;
    });
    const { items } = await must(space.founder.client, 'entries/pull', {
      space: space.id,
      after: 0,
      limit: 100,
    });
    expect(items.filter((item) => item.t === 'entry').length).toBe(5);
    await world.stop();
  });

  test('a server that is stopped while PostgreSQL is being started again leaves none behind', async () => {
    const world = await startWorld();
    const pid = world.server.databasePid();
    if (pid === null) throw new Error('PostgreSQL does not run');
    process.kill(pid, 'SIGQUIT');
    await until('the end of PostgreSQL', () => world.server.databasePid() === null);
    await world.server.stop();
    const left = await readFile(join(world.folder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => null);
    await rm(world.folder, { recursive: true, force: true });
    expect(left).toBe(null);
  });

  test('one that a full disk stops answers the same', async () => {
    const world = await startWorld();
    const space = await world.newSpace();
    // What a full disk does to an insert, without filling this machine's.
    await world.server.data.db.pool.query(
      `create function full_disk() returns trigger language plpgsql as
         $$ begin raise exception using errcode = '53100', message = 'could not extend file'; end $$`,
    );
    await world.server.data.db.pool.query(
      'create trigger no_space before insert on log execute function full_disk()',
    );
    const refused = await openDossier(space, space.founder).catch((error: Error) => error.message);
    expect(refused).toContain('unavailable');
    await world.server.data.db.pool.query('drop trigger no_space on log');
    const { items } = await must(space.founder.client, 'entries/pull', {
      space: space.id,
      after: 0,
      limit: 100,
    });
    expect(items.length).toBe(1);
    await openDossier(space, space.founder);
    await world.stop();
  });
});

describe('the data folder', () => {
  test('keeps its secrets from other users of the machine', async () => {
    const folder = await emptyFolder();
    const server = await startServer({ dataDir: folder });
    const modeOf = async (name: string): Promise<number> => (await stat(join(folder, name))).mode & 0o777;
    for (const name of ['database-password', 'database-socket', 'lock'])
      expect([name, await modeOf(name)]).toEqual([name, 0o600]);
    for (const name of ['postgres', 'blobs', 'run'])
      expect([name, await modeOf(name)]).toEqual([name, 0o700]);
    expect((await stat(folder)).mode & 0o006).toBe(0);
    await server.stop();
    expect((await readdir(folder)).toSorted()).toEqual([
      'blobs',
      'database-marker',
      'database-password',
      'database-socket',
      'postgres',
    ]);
    expect(await readFile(join(folder, 'postgres', 'pg_hba.conf'), 'utf8')).not.toMatch(/^[^#]*\btrust\b/m);
    await rm(folder, { recursive: true });
  });

  test('may lie so deep that a socket does not fit beside it', async () => {
    const top = await emptyFolder();
    const folder = join(top, 'a'.repeat(60), 'b'.repeat(60));
    const server = await startServer({ dataDir: folder });
    expect((await call({ url: server.url, token: null }, 'server/hello', {})).ok).toBe(true);
    await server.stop();
    await rm(top, { recursive: true });
  });

  test.runIf(process.getuid?.() === 0)('may belong to root alone', async () => {
    const top = await emptyFolder();
    const closed = join(top, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const folder = join(closed, 'data');
    const world = await startWorld({ dataDir: folder });
    await world.newSpace();
    await world.server.stop();
    const again = await startServer({ dataDir: folder });
    expect(await again.foundingLink()).toBeNull();
    await again.stop();
    await rm(top, { recursive: true });
  });
});

describe('DATABASE_URL', () => {
  test('names a PostgreSQL elsewhere, which two servers can share', async () => {
    const host = await startWorld();
    const { host: sockets, port, user, password } = host.server.data.config;
    await host.server.data.db.pool.query('create database shared');
    const databaseUrl = `postgres://${user}:${String(password)}@/shared?host=${sockets}&port=${port}`;
    const folder = await folderFor();
    const [one, two] = [
      await startServer({ dataDir: folder, databaseUrl }),
      await startServer({ dataDir: folder, databaseUrl }),
    ];
    expect((await call({ url: one.url, token: null }, 'server/hello', {})).ok).toBe(true);
    const link = await two.foundingLink();
    expect(link).toContain('/begin#');
    await one.stop();
    await two.stop();
    await rm(folder, { recursive: true });
    await host.stop();
  });

  test('that answers nothing is a sentence', async () => {
    const folder = await folderFor();
    const databaseUrl = `postgres://nobody:secret@127.0.0.1:${await freePort()}/none`;
    const ran = await runDayaq(['start', '--data', folder], { DATABASE_URL: databaseUrl });
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/^The database at DATABASE_URL does not answer: /);
    expect(ran.err).not.toContain('secret');
    await rm(folder, { recursive: true });
  });
});
