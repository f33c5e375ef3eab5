/** Threat: a stranger who asks for public pages without end, by guessed addresses, keeps the database or the processor busy. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joined } from 'node:path';
import { writeNotice } from '@dayaq/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_RATES } from '../http/limits.ts';
import { Doors } from '../letters/doors.ts';
import { Charters } from '../storage/charters.ts';
import { call } from '../testing/client.ts';
import { openDoor } from '../testing/door.ts';
import { join, type Space } from '../testing/space.ts';
import { startWorld, type World } from '../testing/world.ts';

/** Time stands still, so that nothing comes back by waiting. */
const now = Date.now();
const PER_ADDRESS = 100;
const NOTICE = writeNotice({
  name: 'Circle',
  languages: ['az'],
  about: { az: 'Biz' },
  phone: '+994 12 555 01 23',
  hours: { az: '9–18' },
  dangerPhone: '102',
  answerDays: 3,
});
let world: World;
let space: Space;
beforeAll(async () => {
  const dist = joined(await mkdtemp(joined(tmpdir(), 'dayaq-pages-')), 'public', 'dist');
  await mkdir(dist, { recursive: true });
  await writeFile(joined(dist, 'index.html'), '<!doctype html>');
  const workspaceDir = joined(dist, '../../workspace/dist');
  await mkdir(workspaceDir, { recursive: true });
  await writeFile(joined(workspaceDir, 'index.html'), '<!doctype html>');
  world = await startWorld({
    workspaceDir,
    behindProxy: true,
    clock: () => now,
    rates: { ...DEFAULT_RATES, stranger: { burst: PER_ADDRESS, perSecond: 1 } },
  });
  space = await world.newSpace();
  const second = await join(space, 'coordinator');
  await openDoor(space, second, [space.founder, second], NOTICE);
});
afterAll(() => world.stop());

test('has no charter read more than once, however often the pages are asked for', async () => {
  const { db } = world.server.data;
  const charters = new Charters();
  let read = 0;
  const load = charters.load.bind(charters);
  charters.load = (...asked) => {
    read++;
    return load(...asked);
  };
  const doors = new Doors(db, charters);
  for (let i = 0; i < 6; i++) await world.newSpace();
  for (let i = 0; i < 5; i++) expect(await doors.withMark('')).toHaveLength(1);
  expect(read).toBe(7);
});

test('is told to wait before the database is asked again; members go on', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.1' };
  let questions = 0;
  world.server.data.db.pool.on('acquire', () => questions++);
  const statuses: number[] = [];
  for (let i = 0; i < PER_ADDRESS + 20; i++) {
    const mark = Buffer.from(crypto.getRandomValues(new Uint8Array(12))).toString('base64url');
    statuses.push((await fetch(`${world.url}/page/${mark}/`, { headers })).status);
  }
  expect(new Set(statuses)).toEqual(new Set([404, 429]));
  expect(statuses.at(-1)).toBe(429);
  expect(questions).toBeLessThanOrEqual(PER_ADDRESS);
  expect((await call(space.founder.client, 'spaces/list', {})).ok).toBe(true);
});
