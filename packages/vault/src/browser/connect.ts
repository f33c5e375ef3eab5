import type { Vault, VaultConnection, VaultEvent, VaultStatus } from '../client.ts';
import { type FromPage, METHODS, type ToPage } from './messages.ts';

/** What this browser lacks for sealing anything; empty where all is there. */
export function missingParts(): VaultStatus['missing'] {
  const missing: VaultStatus['missing'] = [];
  if (globalThis.crypto?.subtle === undefined) missing.push('crypto');
  if (typeof Worker === 'undefined' || !('locks' in navigator) || typeof BroadcastChannel === 'undefined')
    missing.push('worker');
  if (typeof WebAssembly === 'undefined') missing.push('wasm');
  return missing;
}

/** Asks the browser once not to clear what is kept here when the device runs out of room. */
function keepForGood(): void {
  if (persistenceAsked || typeof navigator.storage?.persist !== 'function') return;
  persistenceAsked = true;
  navigator.storage.persist().catch(() => undefined);
}
let persistenceAsked = false;

/** The page's end of the vault: every method of `Vault` as a call to the Worker, and its events. */
export function connectVault(worker: Worker): VaultConnection {
  const waiting = new Map<string, { resolve(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Set<(event: VaultEvent) => void>();
  let calls = 0;
  const prefix = crypto.randomUUID();
  const post = (message: FromPage) => worker.postMessage(message);

  worker.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    if ('event' in data) {
      if (data.event.type === 'status' && data.event.status.phase === 'open') keepForGood();
      for (const listener of listeners) listener(data.event);
      return;
    }
    const asked = waiting.get(data.answer);
    waiting.delete(data.answer);
    if (data.broke === undefined) asked?.resolve(data.value);
    else asked?.reject(new Error(data.broke));
  });

  const ask = (method: (typeof METHODS)[number], inputs: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      const call = `${prefix}/${calls++}`;
      waiting.set(call, { resolve, reject });
      post({ call, method, inputs });
    });
  const methods = Object.fromEntries(
    METHODS.map((method) => [method, (...inputs: unknown[]) => ask(method, inputs)]),
  );

  return {
    ...(methods as unknown as Omit<Vault, never>),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    abandon: () => post({ abandon: true }),
  };
}
