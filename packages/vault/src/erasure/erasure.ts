import type { AccountId, DossierId, EntryId, RecordId } from '@dayaq/sealing';

/** What a keyholder said was to be destroyed. */
export interface Erasure {
  readonly id: RecordId;
  readonly of: DossierId;
  /** Only these records of it; none: all of it. */
  readonly parts: readonly string[];
  /** Who signed of what, in which entry. */
  readonly by: AccountId;
  readonly entry: EntryId;
  /** The server said that its part is destroyed. */
  readonly gone: boolean;
}
