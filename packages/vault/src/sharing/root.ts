import { kindOf, typedField } from '@dayaq/domain';
import type { RecordState } from '@dayaq/journal';
import type { DossierId, RecordId, SpaceId } from '@dayaq/sealing';
import { isApart } from '../apart.ts';
import type { Value } from '../client.ts';
import type { Unlocked } from '../unlocked.ts';

/** The field by which a recipient says that it knows of the end. */
export const SEEN_FIELD = 'revokedSeen';

/** What stays of a received dossier that was taken back: that there was one, of which sort, and when. */
export interface LeftOver {
  fields: Record<string, Value>;
  updated: number;
}

/** The root record of a dossier of `space` as it stands; null while nothing of it is here, or it cannot be worked out. */
export async function rootOf(
  unlocked: Unlocked,
  space: SpaceId,
  dossier: DossierId,
): Promise<RecordState | null> {
  if (isApart(unlocked.engine, space, dossier)) return null;
  const { state } = await unlocked.merged.of(unlocked, space, dossier, false);
  return state.records.get(dossier as string as RecordId) ?? null;
}

/** A value as its field promises it, else null; of a field that this version does not know, as it was written. */
export function shownValue(kind: string, name: string, value: Value): Value {
  const typed = typedField(kind, name, value);
  return typed === undefined ? value : (typed as Value);
}

export function plainFields(record: RecordState): Record<string, Value> {
  return Object.fromEntries(
    [...record.fields].map(([name, field]) => [name, shownValue(record.kind, name, field.value as Value)]),
  );
}

const KEPT_TYPES = new Set(['code', 'date', 'moment']);

/** Of a record, what is neither identifying nor sensitive, nor anybody's words. Of an unknown kind nothing. */
export function leftOver(root: RecordState | null, now: number): LeftOver {
  const kept = new Set(
    (root === null ? undefined : kindOf(root.kind))?.fields
      // What the program itself made up, like a reference, is nobody's words.
      .filter((field) => field.sensitivity === 'ordinary')
      .filter((field) => KEPT_TYPES.has(field.type.is) || field.byProgram === true)
      .map((field) => field.name),
  );
  const fields = root === null ? {} : plainFields(root);
  return {
    fields: Object.fromEntries(Object.entries(fields).filter(([name]) => kept.has(name))),
    updated: now,
  };
}
