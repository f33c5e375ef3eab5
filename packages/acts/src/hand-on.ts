import { exclusionOf, heldBy, kindOf } from '@dayaq/domain';
import type { Change, DossierView, Id, RecordView, Value } from '@dayaq/vault/client';
import { plainRecord, valuesOf } from './record-values.ts';

/** Handing on what somebody held, as far as it is not ended: the case, its tasks, matters, responses and referrals. */

/** Records of a dossier that somebody holds and that wait to be gone on with. */
export function heldIn({ records }: Pick<DossierView, 'records'>, by: Id): RecordView[] {
  return records.filter((record) => {
    const field = record.deleted ? undefined : heldBy(record.kind, valuesOf(record));
    return field !== undefined && record.fields[field]?.value === by;
  });
}

/** One act: everything of it is somebody else's. Whoever is given a thing has not said yet that they take it. */
export function handOnChanges(view: Pick<DossierView, 'records'>, from: Id, to: Id): Change[] {
  return heldIn(view, from).map((record) => changeOf(record, to));
}

function changeOf(record: RecordView, to: Id): Change {
  const field = heldBy(record.kind, valuesOf(record)) ?? '';
  const taken = record.kind === 'task' && (record.fields['taken']?.value ?? null) !== null;
  const fields: Record<string, Value> = { [field]: to, ...(taken ? { taken: null } : {}) };
  return {
    kind: record.kind,
    record: record.id,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { set: value }])),
  };
}

/**
 * What takes it back: of everything that was handed on and still stands so.
 * @param records those that were handed on
 */
export function takeBackChanges(
  view: Pick<DossierView, 'records'>,
  { records, from, to }: { records: readonly Id[]; from: Id; to: Id },
): Change[] {
  return view.records
    .filter(({ id, kind, fields }) => records.includes(id) && fields[fieldOfHolder(kind)]?.value === to)
    .map((record) => changeOf(record, from));
}

const fieldOfHolder = (kind: string): string => heldBy(kind, {}) ?? '';

/** Why something stays where it was instead of going to a member. */
export type KeptBecause =
  /** Somebody in the case said that they must not come near it. */
  | 'excluded'
  /** Its readers were named one by one, and they are none of them. */
  | 'named-readers'
  /** They may be meant by what somebody said, or could read it once and were left out: somebody has to ask first. */
  | 'doubt';

/** Whether a member may be given what somebody held in a dossier, and with it be let read; null where nothing stands against it. */
export function keptBecause(
  view: Pick<DossierView, 'kind' | 'records' | 'restricted' | 'readers' | 'leftOut'>,
  member: { account: Id; name: string },
): KeptBecause | null {
  const exclusion = exclusionOf(view.records.map(plainRecord), {
    ids: [member.account],
    names: [member.name],
  });
  if (exclusion === 'excluded') return 'excluded';
  const isReader = !view.restricted || view.readers.includes(member.account);
  if (!isReader && kindOf(view.kind)?.closed === true) return 'named-readers';
  return exclusion === 'doubt' || (!isReader && view.leftOut.includes(member.account)) ? 'doubt' : null;
}
