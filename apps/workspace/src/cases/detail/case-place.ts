import type { RecordPlace } from '../../dossier/record-request.ts';
import type { OpenCase } from './open-case.ts';

/** The open case, or another dossier that its pages show, as the record dialog writes to it. */
export function placeOf(open: Omit<OpenCase, 'edit'>): RecordPlace {
  const { dossier, around, kept, remove, showHistory } = open;
  return {
    dossier: dossier.id,
    records: dossier.records,
    around,
    takesNotes: dossier.kind === 'case',
    onKept: kept,
    remove,
    showHistory,
  };
}
