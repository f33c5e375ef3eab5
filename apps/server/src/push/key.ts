import webPush from 'web-push';
import type { Tables } from '../storage/database.ts';
import { sharedSecret } from '../storage/settings.ts';

/** The server's key pair for Web Push (RFC 8292): by it a push service knows that the same server calls again. */
export interface PushKey {
  /** Uncompressed P-256 point, 65 bytes: browsers are told it when they subscribe. */
  publicKey: Uint8Array;
  /** 32 bytes. */
  privateKey: Uint8Array;
}

const POINT = 65;

/** The pair that all copies of this server share, in their `settings`: made by the first that asks, kept in backups. */
export async function pushKey(tables: Tables): Promise<PushKey> {
  const fresh = webPush.generateVAPIDKeys();
  const made = [fresh.publicKey, fresh.privateKey].map((text) => Buffer.from(text, 'base64url'));
  const kept = await sharedSecret(tables, 'push-key', Buffer.concat(made));
  return { publicKey: kept.subarray(0, POINT), privateKey: kept.subarray(POINT) };
}
