import { signal } from '@preact/signals';
import { whenPhaseChanges } from '../vault/session.ts';

/** A newer version lies ready and starts when this one is closed everywhere, or when asked. */
export const newVersionReady = signal(false);
let waiting: ServiceWorker | null = null;

/**
 * Registers the service worker, so that the next opening needs no network. It waits until somebody is in: on a slow
 * network, signing in comes before keeping. Nothing to do while developing.
 */
export function startOffline(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  let registered = false;
  whenPhaseChanges((phase) => {
    if (phase !== 'open' || registered) return;
    registered = true;
    register();
  });
}

function register(): void {
  navigator.serviceWorker
    .register('/service-worker.js')
    .then((registration) => {
      note(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const fresh = registration.installing;
        fresh?.addEventListener('statechange', () => {
          // At the first visit there is no older version to take over from.
          if (fresh.state === 'installed' && navigator.serviceWorker.controller !== null) note(fresh);
        });
      });
    })
    .catch(() => {
      // A private window may refuse: everything works, but opening needs the network.
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
