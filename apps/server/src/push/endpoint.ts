import { isIP } from 'node:net';
import { isPublicAddress } from './address.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The address at which a browser's maker takes messages, or null when it is none that this server would call: only HTTPS
 * at its usual port, and no address of this machine or its neighbours. `loopback`, for tests, allows this machine.
 */
export function readEndpoint(text: string, loopback: boolean): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return null;
  if (loopback && LOOPBACK.has(url.hostname)) return /^https?:$/.test(url.protocol) ? url : null;
  if (url.protocol !== 'https:' || url.port !== '') return null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return isPublicAddress(host) ? url : null;
  // A name without a dot, or one of these, never leads into the open internet.
  const top = host.replace(/\.$/, '').split('.').at(-1) ?? '';
  if (!host.includes('.') || ['localhost', 'local', 'internal', 'home', 'onion'].includes(top)) return null;
  return url;
}
