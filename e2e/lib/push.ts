import type { Browser, PushService } from '../../apps/server/src/testing/push-service.ts';
import type { Device } from './device.ts';

/**
 * Gives a device a browser's maker within reach: Chromium's own cannot be, on a machine that reaches nobody. What
 * `PushManager` would get from it, the page gets from here; nothing of ours is replaced. Takes effect at the next load.
 */
export async function receivePushesAt(device: Device, maker: PushService, path: string): Promise<Browser> {
  const browser = maker.subscribe(path);
  const { endpoint, p256dh, auth } = browser;
  await device.context.grantPermissions(['notifications'], { origin: device.options.url });
  await device.context.addInitScript(
    (given) => {
      const bytes = (name: PushEncryptionKeyName): ArrayBuffer => Uint8Array.from(given[name]).buffer;
      let wanted = false;
      const subscription = {
        endpoint: given.endpoint,
        getKey: bytes,
        unsubscribe: () => {
          wanted = false;
          return Promise.resolve(true);
        },
      } as unknown as PushSubscription;
      PushManager.prototype.getSubscription = () => Promise.resolve(wanted ? subscription : null);
      PushManager.prototype.subscribe = () => {
        wanted = true;
        return Promise.resolve(subscription);
      };
    },
    { endpoint, p256dh: [...p256dh], auth: [...auth] },
  );
  return browser;
}
