import type { TaskRow } from '@dayaq/vault/client';

/** In which part of its case a record of a kind is looked at and changed. */
const PART: Readonly<Record<string, string>> = {
  cost: 'costs',
  referral: 'referrals',
  response: 'plan',
  threat: 'safety',
  risk: 'safety',
  violation: 'safety',
  'document-need': 'papers',
  matter: 'matters',
  contact: 'matters',
};

/** Where a thing is done: at the record that it is about; what is about none of these, in the case's story. */
export function taskAddress({
  dossier,
  kind,
  about,
  record,
}: Pick<TaskRow, 'dossier' | 'kind' | 'about' | 'record'>): string {
  const part = Object.hasOwn(PART, kind) ? PART[kind] : undefined;
  if (part !== undefined) return `/cases/${dossier}/${part}#record-${about}`;
  return record === '' ? `/cases/${dossier}` : `/cases/${dossier}#record-${record}`;
}
