import { type IncomingMessage, request as nodeRequest } from 'node:http';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import {
  CONTENT_TYPE,
  decodeBody,
  encodeBody,
  LIMITS,
  type Refusal,
  type RouteName,
  ROUTES,
} from '@dayaq/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, must } from '../testing/client.ts';
import { malformedBody, SAMPLES } from '../testing/malformed.ts';
import { randomFrom } from '../testing/random.ts';
import { entries, openDossier, placeOf } from '../testing/space.ts';
import { startWorld, UNLIMITED, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  const workspaceDir = await mkdtemp(join(tmpdir(), 'dayaq-pages-'));
  await mkdir(join(workspaceDir, 'assets'));
  await writeFile(join(workspaceDir, 'index.html'), '<!doctype html><title>shell</title>');
  await writeFile(join(workspaceDir, 'assets', 'main-a1B2c3D4.js'), 'export {};');
  await writeFile(join(workspaceDir, 'assets', 'main-a1B2c3D4.js.br'), brotliCompressSync('export {};'));
  await writeFile(join(workspaceDir, 'manifest.webmanifest'), '{}');
  world = await startWorld({ workspaceDir });
});
afterAll(() => world.stop());

const post = (
  path: string,
  body: Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(world.url + path, { method: 'POST', headers: { 'content-type': CONTENT_TYPE, ...headers }, body });
const errorOf = async (response: Response): Promise<string> =>
  (decodeBody(new Uint8Array(await response.arrayBuffer())) as Refusal).error;

/** Sends a body without saying how long it is. Answers the status, or what broke. */
function stream(path: string, megabytes: number): Promise<number | string> {
  return new Promise((resolve) => {
    const url = new URL(world.url + path);
    const request = nodeRequest(
      url,
      { method: 'POST', headers: { 'content-type': CONTENT_TYPE } },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    request.on('error', (error) => resolve(error.message));
    for (let i = 0; i < megabytes; i++) request.write(Buffer.alloc(2 ** 20));
    request.end();
  });
}

describe('a request', () => {
  test('says hello', async () => {
    expect(await must({ url: world.url, token: null }, 'server/hello', {})).toEqual({
      protocol: 1,
      name: 'dayaq',
      server: expect.any(Uint8Array),
      day: Math.floor(Date.now() / 86_400_000),
    });
  });

  test('of another type, another protocol, or to nowhere is refused with its own code', async () => {
    const body = encodeBody({});
    expect(await errorOf(await post('/api/server/hello', body, { 'content-type': 'application/json' }))).toBe(
      'wrong-type',
    );
    expect(await errorOf(await post('/api/spaces/list', body, { 'dayaq-protocol': '2' }))).toBe(
      'version-mismatch',
    );
    expect(await errorOf(await post('/api/spaces/nothing', body))).toBe('not-found');
    const got = await fetch(`${world.url}/api/spaces/list`);
    expect([got.status, await errorOf(got)]).toEqual([404, 'not-found']);
  });

  test('that is too large is refused before it is read, whether or not it says so', async () => {
    const announced = await post('/api/server/hello', new Uint8Array(LIMITS.body + 1));
    expect([announced.status, await errorOf(announced)]).toEqual([413, 'too-large']);
    const most = await post('/api/server/hello', new Uint8Array(LIMITS.strangerBody));
    expect([most.status, await errorOf(most)]).toEqual([400, 'malformed']);
    const more = await post('/api/server/hello', new Uint8Array(LIMITS.strangerBody + 1));
    expect([more.status, await errorOf(more)]).toEqual([413, 'too-large']);
    expect(await stream('/api/server/hello', 3)).toBe(413);
    expect(await stream('/api/server/hello', 1)).toBe(413);
  });

  test('of a member that does not say its length is read to its end', async () => {
    const space = await world.newSpace();
    const { token } = space.founder.client;
    const dossier = await openDossier(space, space.founder);
    const before = await placeOf(space);
    const body = encodeBody({ space: space.id, generations: [], entries: entries(dossier, 100) });
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = {
        'content-type': CONTENT_TYPE,
        authorization: `Bearer ${Buffer.from(token ?? []).toString('base64url')}`,
      };
      const request = nodeRequest(
        new URL(`${world.url}/api/entries/append`),
        { method: 'POST', headers },
        resolve,
      );
      request.on('error', reject);
      for (let at = 0; at < body.length; at += 5000) request.write(body.subarray(at, at + 5000));
      request.end();
    });
    response.resume();
    expect(response.statusCode).toBe(200);
    expect((await placeOf(space)).position).toBe(before.position + 100);
  });

  test('that breaks off in the middle stores nothing and harms nobody', async () => {
    const url = new URL(`${world.url}/api/sessions/challenge`);
    await new Promise<void>((done) => {
      const headers = { 'content-type': CONTENT_TYPE, 'content-length': '1000' };
      const request = nodeRequest(url, { method: 'POST', headers });
      request.on('error', () => done());
      request.write(Buffer.alloc(10), () => request.destroy());
      request.on('close', () => done());
    });
    expect((await post('/api/server/hello', encodeBody({}))).status).toBe(200);
  });

  test('of any route with any malformed body is refused by type, never by accident', async () => {
    const random = randomFrom(7);
    const space = await world.newSpace();
    const token = Buffer.from(space.founder.client.token ?? []).toString('base64url');
    const statuses = new Set<number>();
    for (const route of Object.keys(ROUTES) as RouteName[]) {
      if (route === 'sessions/close' || route === 'accounts/rekey') continue;
      const valid = encodeBody({
        ...SAMPLES[route],
        ...('space' in SAMPLES[route] ? { space: space.id } : {}),
      });
      for (let i = 0; i < 120; i++) {
        const body = i === 0 ? valid : new Uint8Array(malformedBody(random, valid));
        const response = await post(`/api/${route}`, body, { authorization: `Bearer ${token}` });
        const answer = decodeBody(new Uint8Array(await response.arrayBuffer()));
        if (response.status >= 500) throw new Error(`${route}: ${Buffer.from(body).toString('hex')}`);
        if (!response.ok) expect(answer).toHaveProperty('error');
        statuses.add(response.status);
      }
    }
    expect(statuses).toContain(400);
    expect((await call(space.founder.client, 'spaces/list', {})).ok).toBe(true);
  });
});

