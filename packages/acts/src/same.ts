import type { Change, DossierView, Id, RecordView } from '@dayaq/vault/client';

/** A person or perpetrator of a case that is open to whoever acts. */
export interface InCase {
  dossier: Pick<DossierView, 'id' | 'restricted' | 'readers'>;
  record: Pick<RecordView, 'id' | 'kind' | 'fields'>;
}

export interface SameChanges {
  dossier: Id;
  changes: Change[];
  back: Change[];
}

/** Whoever may open the one may open the other. */
const isWithin = (one: InCase['dossier'], other: InCase['dossier']): boolean =>
  !other.restricted || (one.restricted && one.readers.every((reader) => other.readers.includes(reader)));

/**
 * Says that somebody in one case is the same as somebody in another. It is written where fewer people read it, so that whoever
 * may open only the other case holds no trace of it; null where each case has readers whom the other has not, as it would
 * have to be told to somebody who may not know.
 */
export function sayTheSame(here: InCase, there: InCase): SameChanges | null {
  if (isWithin(here.dossier, there.dossier)) return linking(here, there);
  return isWithin(there.dossier, here.dossier) ? linking(there, here) : null;
}

function linking(at: InCase, other: InCase): SameChanges {
  const change = (add: boolean): Change => {
    const op = (id: Id) => (add ? { add: [id], del: [] } : { add: [], del: [id] });
    const { kind, id: record } = at.record;
    const fields = { alsoIn: op(other.dossier.id), sameAs: op(other.record.id) };
    return { kind, record, fields };
  };
  return { dossier: at.dossier.id, changes: [change(true)], back: [change(false)] };
}

/** Whether one of the two says that it is the other. */
export function areTheSame(here: InCase['record'], there: InCase['record']): boolean {
  return names(here, there.id) || names(there, here.id);
}

/** Takes it back wherever it stands. */
export function sayNotTheSame(here: InCase, there: InCase): SameChanges[] {
  return [
    ...(names(here.record, there.record.id) ? [undo(linking(here, there))] : []),
    ...(names(there.record, here.record.id) ? [undo(linking(there, here))] : []),
  ];
}

const undo = ({ dossier, changes, back }: SameChanges): SameChanges => ({
  dossier,
  changes: back,
  back: changes,
});

function names({ fields }: InCase['record'], id: Id): boolean {
  const value = fields['sameAs']?.value;
  return Array.isArray(value) && value.includes(id);
}
