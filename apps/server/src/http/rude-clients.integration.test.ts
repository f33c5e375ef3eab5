import { encodeBody } from '@dayaq/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../testing/client.ts';
import { SAMPLES } from '../testing/malformed.ts';
import { bearer, head, type Raw, rawly } from '../testing/raw.ts';
import { entries, openDossier, type Space } from '../testing/space.ts';
import { startWorld, type World } from '../testing/world.ts';

const PACE = { headers: 1000, stretch: 1000, rate: 4 * 2 ** 20 };
const HELLO = encodeBody({});

let world: World;
let space: Space;
beforeAll(async () => {
  world = await startWorld({ bounds: { pace: PACE } });
  space = await world.newSpace();
});
afterAll(() => world.stop());

const hello = (): Promise<unknown> => must({ url: world.url, token: null }, 'server/hello', {});

/** Sends these bytes and waits until the server has ended the connection; answers what it said. */
async function answerTo(bytes: string | Uint8Array): Promise<string> {
  const raw = await rawly(world.url, bytes);
  await raw.ended();
  return raw.read();
}

describe('a slow sender is cut', () => {
  /** Sends a byte of nothing now and then, so that the connection is never idle. */
  async function trickle(raw: Raw): Promise<number> {
    const timer = setInterval(() => raw.socket.write('x'), 100);
    return raw.ended().finally(() => clearInterval(timer));
  }

  test('that sends nothing at all', async () => {
    expect(await (await rawly(world.url)).ended()).toBeLessThan(30_000);
  });

  test('in its headers', async () => {
    const raw = await rawly(world.url, 'POST /api/server/hello HTTP/1.1\r\nHost: dayaq.example\r\nX-Slow: ');
    expect(await trickle(raw)).toBeLessThan(30_000);
  });

  test.each(['Content-Length: 4000', 'Transfer-Encoding: chunked'])('in its body (%s)', async (length) => {
    const raw = await rawly(world.url, head('server/hello', [length]));
    const chunked = length.startsWith('Transfer');
    const timer = setInterval(() => raw.socket.write(chunked ? '1\r\nx\r\n' : 'x'), 100);
    expect(await raw.ended().finally(() => clearInterval(timer))).toBeLessThan(30_000);
  });
});

describe('a slow reader is cut', () => {
  test('who asks for much and takes nothing of it', async () => {
    const { founder } = space;
    const dossier = await openDossier(space, founder);
    for (let i = 0; i < 5; i++) {
      const batch = entries(dossier, 4).map((entry) => ({ ...entry, sealed: new Uint8Array(300_000) }));
      await must(founder.client, 'entries/append', { space: space.id, generations: [], entries: batch });
    }
    const body = encodeBody({ space: space.id, after: 0, limit: 2000 });
    const raw = await rawly(world.url);
    raw.socket.pause();
    const request = head('entries/pull', [bearer(founder.client.token), `Content-Length: ${body.length}`]);
    const one = Buffer.concat([Buffer.from(request), body]);
    // Two pages are more than the system keeps for a connection that nobody reads.
    raw.socket.write(Buffer.concat([one, one]));
    // The pause is the thing tested: so long nothing is taken.
    await new Promise((done) => setTimeout(done, 6000));
    raw.socket.resume();
    await raw.ended();
    expect(raw.read().length).toBeLessThan(8_000_000);
    await must(founder.client, 'spaces/list', {});
  });
});

describe('a clean refusal meets', () => {
  test('headers that are too large', async () => {
    const large = `X-Large: ${'x'.repeat(20_000)}`;
    expect(await answerTo(head('server/hello', [large]))).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('many requests at once on one connection, of which none is answered later', async () => {
    const body = encodeBody(SAMPLES['invitations/read']);
    const one = Buffer.concat([
      Buffer.from(head('invitations/read', [`Content-Length: ${body.length}`])),
      body,
    ]);
    const pipeline = Buffer.concat(Array.from({ length: 500 }, () => one));
    const answer = await answerTo(pipeline);
    expect(answer.match(/HTTP\/1\.1 /g)?.length ?? 0).toBeLessThanOrEqual(3);
    await hello();
  });

  test.each([
    ['two lengths that differ', head('server/hello', ['Content-Length: 1', 'Content-Length: 40'])],
    ['a length and chunks', head('server/hello', ['Content-Length: 4', 'Transfer-Encoding: chunked'])],
    ['chunks that are not the last coding', head('server/hello', ['Transfer-Encoding: chunked, identity'])],
    ['a length that is no number', head('server/hello', ['Content-Length: +1'])],
    ['a line end without its return', 'POST /api/server/hello HTTP/1.1\nHost: a\nContent-Length: 0\n\n'],
    ['a header that is folded', head('server/hello', ['X-A: 1\r\n Transfer-Encoding: chunked'])],
    ['a space before the colon', head('server/hello', ['Content-Length : 1'])],
    ['no host', 'POST /api/server/hello HTTP/1.1\r\nContent-Length: 0\r\n\r\n'],
    ['two hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'],
    ['nothing of HTTP', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc'],
  ])('%s: the connection is over, and what follows is never taken for a request', async (_name, smuggled) => {
    const after = `${head('server/hello', [`Content-Length: ${HELLO.length}`])}${Buffer.from(HELLO).toString('latin1')}`;
    const answer = await answerTo(Buffer.from(smuggled + after, 'latin1'));
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    await hello();
  });
});

describe('a length that lies', () => {
  test('too small, makes the rest a bad request', async () => {
    const answer = await answerTo(
      `${head('server/hello', ['Content-Length: 1'])}\xa0this is no request\r\n\r\n`,
    );
    expect(answer.match(/HTTP\/1\.1 \d+/g)?.at(-1)).toBe('HTTP/1.1 400');
  });

  test('too large, ends with the sender and stores nothing', async () => {
    const raw = await rawly(world.url, head('server/hello', ['Content-Length: 4000']));
    raw.socket.write(HELLO);
    raw.socket.end();
    await raw.ended();
    expect(raw.read()).not.toContain('200 OK');
    await hello();
  });

  test('beyond what a stranger may send, is refused before a byte is read', async () => {
    const answer = await answerTo(head('server/hello', ['Content-Length: 2000000']));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });
});
