import { recordChange } from '@dayaq/acts/changes-between';
import type { Change, Value } from '@dayaq/vault/client';

/** A new record's change from plain values; undefined is left out. */
export function record(
  kind: string,
  id: string,
  values: Readonly<Record<string, Value | undefined>>,
): Change {
  const said = Object.entries(values).filter((each): each is [string, Value] => each[1] !== undefined);
  return recordChange(kind, id, Object.fromEntries(said));
}
