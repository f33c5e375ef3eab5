/** The vault runs in here, away from the pages: keys and opened records never touch the page's own memory by themselves. */
import { runVaultWorker } from '@dayaq/vault/browser';

runVaultWorker();
