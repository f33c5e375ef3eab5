import { afterKeeping } from '../drafts/keep-now.ts';
import { vault } from '../vault/session.ts';

/** Milliseconds for which the last words typed are waited for: a lock waits for nobody. */
const KEEP_PATIENCE = 150;

/** Seals what was just typed and drops the keys. */
export function lock(): void {
  afterKeeping(KEEP_PATIENCE, () => void vault.value?.lock());
}
