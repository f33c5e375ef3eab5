import { readFile, rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from './testing/client.ts';
import { bearer, head, type Raw, rawly } from './testing/raw.ts';
import { dataFolder } from './testing/ready-data.ts';
import { freePort, type ServerProcess, startProcess } from './testing/server-process.ts';
import { found, type Space } from './testing/space.ts';

const MEGABYTE = 2 ** 20;
/** Almost a whole body of the largest size, but for its end. */
const PIECE = Buffer.alloc(2 * MEGABYTE - 64, 0x40);
const STRANGERS = 150;

/** A server in a process of its own, as operators run it. */
let server: ServerProcess;
let folder: string;
let url: string;
let space: Space;
beforeAll(async () => {
  folder = await dataFolder('dayaq-held-');
  const port = await freePort();
  server = await startProcess(folder, port);
  url = `http://localhost:${port}`;
  const token = /#([\w-]+)/.exec(server.said)?.[1] ?? '';
  space = await found(url, Buffer.from(token, 'base64url'));
});
afterAll(async () => {
  await server.kill('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

/** Bytes of memory that the server's process has. */
async function resident(): Promise<number> {
  const status = await readFile(`/proc/${server.child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024;
}

/** What many connections that each send almost a whole body hold, in bytes. */
async function held(count: number, start: string): Promise<number> {
  const before = await resident();
  const raws = await Promise.all(Array.from({ length: count }, () => rawly(url, start).catch(() => null)));
  const open = raws.filter((raw): raw is Raw => raw !== null);
  for (const { socket } of open) socket.write(PIECE);
  let most = 0;
  for (let i = 0; i < 20; i++) {
    most = Math.max(most, (await resident()) - before);
    // Somebody honest is served all the while.
    await must(space.founder.client, 'spaces/list', {}).catch(() => undefined);
    // A pause between two measurements: what is held is looked at for two seconds.
    await new Promise((done) => setTimeout(done, 100));
  }
  for (const { socket } of open) socket.destroy();
  return most;
}

describe('connections that each send almost 2 MiB and wait', () => {
  test.each([
    ['saying how much', ['Content-Length: 2097152'], 'server/hello'],
    ['in one chunk without an end', ['Transfer-Encoding: chunked'], 'server/hello'],
    ['under a made-up session', ['Content-Length: 2097152', bearer(new Uint8Array(32))], 'entries/append'],
  ])('%s, hold next to nothing of a stranger', async (_name, headers, route) => {
    const start = head(route, headers) + (headers[0]?.startsWith('Transfer') ? '1fffff\r\n' : '');
    expect(await held(STRANGERS, start)).toBeLessThan(64 * MEGABYTE);
    await must(space.founder.client, 'spaces/list', {});
  });

  test('hold no more than a share of the room of a member', async () => {
    const start = head('entries/append', ['Content-Length: 2097152', bearer(space.founder.client.token)]);
    expect(await held(STRANGERS, start)).toBeLessThan(128 * MEGABYTE);
    await expect
      .poll(() =>
        must(space.founder.client, 'spaces/list', {}).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
  });
});