/** What the pages need, and nothing else. */
const POLICY = [
  "base-uri 'none'",
  "connect-src 'self'",
  "default-src 'none'",
  "font-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "img-src 'self' blob: data:",
  "manifest-src 'self'",
  'media-src blob:',
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "worker-src 'self'",
];

describe('every answer', () => {
  test('forbids all that the pages do not need', async () => {
    for (const path of ['/', '/api/server/hello', '/assets/missing.js']) {
      const { headers } = await fetch(world.url + path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy.split('; ').sort()).toEqual(POLICY);
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=(self)');
      // A voice is recorded beside a story; the browser asks each time or once, and shows that it listens.
      expect(headers.get('permissions-policy')).toContain('microphone=(self)');
      expect(headers.get('permissions-policy')).toContain('geolocation=()');
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('server')).toBeNull();
    }
  });
});

describe('the pages', () => {
  const get = (path: string, encoding = 'identity'): Promise<Response> =>
    fetch(world.url + path, { headers: { 'accept-encoding': encoding } });

  test('are the shell for every address of the workspace', async () => {
    for (const path of ['/', '/begin', '/cases/abc', '/join?x=1']) {
      const response = await get(path);
      expect([response.status, await response.text()]).toEqual([200, '<!doctype html><title>shell</title>']);
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  test('come compressed and for ever where the name holds a hash', async () => {
    const plain = await get('/assets/main-a1B2c3D4.js');
    expect(plain.headers.get('cache-control')).toContain('immutable');
    expect(plain.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const packed = await new Promise<Buffer>((resolve) => {
      const url = new URL(`${world.url}/assets/main-a1B2c3D4.js`);
      nodeRequest(url, { headers: { 'accept-encoding': 'gzip, br' } }, (response) => {
        expect(response.headers['content-encoding']).toBe('br');
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks)));
      }).end();
    });
    expect(brotliDecompressSync(packed).toString()).toBe('export {};');
    expect((await get('/manifest.webmanifest')).headers.get('cache-control')).toBe('no-cache');
  });

  test('never reach outside their folder, and a missing asset is missing', async () => {
    expect((await get('/assets/gone-12345678.js')).status).toBe(404);
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json']) {
      expect(await (await get(path)).text()).not.toContain('"name"');
    }
  });
});

describe('a rate limit', () => {
  test('tells how long to wait, counts callers apart, and forgets them', async () => {
    let now = Date.now();
    const tight = await startWorld({
      clock: () => now,
      behindProxy: true,
      rates: { ...UNLIMITED, stranger: { burst: 3, perSecond: 1 } },
    });
    const ask = (from: string): Promise<Response> =>
      fetch(`${tight.url}/api/sessions/open`, {
        method: 'POST',
        headers: { 'content-type': CONTENT_TYPE, 'x-forwarded-for': `198.51.100.1, ${from}` },
        body: encodeBody(SAMPLES['sessions/open']),
      });
    for (let i = 0; i < 3; i++) expect((await ask('192.0.2.1')).status).toBe(401);
    const refused = await ask('192.0.2.1');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await ask('192.0.2.2')).status).toBe(401);
    now += 1500;
    expect((await ask('192.0.2.1')).status).toBe(401);
    await tight.stop();
  });
});
