/** Whether an honest member can go on while strangers want 10 000 connections, and how much memory they can hold. */
import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { decodeBody, encodeBody, type Reply, type Request, type RouteName } from '@dayaq/protocol';
import { signInMessage } from '@dayaq/sealing';
import type { Person } from '../apps/server/src/testing/person.ts';
import { entries, found, join, openDossier, type Space } from '../apps/server/src/testing/space.ts';
import type { Attack, Attacked } from './lib/attack.ts';
import { conclude, say } from './lib/figure.ts';
import { type BenchServer, startBenchServer } from './lib/server.ts';

const CONNECTIONS = 10_000;
const PER_SECOND = 1000;
/** Milliseconds in which all connections should have been tried once. */
const GATHER = 90_000;
/** Milliseconds until a colleague has taken what may be taken at once. */
const SETTLE = 11_000;
/** One turn is a sign-in and this many appends of ten entries. */
const TURNS = 12;
const APPENDS = 20;
const SITE = '2001:db8:7';
const MEGABYTE = 2 ** 20;
const MEMORY_BAR = 400;
const SPEED_BAR = 0.4;

interface Honest {
  agent: http.Agent;
  headers: Record<string, string>;
}

/** One call as a member makes it, from an address of their own. */
function post<R extends RouteName>(
  url: string,
  { agent, headers }: Honest,
  route: R,
  request: Request<R>,
  token: Uint8Array | null,
  /** Does not decode the answer, which would slow down everybody in this process. */
  unread = false,
): Promise<Reply<R>> {
  return new Promise((resolve, reject) => {
    const body = encodeBody(request);
    const all = {
      ...headers,
      'content-type': 'application/cbor',
      'content-length': body.length,
      ...(token ? { authorization: `Bearer ${Buffer.from(token).toString('base64url')}` } : {}),
    };
    const sent = http.request(`${url}/api/${route}`, { method: 'POST', agent, headers: all }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        if (unread && response.statusCode === 200) return resolve({} as Reply<R>);
        const answer = decodeBody(new Uint8Array(Buffer.concat(chunks)));
        if (response.statusCode === 200) resolve(answer as Reply<R>);
        else reject(new Error(`${route} answered ${response.statusCode}: ${JSON.stringify(answer)}`));
      });
    });
    sent.setTimeout(30_000, () => sent.destroy(new Error(`${route} was not answered`)));
    sent.on('error', reject);
    sent.end(body);
  });
}

async function signIn(
  url: string,
  honest: Honest,
  { id, account, signIn: keys }: Person,
): Promise<Uint8Array> {
  const { challenge } = await post(url, honest, 'sessions/challenge', { account: id }, null);
  const signature = await keys.sign('sign-in', signInMessage(account.id, challenge));
  const { token } = await post(url, honest, 'sessions/open', { account: id, challenge, signature }, null);
  return token;
}

/** Appends in a second, sign-ins among them, and the longest sign-in in milliseconds. A refusal throws. */
async function work(url: string, honest: Honest, space: Space): Promise<{ rate: number; slowest: number }> {
  const dossier = await openDossier(space, space.founder);
  const from = performance.now();
  let slowest = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    const began = performance.now();
    const token = await signIn(url, honest, space.founder);
    slowest = Math.max(slowest, performance.now() - began);
    for (let i = 0; i < APPENDS; i++) {
      const body = { space: space.id, generations: [], entries: entries(dossier, 10) };
      await post(url, honest, 'entries/append', body, token);
    }
  }
  return { rate: (TURNS * APPENDS) / ((performance.now() - from) / 1000), slowest };
}

/** The server's memory in bytes, looked at five times a second; its largest so far. */
function watchMemory(pid: number): { most(): number; end(): void } {
  let most = 0;
  const timer = setInterval(() => {
    void readFile(`/proc/${pid}/status`, 'utf8').then(
      (text) => (most = Math.max(most, Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0) * 1024)),
      () => undefined,
    );
  }, 200);
  return { most: () => most, end: () => clearInterval(timer) };
}

async function underAttack<T>(attack: Attack, during: () => Promise<T>): Promise<T> {
  const program = fileURLToPath(new URL('lib/attack.ts', import.meta.url));
  const child = fork(program, [JSON.stringify(attack)], { execArgv: ['--import', 'tsx'] });
  // Strangers have machines of their own: theirs must not take this one's time from the server.
  if (child.pid) setPriority(child.pid, 19);
  const told = new Promise<Attacked>((resolve) =>
    child.on('message', (message) => {
      if (message !== 'tried') resolve(message as Attacked);
    }),
  );
  await new Promise<void>((done) => {
    const tired = setTimeout(done, GATHER);
    child.once('message', () => done(clearTimeout(tired)));
  });
  try {
    return await during();
  } finally {
    child.send('stop');
    const { opened, mostOpen } = await told;
    say(`${opened} connections were tried, at most ${mostOpen} stood at a time`);
  }
}

