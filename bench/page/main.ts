import { connectVault } from '@dayaq/vault/browser/connect';
import type { VaultConnection } from '@dayaq/vault/client';
import { importRegister } from './import-register.ts';

declare global {
  interface Window {
    /** The real vault in its real Worker, for the measurements to ask. */
    vault: VaultConnection;
    /** Brings in a register, its bytes in base64, by the pages' own code. Answers how many rows it has and how many came in. */
    importRegister: (base64: string) => Promise<{ brought: number; seen: number }>;
  }
}

window.vault = connectVault(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
window.importRegister = (base64) => importRegister(window.vault, base64);
