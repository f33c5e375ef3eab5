import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '../server.ts';
import { type Client, must, refusal } from '../testing/client.ts';
import { signIn } from '../testing/person.ts';
import { runDayaq } from '../testing/server-process.ts';
import { type Dossier, entries, join, openDossier, type Space } from '../testing/space.ts';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
let space: Space;
let dossier: Dossier;
let top: string;
const blob = randomBytes(16);
const chunk = randomBytes(70_000);

beforeAll(async () => {
  top = await mkdtemp(path(tmpdir(), 'dayaq-backup-'));
  world = await startWorld();
  space = await world.newSpace();
  await join(space, 'viewer');
  dossier = await openDossier(space, space.founder);
  await openDossier(space, space.founder, { restrictedTo: [space.founder.account.public] });
  for (let i = 0; i < 5; i++) {
    const body = { space: space.id, generations: [], entries: entries(dossier, 100, 1052) };
    await must(space.founder.client, 'entries/append', body);
  }
  await must(space.founder.client, 'blobs/begin', { space: space.id, dossier: dossier.id, blob, chunks: 1 });
  await must(space.founder.client, 'blobs/put', { space: space.id, blob, index: 0, sealed: chunk });
  const keys = { p256dh: Buffer.concat([Buffer.of(4), randomBytes(64)]), auth: randomBytes(16) };
  await must(space.founder.client, 'push/subscribe', { endpoint: 'https://push.example/a', ...keys });
  const timers = [{ timer: randomBytes(16), at: 4_000_000 * 900_000, accounts: [space.founder.id] }];
  await must(space.founder.client, 'timers/set', { space: space.id, timers });
});
afterAll(async () => {
  await world.stop();
  await rm(top, { recursive: true });
});

const everything = (url: string) =>
  must({ ...space.founder.client, url }, 'entries/pull', { space: space.id, after: 0, limit: 2000 });
const newBackup = async (name: string): Promise<string> => {
  const file = path(top, name);
  const ran = await runDayaq(['backup', file, '--data', world.folder]);
  expect(ran.err).toBe('');
  return file;
};

