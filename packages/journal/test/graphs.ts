import { createHash } from 'node:crypto';
import {
  type AccountId,
  type DossierId,
  type EntryId,
  idText,
  type RecordId,
  type SpaceId,
  type View,
} from '@dayaq/sealing/verify';
import type { Change, Entry } from '../src/index.ts';

const hash = (text: string) => new Uint8Array(createHash('sha256').update(text).digest());

/** Ids that a name always gives. */
export const entryId = (name: string) => idText<EntryId>(hash(`entry/${name}`));
export const recordId = (name: string) => idText<RecordId>(hash(`record/${name}`).slice(0, 16));
export const accountId = (name: string) => idText<AccountId>(hash(`account/${name}`).slice(0, 16));
export const SPACE = idText<SpaceId>(hash('space'));
/** What a device that has verified nothing yet names. */
export const NOTHING_SEEN: View = { place: null, charter: new Uint8Array(32), peer: null };
export const DOSSIER = idText<DossierId>(hash('dossier').slice(0, 16));

/** An entry for tests of merging, which does not look at signatures. `after` names the entries seen. */
export function entry(
  name: string,
  after: readonly string[],
  changes: Change | readonly Change[],
  options: { readonly time?: number; readonly author?: string } = {},
): Entry {
  return {
    id: entryId(name),
    space: SPACE,
    dossier: DOSSIER,
    author: accountId(options.author ?? 'ana'),
    time: options.time ?? 0,
    heads: after.map(entryId).sort(),
    view: NOTHING_SEEN,
    changes: Array.isArray(changes) ? (changes as readonly Change[]) : [changes as Change],
  };
}

/** A change to the record `case`. */
export function change(fields: Change['fields'], deleted?: boolean, record = 'case'): Change {
  const one = { kind: 'case', record: recordId(record), fields };
  return deleted === undefined ? one : { ...one, deleted };
}
