import { runVaultWorker } from '@dayaq/vault/browser';

runVaultWorker();
