import type { TaskRow } from '@dayaq/vault/client';
import { addressOf, partOf } from '../kind-places.ts';

/** Where the whole of it is looked at: a case, or whatever else the thing to do is itself about. */
export function wholeAddress({ dossier, kind, about }: Pick<TaskRow, 'dossier' | 'kind' | 'about'>): string {
  const hasPage = about !== '' && partOf(kind) === undefined;
  return (hasPage ? addressOf(kind, { id: about, dossier }) : undefined) ?? `/cases/${dossier}`;
}

/** Where a thing is done: at the record that it is about; what is about none of these, in the case's story. */
export function taskAddress(task: Pick<TaskRow, 'dossier' | 'kind' | 'about' | 'record'>): string {
  const { dossier, kind, about, record } = task;
  const there = partOf(kind) === undefined ? undefined : addressOf(kind, { id: about, dossier });
  if (there !== undefined) return there;
  const whole = wholeAddress(task);
  return record === '' || whole !== `/cases/${dossier}` ? whole : `/cases/${dossier}#record-${record}`;
}
