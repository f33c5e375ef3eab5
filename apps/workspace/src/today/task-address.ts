import type { TaskRow } from '@dayaq/vault/client';
import { addressOf, partOf } from '../kind-places.ts';

/** Where a thing is done: at the record that it is about; what is about none of these, in the case's story. */
export function taskAddress({
  dossier,
  kind,
  about,
  record,
}: Pick<TaskRow, 'dossier' | 'kind' | 'about' | 'record'>): string {
  const there = partOf(kind) === undefined ? undefined : addressOf(kind, { id: about, dossier });
  if (there !== undefined) return there;
  return record === '' ? `/cases/${dossier}` : `/cases/${dossier}#record-${record}`;
}
