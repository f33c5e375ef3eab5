import { signal } from '@preact/signals';
import { whenPhaseChanges } from '../vault/session.ts';

/** A newer version lies ready and starts when this one is closed everywhere, or when asked. */
export const newVersionReady = signal(false);
let waiting: ServiceWorker | null = null;

/** The program does not lie on this device as a whole: without a network it opens in no new tab. It is tried again. */
export const offlineNotReady = signal(false);
/** Milliseconds until it is tried again where no network comes back to say so. */
const AGAIN = 60_000;

/**
 * Registers the service worker, so that the next opening needs no network. It waits until somebody is in: on a slow
 * network, signing in comes before keeping. Nothing to do while developing.
 */
export function startOffline(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  let state: 'not-kept' | 'trying' | 'kept' = 'not-kept';
  let isOpen = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tryNow = async (): Promise<void> => {
    if (!isOpen || state !== 'not-kept') return;
    state = 'trying';
    clearTimeout(timer);
    const isKept = await keep();
    state = isKept ? 'kept' : 'not-kept';
    offlineNotReady.value = !isKept;
    if (!isKept) timer = setTimeout(() => void tryNow(), AGAIN);
  };
  addEventListener('online', () => void tryNow());
  whenPhaseChanges((phase) => {
    isOpen = phase === 'open';
    void tryNow();
  });
}

/** False where the network went away meanwhile, or the browser refuses, as some do in a private window. */
async function keep(): Promise<boolean> {
  try {
    const registration = await navigator.serviceWorker.register('/service-worker.js');
    note(registration.waiting);
    registration.onupdatefound = () => {
      const fresh = registration.installing;
      fresh?.addEventListener('statechange', () => {
        // At the first visit there is no older version to take over from.
        if (fresh.state === 'installed' && navigator.serviceWorker.controller !== null) note(fresh);
      });
    };
    return registration.active !== null || (await comesUp(registration.installing ?? registration.waiting));
  } catch {
    return false;
  }
}

/** Whether a worker that is being put in place gets there: with every file that it keeps. */
function comesUp(worker: ServiceWorker | null): Promise<boolean> {
  return new Promise((done) => {
    const look = (): void => {
      if (worker === null || worker.state === 'redundant') done(false);
      else if (worker.state === 'activated') done(true);
    };
    worker?.addEventListener('statechange', look);
    look();
  });
}

function note(worker: ServiceWorker | null): void {
  waiting = worker;
  newVersionReady.value = worker !== null;
}

export function startNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage('take-over');
}

/** Takes away what the browser keeps of the program itself. */
export async function forgetProgram(): Promise<void> {
  if ('serviceWorker' in navigator) {
    for (const registration of await navigator.serviceWorker.getRegistrations())
      await registration.unregister();
  }
  if ('caches' in window) {
    for (const name of await caches.keys()) await caches.delete(name);
  }
}
