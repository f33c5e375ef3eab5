import type { DirectoryRecord } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';
import type { Directory } from '../directory.ts';

export interface WhatGoes {
  records: readonly DirectoryRecord[];
  /** Providers that stay because only named members may open them. */
  sealed: number;
  /** Providers that stay because we have doubts about them, or clients came to harm there. */
  doubted: number;
}

/**
 * Which providers an export is made of. A file says nothing of our judgement, so whoever reads it would take everybody
 * in it for recommended: those we doubt stay, unless somebody decides otherwise. The sealed stay always.
 */
export function whatGoes(
  { records, sealed }: Pick<Directory, 'records' | 'sealed'>,
  withDoubted: boolean,
): WhatGoes {
  const doubted = new Set<Id>();
  for (const { kind, dossier, fields } of records)
    if (kind === 'provider' && (fields.trust === 'doubtful' || fields.trust === 'harmful'))
      doubted.add(dossier);
  const isOut = (dossier: Id): boolean => sealed.has(dossier) || (!withDoubted && doubted.has(dossier));
  return {
    records: records.filter(({ dossier }) => !isOut(dossier)),
    sealed: sealed.size,
    doubted: withDoubted ? 0 : [...doubted].filter((dossier) => !sealed.has(dossier)).length,
  };
}
