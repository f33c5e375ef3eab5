import http from 'node:http';
import https from 'node:https';
import webPush from 'web-push';
import { errorName } from '../http/log.ts';
import type { Subscription } from '../storage/push.ts';
import { ClosedAddress, lookupPublic } from './address.ts';
import { readEndpoint } from './endpoint.ts';
import type { PushKey } from './key.ts';

/** What every message says: nothing. Its first byte is the version; the size is always the same. */
export const MESSAGE = Buffer.alloc(32);
MESSAGE[0] = 1;

/** Seconds for which the push service keeps it for a device that is switched off. */
const KEPT_FOR = 3 * 86_400;
const TIMEOUT = 15_000;

export type Delivered =
  | { how: 'taken' }
  /** This address takes messages no more. */
  | { how: 'gone' }
  /** A system code or an HTTP status. */
  | { how: 'failed'; why: string };

export interface DeliverOptions {
  key: PushKey;
  /** Whom a push service may turn to: this server's public address, or a name that says nothing. */
  subject: string;
  /** Only in tests: this machine may be called, without TLS. */
  loopback: boolean;
}

/**
 * Hands one message to a browser's push service (RFC 8030, sealed by RFC 8291). Follows no redirect and calls nobody
 * but public addresses; throws nothing.
 */
export async function deliver(to: Subscription, options: DeliverOptions): Promise<Delivered> {
  const url = readEndpoint(to.endpoint, options.loopback);
  if (url === null) return { how: 'gone' };
  try {
    const status = await post(url, to, options);
    if (status >= 200 && status < 300) return { how: 'taken' };
    return status === 404 || status === 410 ? { how: 'gone' } : { how: 'failed', why: String(status) };
  } catch (error) {
    return error instanceof ClosedAddress ? { how: 'gone' } : { how: 'failed', why: errorName(error) };
  }
}

function post(url: URL, to: Subscription, { key, subject, loopback }: DeliverOptions): Promise<number> {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
  const { headers, body } = webPush.generateRequestDetails(
    { endpoint: url.href, keys: { p256dh: text(to.p256dh), auth: text(to.auth) } },
    MESSAGE,
    {
      vapidDetails: { subject, publicKey: text(key.publicKey), privateKey: text(key.privateKey) },
      contentEncoding: 'aes128gcm',
      TTL: KEPT_FOR,
      urgency: 'high',
      // One message that waits for a device says as much as ten: a newer one takes its place.
      topic: 'n',
    },
  );
  return new Promise((done, fail) => {
    const request = (url.protocol === 'http:' ? http : https).request(
      url,
      {
        method: 'POST',
        headers,
        agent: false,
        signal: AbortSignal.timeout(TIMEOUT),
        ...(loopback ? {} : { lookup: lookupPublic }),
      },
      (response) => {
        done(response.statusCode ?? 0);
        response.on('error', () => undefined);
        // Whatever it has to say is not read.
        response.destroy();
      },
    );
    request.on('error', fail);
    request.end(body);
  });
}
