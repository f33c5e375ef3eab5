/** How fast the server takes sealed entries, against plain multi-row INSERTs of the same rows into the same PostgreSQL. */
import { randomBytes } from 'node:crypto';
import http from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { encodeBody } from '@dayaq/protocol';
import { type DossierId, idBytes, newId, startGeneration } from '@dayaq/sealing';
import { type Circle, foundCircle, must, type Writer } from './lib/circle.ts';
import { conclude, median, say } from './lib/figure.ts';
import { root } from './lib/pages.ts';
import { startBenchServer } from './lib/server.ts';

const CONNECTIONS = 8;
const MEMBERS = 4;
const BATCH = 100;
/** What one device sends at once comes from about this many cases. */
const DOSSIERS_PER_BATCH = 25;
const DOSSIERS = 400;
const BATCHES = 80;
const ROUNDS = 5;
/** A sealed entry of the smallest bucket: version, nonce, 1 KiB, tag. */
const SEALED = 1 + 12 + 1024 + 16;
const BAR = 0.65;

interface Row {
  dossier: Uint8Array;
  id: Uint8Array;
  sealed: Uint8Array;
}
type Client = { connect(): Promise<void>; query(query: unknown): Promise<unknown>; end(): Promise<void> };
const { Client: PgClient } = createRequire(join(root, 'apps', 'server', 'package.json'))('pg') as {
  Client: new (config: unknown) => Client;
};

async function openDossiers(circle: Circle): Promise<Uint8Array[]> {
  const dossiers: Uint8Array[] = [];
  for (let i = 0; i < DOSSIERS; i += 50) {
    const writer = circle.writers[(i / 50) % circle.writers.length] as Writer;
    const started = await Promise.all(
      Array.from({ length: 50 }, () =>
        startGeneration({
          space: circle.space,
          dossier: newId<DossierId>(),
          epoch: circle.charter.epoch.number,
          epochKey: circle.epochKey,
          author: writer.account,
          time: Date.now(),
          restrictedTo: null,
          previous: null,
          view: circle.view,
        }),
      ),
    );
    const generations = started.map(({ bytes }) => bytes);
    must(
      await writer.server.call('entries/append', { space: idBytes(circle.space), generations, entries: [] }),
    );
    dossiers.push(...started.map(({ header }) => idBytes(header.dossier)));
  }
  return dossiers;
}

/** The server cannot tell sealed bytes from random ones, and making random ones does not slow the clients down. */
function makeBatches(dossiers: readonly Uint8Array[], connection: number): Row[][] {
  return Array.from({ length: BATCHES }, (_, batch) =>
    Array.from({ length: BATCH }, (_row, i) => ({
      dossier: dossiers[
        (connection * 997 + batch * DOSSIERS_PER_BATCH + (i % DOSSIERS_PER_BATCH)) % dossiers.length
      ] as Uint8Array,
      id: randomBytes(32),
      sealed: randomBytes(SEALED),
    })),
  );
}

const connections = Array.from({ length: CONNECTIONS }, (_, i) => i);
const perSecond = (ms: number): number => (CONNECTIONS * BATCHES * BATCH) / (ms / 1000);

async function throughServer(url: string, circle: Circle, dossiers: readonly Uint8Array[]): Promise<number> {
  const space = idBytes(circle.space);
  const bodies = connections.map((connection) =>
    makeBatches(dossiers, connection).map((rows) =>
      encodeBody({
        space,
        generations: [],
        entries: rows.map(({ dossier, id, sealed }) => ({ dossier, g: 1, id, sealed })),
      }),
    ),
  );
  const tokens = connections.map(
    (i) => circle.writers[i % circle.writers.length]?.server.token ?? new Uint8Array(),
  );
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const from = performance.now();
  await Promise.all(
    bodies.map(async (list, i) => {
      for (const body of list) await post(agent, `${url}/api/entries/append`, tokens[i] as Uint8Array, body);
    }),
  );
  const rate = perSecond(performance.now() - from);
  agent.destroy();
  return rate;
}

function post(agent: http.Agent, url: string, token: Uint8Array, body: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/cbor',
      'content-length': body.length,
      'dayaq-protocol': '1',
      authorization: `Bearer ${Buffer.from(token).toString('base64url')}`,
    };
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`answered ${response.statusCode}`)),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** The same columns, key and indexes as the server's own log. */
const CLONE = 'create table raw_log (like log including all)';
const COLUMNS = 'space_id, position, kind, dossier_id, number, entry_id, body';
const VALUES = Array.from(
  { length: BATCH },
  (_, row) => `(${[1, 2, 3, 4, 5, 6, 7].map((n) => `$${row * 7 + n}`).join(', ')})`,
).join(', ');

async function byInsert(
  database: unknown,
  circle: Circle,
  dossiers: readonly Uint8Array[],
  from: { position: number },
): Promise<number> {
  const space = idBytes(circle.space);
  const clients = await Promise.all(
    connections.map(async () => {
      const client = new PgClient(database);
      await client.connect();
      return client;
    }),
  );
  const batches = connections.map((connection) =>
    makeBatches(dossiers, connection).map((rows) =>
      rows.flatMap(({ dossier, id, sealed }) => [space, from.position++, 2, dossier, 1, id, sealed]),
    ),
  );
  const began = performance.now();
  await Promise.all(
    clients.map(async (client, i) => {
      for (const values of batches[i] ?? [])
        await client.query({
          name: 'raw',
          text: `insert into raw_log (${COLUMNS}) values ${VALUES}`,
          values,
        });
    }),
  );
  const rate = perSecond(performance.now() - began);
  for (const client of clients) await client.end();
  return rate;
}

const server = await startBenchServer();
try {
  say('a real server in its own process, embedded PostgreSQL, durable commits');
  const circle = await foundCircle(server.url, server.tokens[0] ?? '', MEMBERS);
  for (const { server: session } of circle.writers) must(await session.call('spaces/list', {}));
  const dossiers = await openDossiers(circle);
  const admin = new PgClient(server.database);
  await admin.connect();
  await admin.query(CLONE);
  await admin.end();
  const next = { position: 1 };
  await byInsert(server.database, circle, dossiers, next);
  await throughServer(server.url, circle, dossiers);
  say(
    `${ROUNDS} rounds of ${CONNECTIONS} connections × ${BATCHES} batches × ${BATCH} entries of 1 kB over ${DOSSIERS} cases, in turns with the baseline`,
  );
  const rates: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = await byInsert(server.database, circle, dossiers, next);
    const rate = await throughServer(server.url, circle, dossiers);
    const after = await byInsert(server.database, circle, dossiers, next);
    rates.push(rate);
    ratios.push(rate / ((before + after) / 2));
    say(`server ${Math.round(rate)}/s, plain INSERT ${Math.round(before)}/s and ${Math.round(after)}/s`);
  }
  const ratio = median(ratios);
  conclude({
    name: 'append',
    value: median(rates),
    unit: 'entries/s',
    against: { ratio, baseline: 'multi-row INSERT through pg' },
    bar: `≥ ${BAR}`,
    held: ratio >= BAR,
  });
} finally {
  await server.stop();
}
process.exit();