interface Figure {
  ratio: number;
  rate: number;
  memory: number;
}

async function measure(
  server: BenchServer,
  honest: Honest,
  site: string | null,
  name: string,
): Promise<Figure> {
  const space = await found(server.url, Buffer.from(server.tokens[0] ?? '', 'base64url'));
  await work(server.url, honest, space);
  const before = await work(server.url, honest, space);
  const memory = watchMemory(server.pid);
  const attack: Attack = {
    port: Number(new URL(server.url).port),
    connections: CONNECTIONS,
    perSecond: PER_SECOND,
    site,
    account: Buffer.from(space.founder.id).toString('hex'),
  };
  const during = await underAttack(attack, () => work(server.url, honest, space));
  memory.end();
  const most = memory.most() / MEGABYTE;
  say(
    `${name}: ${before.rate.toFixed(0)} appends/s before, ${during.rate.toFixed(0)} during; slowest sign-in ${before.slowest.toFixed(0)} ms before, ${during.slowest.toFixed(0)} ms during; server at most ${most.toFixed(0)} MB`,
  );
  return { ratio: during.rate / before.rate, rate: during.rate, memory: most };
}

/** A colleague asks for pages of 4 MB as fast as the server gives them, 32 at a time. */
async function beside(server: BenchServer, honest: Honest): Promise<number> {
  const space = await found(server.url, Buffer.from(server.tokens[1] ?? '', 'base64url'));
  const greedy = await join(space);
  const dossier = await openDossier(space, space.founder);
  const token = await signIn(server.url, honest, space.founder);
  for (let i = 0; i < 5; i++) {
    const batch = entries(dossier, 4).map((entry) => ({ ...entry, sealed: new Uint8Array(250_000) }));
    await post(
      server.url,
      honest,
      'entries/append',
      { space: space.id, generations: [], entries: batch },
      token,
    );
  }
  const before = await work(server.url, honest, space);
  const other: Honest = { agent: new http.Agent({ keepAlive: true, maxSockets: 32 }), headers: {} };
  let on = true;
  let [pages, refused] = [0, 0];
  const ask = async (): Promise<void> => {
    while (on) {
      const body = { space: space.id, after: 0, limit: 2000 };
      await post(server.url, other, 'entries/pull', body, greedy.client.token, true).then(
        () => pages++,
        async () => {
          refused++;
          await new Promise((done) => setTimeout(done, 50));
        },
      );
    }
  };
  const asking = Array.from({ length: 32 }, ask);
  // What may be taken at once first, then what lasts.
  await new Promise((done) => setTimeout(done, SETTLE));
  const during = await work(server.url, honest, space);
  on = false;
  await Promise.all(asking);
  other.agent.destroy();
  say(
    `beside a colleague who took ${pages} pages and was told to wait ${refused} times: ${before.rate.toFixed(0)} appends/s before, ${during.rate.toFixed(0)} during`,
  );
  return during.rate / before.rate;
}

async function run<T>(behindProxy: boolean, measured: (server: BenchServer) => Promise<T>): Promise<T> {
  const server = await startBenchServer({ limited: true, organisations: 2, behindProxy });
  try {
    return await measured(server);
  } finally {
    await server.stop();
  }
}

say(
  `${CONNECTIONS} connections wanted, ${PER_SECOND} new ones a second; the server in its own process with its own limits`,
);
const direct: Honest = { agent: new http.Agent({ keepAlive: true, localAddress: '127.0.0.2' }), headers: {} };
const proxied: Honest = {
  agent: new http.Agent({ keepAlive: true }),
  headers: { 'x-forwarded-for': '192.0.2.1' },
};
const one = await run(false, (server) => measure(server, direct, null, 'from one address'));
const colleague = await run(false, (server) => beside(server, direct));
const site = await run(true, (server) => measure(server, proxied, SITE, 'from a /48'));
const ratio = Math.min(one.ratio, site.ratio);
const memory = Math.max(one.memory, site.memory);
say(
  `beside a greedy colleague ${(colleague * 100).toFixed(0)} % of the speed; largest memory ${memory.toFixed(0)} MB, bar ≤ ${MEMORY_BAR} MB`,
);
conclude({
  name: 'strangers',
  value: Math.min(one.rate, site.rate),
  unit: 'appends/s of an honest member',
  against: { ratio, baseline: 'the same without strangers' },
  bar: `≥ ${SPEED_BAR} and ≤ ${MEMORY_BAR} MB`,
  held: ratio >= SPEED_BAR && memory <= MEMORY_BAR,
});
process.exit();
