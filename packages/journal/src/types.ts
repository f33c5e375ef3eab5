import type { AccountId, DossierId, EntryId, RecordId, SpaceId, View } from '@dayaq/sealing/verify';

/** What a field may hold: JSON, with finite numbers, at most six levels deep. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/**
 * `set` replaces a field's value (`null` clears it). `add` and `del` change a set of texts by element, so that
 * two people who each add one keep both.
 */
export type FieldOp =
  | { readonly set: Value }
  | { readonly add: readonly string[]; readonly del: readonly string[] };

export interface Change {
  readonly kind: string;
  readonly record: RecordId;
  readonly fields: Readonly<Record<string, FieldOp>>;
  /** True deletes the record, false brings it back; absent says nothing. */
  readonly deleted?: boolean;
}

/** One act of one person: its changes stand together or not at all. */
export interface Entry {
  readonly id: EntryId;
  readonly space: SpaceId;
  readonly dossier: DossierId;
  readonly author: AccountId;
  /** Milliseconds since 1970, by the author's clock. */
  readonly time: number;
  /** Days by which that clock was ahead of the server's (negative: behind), where its device had found out that they differ. */
  readonly clockAhead?: number;
  /** What the author had seen, sorted: entries that nothing else seen had seen. */
  readonly heads: readonly EntryId[];
  /** What the author's device had verified of the space's log and charters. */
  readonly view: View;
  /** None only where it names heads: it says that its author had seen them, and no more. */
  readonly changes: readonly Change[];
}

/** Who, when, in which entry. */
export interface Stamp {
  readonly by: AccountId;
  readonly at: number;
  readonly entry: EntryId;
}

export interface StampedValue extends Stamp {
  readonly value: Value;
}

export interface FieldState extends StampedValue {
  /** Every standing value, latest last, when they differ; empty otherwise. */
  readonly alternatives: readonly StampedValue[];
  /** How many more values or elements there are than are kept; absent where all are here. */
  readonly more?: number;
}

export interface RecordState {
  readonly kind: string;
  readonly id: RecordId;
  readonly deleted: boolean;
  /** Who deleted it, where it is deleted: of those that did not know of each other all that are kept. */
  readonly deletions?: readonly Stamp[];
  /** The reserved field `deleted` is here only while a deletion is in conflict. */
  readonly fields: ReadonlyMap<string, FieldState>;
  readonly created: Stamp;
  readonly updated: Stamp;
  /**
   * Who brought it back after a deletion, or wrote in it without knowing of one, so that it stands: whoever had seen only
   * what was before that took it for gone. Absent where nobody did; at most `LIMITS.standing`, the latest last.
   */
  readonly kept?: readonly Stamp[];
}

export interface DossierState {
  readonly records: ReadonlyMap<RecordId, RecordState>;
  /** Entries that no other entry names as seen, sorted. What the next entry names. */
  readonly heads: readonly EntryId[];
  /** Entries that others name as seen but that are not there, sorted: something is withheld or on its way. */
  readonly missing: readonly EntryId[];
  /** All entries, each after those it had seen; ties by time, then id. */
  readonly order: readonly EntryId[];
}

/**
 * Bounds of an entry, and of what is kept of many. Whatever passes one of an entry is refused by writer and reader alike;
 * so is whatever a name or a key of a map shares with what every object has (`toString`, `constructor`, …).
 */
export const LIMITS = {
  entryBytes: 262_144,
  /** The last millisecond of the year 2200. */
  time: 7_289_654_399_999,
  changes: 1000,
  heads: 64,
  fields: 200,
  /** Characters (UTF-16 units) of one text, and elements of one list or map or of a merged field. */
  text: 65_536,
  elements: 10_000,
  /** Elements of all lists and maps of one entry together. */
  entryElements: 20_000,
  depth: 6,
  /** Of values that did not know of each other, how many are kept of one author and in all. */
  standingEach: 8,
  standing: 64,
} as const;

/** The field name under which a conflict about deletion shows; no change may set it. */
export const DELETED_FIELD = 'deleted';
