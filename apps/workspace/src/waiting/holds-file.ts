import type { Change } from '@dayaq/vault/client';
import { applyChanges } from '../fields/index.ts';
import { readSealedFile } from '../files/index.ts';

/** Whether an act adds a file. Handing on takes words only: the file would be lost with the act. */
export function holdsFile(changes: readonly Change[]): boolean {
  return changes.some(({ fields }) =>
    Object.values(applyChanges({}, fields)).some((value) => readSealedFile(value) !== null),
  );
}
