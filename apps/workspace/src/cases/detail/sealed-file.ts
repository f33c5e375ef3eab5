import { type SealedFile, validateValue } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';

/** Where a file lies and how to open it, if the value says so. */
export function sealedFileIn(value: Value | undefined): SealedFile | null {
  if (value === undefined || value === null || validateValue({ is: 'blob' }, value) !== null) return null;
  return value as unknown as SealedFile;
}
