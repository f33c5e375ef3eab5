import type { Id } from '@dayaq/vault/client';
import { whenPhaseChanges } from '../vault/session.ts';

interface Unkept {
  typed: unknown;
  /** Milliseconds since 1970. */
  at: number;
}

/**
 * Words of forms that were left although the device had no room for them, by the id of their draft. In memory only, and
 * forgotten when the vault locks.
 */
export const unkept = new Map<Id, Unkept>();
whenPhaseChanges((phase) => {
  if (phase !== 'open') unkept.clear();
});
