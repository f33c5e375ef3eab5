import { connectVault } from '@dayaq/vault/browser/connect';
import type { VaultConnection } from '@dayaq/vault/client';

declare global {
  interface Window {
    /** The real vault in its real Worker, for the measurements to ask. */
    vault: VaultConnection;
  }
}

window.vault = connectVault(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
