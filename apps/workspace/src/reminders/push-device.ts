import { signal } from '@preact/signals';
import type { Failure, Outcome, PushAddress, Vault } from '@dayaq/vault/client';

/** Whether this device can be woken. `blocked`: the person, or the device's owner, told the browser to never ask. */
export type PushState = 'unsupported' | 'blocked' | 'off' | 'on';
export type TurnedOn =
  | { ok: true }
  | { ok: false; why: 'blocked' | 'refused-by-browser' | 'off-on-server' }
  | { ok: false; why: 'failure'; failure: Failure };

/** It was turned on here and the browser gave it up by itself: somebody who relies on it must be told. */
export const hasStopped = signal(false);

/** Kept sealed: whether somebody wants this device to be woken. */
const WANTED = 'reminders';
/** Milliseconds until a browser that says neither yes nor no is taken at no. */
const PATIENCE = 20_000;

async function registration(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window))
    return null;
  return (await navigator.serviceWorker.getRegistration()) ?? null;
}

export async function pushState(): Promise<PushState> {
  const worker = await registration();
  if (worker === null) return 'unsupported';
  if (Notification.permission === 'denied') return 'blocked';
  return (await worker.pushManager.getSubscription()) === null ? 'off' : 'on';
}

/** Asks the browser's maker for an address and gives it to the server: both, or neither. */
export async function turnOn(vault: Vault): Promise<TurnedOn> {
  // Before anything that takes time: some browsers let it be asked only right after a touch.
  const permission = 'Notification' in window ? Notification.requestPermission() : 'denied';
  const worker = await registration();
  if (worker === null) return { ok: false, why: 'refused-by-browser' };
  if ((await permission) !== 'granted') return { ok: false, why: 'blocked' };
  const key = await vault.pushKey();
  if (!key.ok) return { ok: false, why: 'failure', failure: key.failure };
  if (key.value === null) return { ok: false, why: 'off-on-server' };
  const subscription = await subscribe(worker, key.value);
  if (subscription === null) return { ok: false, why: 'refused-by-browser' };
  const told = await tell(vault, subscription);
  if (told.ok) {
    await vault.setPreference(WANTED, true);
    hasStopped.value = false;
    return { ok: true };
  }
  await subscription.unsubscribe().catch(() => false);
  return { ok: false, why: 'failure', failure: told.failure };
}

/** From here on nothing arrives, even if the server cannot be told now: the browser's maker takes no more for it. */
export async function turnOff(vault: Vault): Promise<void> {
  await vault.setPreference(WANTED, false);
  hasStopped.value = false;
  const subscription = await (await registration())?.pushManager.getSubscription();
  if (!subscription) return;
  await vault.turnPushOff(subscription.endpoint);
  await subscription.unsubscribe().catch(() => false);
}

/**
 * Tells the server once more, at each opening: the browser may have changed the address, or the server lost it. Asks the
 * browser again where it gave up by itself.
 */
export async function renew(vault: Vault): Promise<void> {
  hasStopped.value = false;
  const worker = await registration();
  const subscription = await worker?.pushManager.getSubscription();
  if (subscription) {
    await tell(vault, subscription);
    return;
  }
  if ((await vault.preference(WANTED)) !== true) return;
  const again = worker !== null && Notification.permission === 'granted' ? await turnOn(vault) : null;
  hasStopped.value = again?.ok !== true;
}

/** Null where the browser refuses, or does not come to an end: its maker may be out of reach. */
async function subscribe(
  worker: ServiceWorkerRegistration,
  key: Uint8Array,
): Promise<PushSubscription | null> {
  const options = { userVisibleOnly: true, applicationServerKey: new Uint8Array(key) };
  const asked = worker.pushManager.subscribe(options).catch(async () => {
    // Another server's key, from before: that address is of no use any more.
    await (await worker.pushManager.getSubscription())?.unsubscribe();
    return worker.pushManager.subscribe(options);
  });
  let isLate = false;
  // Whoever was told that it did not work must not be woken after all.
  void asked.then(
    (late) => (isLate ? late.unsubscribe() : true),
    () => true,
  );
  const late = new Promise<null>((done) => {
    setTimeout(() => {
      isLate = true;
      done(null);
    }, PATIENCE);
  });
  return Promise.race([asked.catch(() => null), late]);
}

async function tell(vault: Vault, subscription: PushSubscription): Promise<Outcome<null>> {
  const bytes = (name: PushEncryptionKeyName): Uint8Array =>
    new Uint8Array(subscription.getKey(name) ?? new ArrayBuffer(0));
  const address: PushAddress = {
    endpoint: subscription.endpoint,
    p256dh: bytes('p256dh'),
    auth: bytes('auth'),
  };
  return vault.turnPushOn(address);
}
