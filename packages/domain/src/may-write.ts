import { fieldOf, kindOf } from './kinds/index.ts';

/** Whoever signed a change, as the charter of the dossier's space knew them when they did. */
export interface Writer {
  account: string;
  /** False for somebody of another organisation, which the dossier was handed over to. */
  isMember: boolean;
  isKeyholder: boolean;
}

/** What a change sets, as far as it matters for who may set it. */
export interface WrittenChange {
  kind: string;
  record: string;
  fields: Readonly<Record<string, unknown>>;
  deleted?: boolean;
}

/** Which rule a change oversteps. */
export type OverstepRule =
  /** Only a keyholder writes this kind. */
  | 'keyholders-only'
  /** The record is somebody else's own, and the author no keyholder. */
  | 'not-theirs'
  /** The author was handed the dossier over, and writes something else than the answers to it. */
  | 'not-an-answer'
  /** The record is of another kind: that never changes. */
  | 'other-kind';

/**
 * Whether a change may stand: null, or the rule that it oversteps. A signature says who wrote it; this says whether they
 * may. Kinds that are not known here were made by a newer program and are any member's.
 * @param head the dossier's own record
 */
export function overstepOf(change: WrittenChange, writer: Writer, head: string): OverstepRule | null {
  if (!writer.isMember) return isAnswer(change, head) ? null : 'not-an-answer';
  switch (kindOf(change.kind)?.writes) {
    case 'keyholders':
      return writer.isKeyholder ? null : 'keyholders-only';
    case 'account':
      return change.record === writer.account || writer.isKeyholder ? null : 'not-theirs';
    case undefined:
      return null;
  }
}

function isAnswer({ kind, record, fields, deleted }: WrittenChange, head: string): boolean {
  const names = Object.keys(fields);
  return (
    record === head &&
    deleted === undefined &&
    names.length > 0 &&
    names.every((name) => fieldOf(kind, name)?.answer === true)
  );
}
