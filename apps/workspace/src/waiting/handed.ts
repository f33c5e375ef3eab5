import type { Id, ListedRecord } from '@dayaq/vault/client';

/** So many are looked at in a space, and no more. */
export const HANDED_MOST = 100;

/** Words that a colleague handed on to this account, and that nobody took into a case or put away yet. */
export const handedTo =
  (me: Id) =>
  ({ fields, created }: ListedRecord): boolean =>
    fields['taken'] == null && created.by !== me;