describe('a backup', () => {
  test('made while the server takes entries restores to one moment, whole and verified', async () => {
    let stop = false;
    const writing = (async () => {
      for (; !stop; ) {
        await must(space.founder.client, 'entries/append', {
          space: space.id,
          generations: [],
          entries: entries(dossier, 20),
        });
      }
    })();
    const folder = path(top, 'many');
    await mkdir(folder);
    const ran = await runDayaq(['backup', folder, '--data', world.folder]);
    stop = true;
    await writing;
    expect(ran.out).toMatch(
      /^Saved and checked: .*dayaq-\d{4}-\d\d-\d\d\.backup \(\d+\.\d MB of sealed data\)\.\n$/,
    );
    const [file] = await readdir(folder);
    const data = path(top, 'restored');
    const restored = await runDayaq(['restore', path(folder, file ?? ''), '--data', data]);
    expect(restored.err).toBe('');
    expect(restored.out).toMatch(/^Restored and checked: 1 organisations, \d+ entries, 1 file chunks\.\n$/);

    const server = await startServer({ dataDir: data });
    expect(await server.foundingLink()).toBeNull();
    // Sessions are not in a backup: devices sign in again.
    expect(await refusal({ ...space.founder.client, url: server.url }, 'spaces/list', {})).toBe(
      'not-signed-in',
    );
    const there = { ...space.founder, client: { url: server.url, token: null } };
    await signIn(there);
    const request = { space: space.id, after: 0, limit: 2000 };
    const after = await must(there.client, 'entries/pull', request);
    const before = await everything(world.url);
    expect(after.items.length).toBeGreaterThanOrEqual(500);
    expect(after.items).toEqual(before.items.slice(0, after.items.length));
    // It is another life of the log, the same as the one before up to where the backup was made.
    expect(Buffer.compare(after.log, before.log)).not.toBe(0);
    const [restoredSpace] = (await must(there.client, 'spaces/list', {})).spaces;
    expect(after.former).toEqual([{ log: before.log, until: restoredSpace?.position }]);
    const got = await must(there.client, 'blobs/get', { space: space.id, blob, index: 0 });
    expect(Buffer.compare(got.sealed, chunk)).toBe(0);
    // Whoever was to be woken still is, by the key that their browser knows.
    const pushKey = (client: Client) => must(client, 'push/key', {});
    expect(await pushKey(there.client)).toEqual(await pushKey(space.founder.client));
    const { accounts } = await must(there.client, 'push/listeners', { space: space.id });
    expect(accounts.map((account) => Buffer.compare(account, space.founder.id))).toEqual([0]);
    const timers = await server.data.db.pool.query('select due_quarter from timers');
    expect(timers.rows).toEqual([{ due_quarter: 4_000_000 }]);
    const body = { space: space.id, generations: [], entries: entries(dossier, 1) };
    await must(there.client, 'entries/append', body);
    await server.stop();
  });

  test('is refused when a byte is wrong, missing or added anywhere, and nothing is made of it', async () => {
    const bytes = await readFile(await newBackup('whole.backup'));
    const bent = (at: number) => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      return copy;
    };
    const bad = [
      bent(3),
      bent(20),
      bent(bytes.length >> 1),
      bent(bytes.length - 1),
      bytes.subarray(0, -1),
      bytes.subarray(0, 900),
      Buffer.alloc(0),
    ];
    for (const [i, copy] of bad.entries()) {
      const file = path(top, `bad-${i}`);
      await writeFile(file, copy);
      const data = path(top, `never-${i}`);
      const ran = await runDayaq(['restore', file, '--data', data]);
      expect([i, ran.code, ran.out]).toEqual([i, 1, '']);
      expect(ran.err).toMatch(/Nothing was changed|is not a backup/);
      expect(await readdir(data).catch(() => 'none')).toBe('none');
    }
  });

  test('goes only into an empty place', async () => {
    const file = await newBackup('again.backup');
    const used = path(top, 'used');
    await mkdir(used);
    await writeFile(path(used, 'thesis.txt'), 'mine');
    const ran = await runDayaq(['restore', file, '--data', used]);
    expect([ran.code, ran.err]).toEqual([
      1,
      `${used} is not empty. Restore into a new folder (--data). Nothing was changed.\n`,
    ]);
    expect(await readdir(used)).toEqual(['thesis.txt']);
    const { host, port, user, password } = world.server.data.config;
    const databaseUrl = `postgres://${user}:${String(password)}@/dayaq?host=${host}&port=${port}`;
    const other = await runDayaq(['restore', file, '--data', path(top, 'fresh')], {
      DATABASE_URL: databaseUrl,
    });
    expect([other.code, other.err]).toEqual([1, 'The database is not empty. Nothing was changed.\n']);
  });

  test('never overwrites an older one', async () => {
    const file = await newBackup('once.backup');
    const ran = await runDayaq(['backup', file, '--data', world.folder]);
    expect([ran.code, ran.err]).toEqual([1, `${file} exists already. No backup was made.\n`]);
  });
});

describe('the check', () => {
  const faultsAfter = async (damage: string, repair: string): Promise<string> => {
    const { pool } = world.server.data.db;
    await pool.query(damage);
    const ran = await runDayaq(['check', '--data', world.folder]);
    await pool.query(repair);
    expect(ran.code).toBe(1);
    return ran.err;
  };

  test('finds members, rows, readers and files that do not agree with what was signed', async () => {
    expect((await runDayaq(['check', '--data', world.folder])).out).toMatch(
      /^All is well: 1 organisations, /,
    );
    expect(
      await faultsAfter(
        "update members set role = 'caseworker' where role = 'viewer'",
        "update members set role = 'viewer' where role = 'caseworker'",
      ),
    ).toMatch(/members do not agree/);
    expect(await faultsAfter('update spaces set epoch = 9', 'update spaces set epoch = 1')).toMatch(
      /does not agree with its charter/,
    );
    expect(
      await faultsAfter(
        'update dossiers set restricted = not restricted',
        'update dossiers set restricted = not restricted',
      ),
    ).toMatch(/dossier \w+ is damaged/);
    expect(
      await faultsAfter(
        'update spaces set position = position + 1',
        'update spaces set position = position - 1',
      ),
    ).toMatch(/log is not whole/);
    expect(
      await faultsAfter(
        'update spaces set chain_hash = set_byte(chain_hash, 0, 255 - get_byte(chain_hash, 0))',
        'update spaces set chain_hash = set_byte(chain_hash, 0, 255 - get_byte(chain_hash, 0))',
      ),
    ).toMatch(/running hash is not that of its log/);
    expect(
      await faultsAfter(
        'update blob_chunks set sha256 = set_byte(sha256, 0, 255 - get_byte(sha256, 0))',
        'update blob_chunks set sha256 = set_byte(sha256, 0, 255 - get_byte(sha256, 0))',
      ),
    ).toMatch(/1 stored file chunks are missing/);
  });
});
