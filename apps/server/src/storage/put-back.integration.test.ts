/** Threat to all that was acknowledged: a database that was put back, and devices that take it for the one they know. */
import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join as path } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '@dayaq/protocol';
import { toHex } from '@dayaq/sealing';
import { startServer } from '../server.ts';
import { must } from '../testing/client.ts';
import { signIn } from '../testing/person.ts';
import { dataFolder } from '../testing/ready-data.ts';
import { runDayaq } from '../testing/server-process.ts';
import { placeOf, type Space } from '../testing/space.ts';
import { startWorld, type World } from '../testing/world.ts';
import { renewLogs } from './former-logs.ts';
import { MARKER, noticePutBack } from './put-back.ts';

let world: World;
let space: Space;
beforeAll(async () => {
  world = await startWorld();
  space = await world.newSpace();
});
afterAll(() => world.stop());

const identity = async (client = space.founder.client) => {
  const page = await must(client, 'entries/pull', { space: space.id, after: 0, limit: 1 });
  return { log: toHex(page.log), former: page.former.map(({ log, until }) => [toHex(log), until]) };
};
const random = (length: number): Uint8Array => randomBytes(length);
const notice = () => noticePutBack(world.server.data.db, world.folder, random);

describe('a database that was put back without our command', () => {
  test('is noticed at a start, and every log begins another life', async () => {
    const folder = await dataFolder('dayaq-put-back-');
    const lines: string[] = [];
    const log = { write: (line: string) => void lines.push(line), every: false };
    const first = await startServer({ dataDir: folder, log });
    const kept = 'create table kept as select * from settings where name = $1';
    await first.data.db.pool.query(kept.replace('$1', `'${MARKER}'`));
    await first.stop();
    const second = await startServer({ dataDir: folder, log });
    expect(lines.join('')).not.toContain('logs-renewed');
    await second.data.db.pool.query(
      'update settings set value = kept.value from kept where settings.name = kept.name',
    );
    await second.stop();
    const third = await startServer({ dataDir: folder, log });
    expect(lines.filter((line) => line.includes('logs-renewed'))).toHaveLength(1);
    await third.stop();
    const fourth = await startServer({ dataDir: folder, log });
    expect(lines.filter((line) => line.includes('logs-renewed'))).toHaveLength(1);
    await fourth.stop();
    await rm(folder, { recursive: true });
  });

  test('is noticed by its marker: older, gone, or another folder’s; and not where nothing happened', async () => {
    const { pool } = world.server.data.db;
    const file = path(world.folder, MARKER);
    const before = await identity();
    const { position } = await placeOf(space);
    expect([await notice(), await notice(), await identity()]).toEqual([false, false, before]);
    await pool.query("update settings set value = 'older' where name = $1", [MARKER]);
    expect(await notice()).toBe(true);
    const after = await identity();
    expect(after.log).not.toBe(before.log);
    expect(after.former).toEqual([[before.log, position]]);
    await pool.query('delete from settings where name = $1', [MARKER]);
    expect([await notice(), await notice()]).toEqual([true, false]);
    await rm(file);
    expect([await notice(), await notice()]).toEqual([true, false]);
    await writeFile(file, 'torn');
    expect([await notice(), await notice()]).toEqual([true, false]);
    expect((await readFile(file)).length).toBe(32);
    expect((await identity()).former).toHaveLength(4);
  });

  test('is not feared where the power failed between the two', async () => {
    const { pool } = world.server.data.db;
    const file = path(world.folder, MARKER);
    await notice();
    const [old, fresh] = [await readFile(file), randomBytes(32)];
    await writeFile(file, Buffer.concat([old, fresh]));
    expect(await notice()).toBe(false);
    const now = await readFile(file);
    await writeFile(file, Buffer.concat([now, fresh]));
    await pool.query('update settings set value = $2 where name = $1', [MARKER, fresh]);
    expect(await notice()).toBe(false);
  });

  test('is noticed once by several that start at the same moment', async () => {
    await world.server.data.db.pool.query('delete from settings where name = $1', [MARKER]);
    const answers = await Promise.all([notice(), notice(), notice()]);
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await notice()).toBe(false);
  });
});

describe('a whole machine that was put back', () => {
  test('is said by a command, and devices are told beside a running server', async () => {
    const before = await identity();
    const ran = await runDayaq(['renew-logs', '--data', world.folder]);
    expect([ran.code, ran.err]).toEqual([0, '']);
    const after = await identity();
    expect(after.log).not.toBe(before.log);
    expect(after.former.at(-1)).toEqual([before.log, (await placeOf(space)).position]);
    await signIn(space.founder);
  });

  test('however often, is told in bounds: the newest lives', async () => {
    const { tables } = world.server.data.db;
    let last = '';
    for (let i = 0; i < LIMITS.formerLogs + 5; i++) {
      last = (await identity()).log;
      await tables.transaction().execute(renewLogs);
    }
    const { former } = await identity();
    expect(former).toHaveLength(LIMITS.formerLogs);
    expect(former.at(-1)?.[0]).toBe(last);
    const { rows } = await world.server.data.db.pool.query('select from former_logs');
    expect(rows).toHaveLength(LIMITS.formerLogs);
  });
});
