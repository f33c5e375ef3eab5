import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, call, must } from './testing/client.ts';
import { randomFrom } from './testing/random.ts';
import { dataFolder } from './testing/ready-data.ts';
import {
  freePort,
  postmasterOf,
  runDayaq,
  type ServerProcess,
  startProcess,
} from './testing/server-process.ts';
import { until } from './testing/until.ts';
import { type Dossier, entries, found, openDossier, type Space } from './testing/space.ts';

/** A pause that is the thing tested: how long writers write before the next kill, and between their tries. */
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

let folder: string;
let port: number;
let server: ServerProcess;
let space: Space;
let dossier: Dossier;

beforeAll(async () => {
  folder = await dataFolder('dayaq-kill-');
  port = await freePort();
  server = await startProcess(folder, port);
  const token = /#(\S+)/.exec(server.said)?.[1] ?? '';
  space = await found(`http://127.0.0.1:${port}`, Buffer.from(token, 'base64url'));
  dossier = await openDossier(space, space.founder);
});
afterAll(async () => {
  await server.kill('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

/** What whoever is refused tries again for: the server or its database is away, or this account already asks for too much at once. */
const TRIED_AGAIN: readonly string[] = ['unavailable', 'rate-limited'];

/** Appends batch after batch, each again until it is acknowledged, as a client does; answers how often it was not. */
async function write(client: Client, acknowledged: Set<string>, stopped: () => boolean): Promise<number> {
  let refusedOrBroken = 0;
  while (!stopped()) {
    const batch = entries(dossier, 3);
    for (;;) {
      const body = { space: space.id, generations: [], entries: batch };
      const answer = await call(client, 'entries/append', body).catch(() => null);
      if (answer?.ok) break;
      refusedOrBroken++;
      if (answer) expect(TRIED_AGAIN).toContain(answer.refusal.error);
      await pause(30);
    }
    for (const entry of batch) acknowledged.add(hex(entry.id));
  }
  return refusedOrBroken;
}

/** How often each entry stands in the log. */
async function stored(): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (let after = 0, more = true; more; ) {
    const page = await must(space.founder.client, 'entries/pull', { space: space.id, after, limit: 2000 });
    for (const item of page.items) {
      if (item.t === 'entry') counts.set(hex(item.id), (counts.get(hex(item.id)) ?? 0) + 1);
    }
    ({ more, position: after } = page);
  }
  return counts;
}

async function killServer(): Promise<void> {
  await server.kill('SIGKILL');
  server = await startProcess(folder, port);
}

async function killDatabase(): Promise<void> {
  process.kill(await postmasterOf(folder), 'SIGKILL');
  await pause(500);
}

const acknowledged = new Set<string>();

describe.each([1, 8, 64])('with %i writers', (writers) => {
  test('what was acknowledged is there once after the server and PostgreSQL were killed', async () => {
    const random = randomFrom(writers);
    let stop = false;
    const running = Array.from({ length: writers }, () =>
      write(space.founder.client, acknowledged, () => stop),
    );
    for (const kill of [killServer, killDatabase, killDatabase, killServer]) {
      await pause(200 + random() * 800);
      await kill();
    }
    // Writers come through again after the last kill.
    const before = acknowledged.size;
    await until('something acknowledged after the last kill', () => acknowledged.size > before);
    stop = true;
    const interrupted = (await Promise.all(running)).reduce((sum, count) => sum + count, 0);
    expect(interrupted).toBeGreaterThan(0);
    const counts = await stored();
    expect([...acknowledged].filter((id) => counts.get(id) !== 1)).toEqual([]);
    expect(counts.size).toBe(acknowledged.size);
  });
});

test('and afterwards all that is stored agrees with itself', async () => {
  const { out, code } = await runDayaq(['check', '--data', folder]);
  expect(out).toMatch(/^All is well: 1 organisations, \d+ entries/);
  expect(code).toBe(0);
});
