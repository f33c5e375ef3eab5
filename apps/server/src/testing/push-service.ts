import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from './until.ts';

/** One message as a browser's maker receives it. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A device's subscription, with the halves that only its browser has. */
export interface Browser {
  endpoint: string;
  p256dh: Uint8Array;
  auth: Uint8Array;
  /** What the browser reads of a message (RFC 8291); throws when it is not sealed to it. */
  open(message: Received): Buffer;
}

/** Stands for a browser's maker, on a port of this machine. */
export interface PushService {
  origin: string;
  received: Received[];
  /** The status that it answers with, by path; 201 where nothing is said. */
  answers: Map<string, number>;
  subscribe(path: string): Browser;
  /** Waits until `count` messages have come to a path; throws when they do not. */
  wait(path: string, count: number): Promise<Received[]>;
  close(): Promise<void>;
}

export async function startPushService(): Promise<PushService> {
  const received: Received[] = [];
  const answers = new Map<string, number>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      received.push({ path, headers: request.headers, body: Buffer.concat(chunks) });
      response.writeHead(answers.get(path) ?? 201, { location: 'http://127.0.0.1:1/elsewhere' }).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const at = (path: string): Received[] => received.filter((message) => message.path === path);
  return {
    origin,
    received,
    answers,
    subscribe: (path) => browser(`${origin}${path}`),
    async wait(path, count) {
      await until(`${count} messages to ${path}`, () => at(path).length >= count);
      return at(path);
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function browser(endpoint: string): Browser {
  const keys = createECDH('prime256v1');
  const p256dh = keys.generateKeys();
  const auth = randomBytes(16);
  return {
    endpoint,
    p256dh,
    auth,
    open({ body }) {
      // RFC 8188: salt, record size, key id (here the sender's point), one record.
      const salt = body.subarray(0, 16);
      const point = body.subarray(21, 21 + (body[20] ?? 0));
      const sealed = body.subarray(21 + point.length);
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, point]);
      const ikm = Buffer.from(hkdfSync('sha256', keys.computeSecret(point), auth, info, 32));
      const part = (name: string, length: number): Buffer =>
        Buffer.from(hkdfSync('sha256', ikm, salt, Buffer.from(`Content-Encoding: ${name}\0`), length));
      const open = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12));
      open.setAuthTag(sealed.subarray(-16));
      const padded = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()]);
      const end = padded.lastIndexOf(2);
      return padded.subarray(0, end);
    },
  };
}

/** What the sender says of itself (RFC 8292), its signature checked against the key that it names; throws on a bad one. */
export function readVapid({ headers }: Received): { key: Buffer; claims: Record<string, unknown> } {
  const found = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(headers.authorization ?? '');
  if (found === null) throw new Error('no VAPID header');
  const [, head = '', claims = '', signature = '', named = ''] = found;
  const key = Buffer.from(named, 'base64url');
  const x = key.subarray(1, 33).toString('base64url');
  const y = key.subarray(33).toString('base64url');
  const good = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    {
      key: createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' }),
      dsaEncoding: 'ieee-p1363',
    },
    Buffer.from(signature, 'base64url'),
  );
  if (!good) throw new Error('the sender did not sign this');
  return { key, claims: JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown> };
}
