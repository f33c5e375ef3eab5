import type { Field, Kind } from './kind.ts';
import { fieldOf, kindOf, KINDS } from './kinds/index.ts';

/** Whoever signed a change, as the charter of the dossier's space knew them when they did. */
export interface Writer {
  account: string;
  /** False for somebody of another organisation, which the dossier was handed over to. */
  isMember: boolean;
  isKeyholder: boolean;
  /** A public door that stood open had named them as a reader. */
  opensLetters: boolean;
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
  | 'other-kind'
  /** The roster holds nothing of this kind, or not under this number. */
  | 'not-here'
  /** The author began more records of the roster than one person may. */
  | 'too-many'
  /** It was said before, and is said once: also a second record where each person begins one, and deleting what stays said. */
  | 'said-before'
  /** It is for others to write than its author: `Field.notBy`, `Field.onlyBy`, `Kind.writes`. */
  | 'for-others';

/**
 * Whether a change may stand: null, or the rule that it oversteps. A signature says who wrote it; this says whether they
 * may. Kinds that are not known here were made by a newer program and are any member's.
 * @param head the dossier's own record
 */
export function overstepOf(change: WrittenChange, writer: Writer, head: string): OverstepRule | null {
  if (!writer.isMember) return isAnswer(change, head) ? null : 'not-an-answer';
  if (change.deleted !== undefined && kindOf(change.kind)?.lasting === true) return 'said-before';
  switch (kindOf(change.kind)?.writes) {
    case 'keyholders':
      return writer.isKeyholder ? null : 'keyholders-only';
    case 'account':
      return change.record === writer.account || writer.isKeyholder ? null : 'not-theirs';
    case 'letter-readers':
      return writer.opensLetters ? null : 'for-others';
    case 'beginner':
    case undefined:
      return null;
  }
}

/** Whether whoever begins a record of a kind is the only one who writes in it. */
export function isBeginners(kind: string): boolean {
  const found = kindOf(kind);
  return found?.writes === 'beginner' || found?.oneEach === true;
}

/** Whether a change writes what another one began, and only they may write. @param begunBy null where the change begins it */
export const isAnothers = ({ kind }: WrittenChange, author: string, begunBy: string | null): boolean =>
  isBeginners(kind) && begunBy !== null && begunBy !== author;

/** Whether each person begins one record of a kind in a dossier. */
export const isOneEach = (kind: string): boolean => kindOf(kind)?.oneEach === true;

/** Which of a change's fields stay as they were written first: `Field.fixed`. */
export const fixedIn = ({ kind, fields }: WrittenChange): string[] =>
  Object.keys(fields).filter((name) => fieldOf(kind, name)?.fixed === true);

/** A change without fields; null where nothing is left of it. */
export function withoutFields<Change extends WrittenChange>(
  change: Change,
  without: readonly string[],
): Change | null {
  if (without.length === 0) return change;
  const { fields, deleted } = change;
  const left = Object.entries(fields).filter(([name]) => !without.includes(name));
  return left.length === 0 && deleted === undefined ? null : { ...change, fields: Object.fromEntries(left) };
}

/** Which of a change's fields are said once: `Field.once`. */
export const saidOnce = ({ kind, fields }: WrittenChange): string[] =>
  Object.keys(fields).filter((name) => fieldOf(kind, name)?.once === true);

/** Of one record: the fields that decide who may write others, and whom they have named so far. */
export type NamedIn = Map<string, Set<string>>;

/** Whether a change writes what is for others to write, by whom the record has named so far. It is asked in the order of the log. */
export function isForOthers(change: WrittenChange, author: string, named: NamedIn): boolean {
  const { kind, fields, deleted } = change;
  const was = (field: string): boolean => named.get(field)?.has(author) === true;
  const says = (field: string): boolean => setIn(fields[field]) === author;
  return (kindOf(kind)?.fields ?? []).some(({ name, notBy, onlyBy }: Field) => {
    if (notBy !== undefined && (was(notBy) || says(notBy)) && (deleted !== undefined || name in fields))
      return true;
    if (onlyBy === undefined || !(name in fields)) return false;
    return onlyBy.some((field) => (named.get(field)?.size ?? 0) > 0) && !onlyBy.some(was);
  });
}

/** Notes whom a change names in fields that decide who may write others. */
export function noteNamed({ kind, fields }: WrittenChange, named: NamedIn): void {
  for (const { notBy, onlyBy = [] } of kindOf(kind)?.fields ?? [])
    for (const field of notBy === undefined ? onlyBy : [notBy, ...onlyBy]) {
      const account = setIn(fields[field]);
      if (account !== null) named.set(field, (named.get(field) ?? new Set()).add(account));
    }
}

function setIn(op: unknown): string | null {
  const value = typeof op === 'object' && op !== null && 'set' in op ? op.set : null;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** What the roster holds beside the organisation and the profiles. */
const ROSTER_PARTS: ReadonlySet<string> = new Set(
  Object.values<Kind>(KINDS).flatMap(({ kind, inRoster }) => (inRoster === true ? [kind] : [])),
);

/** So many of these one person may begin: nobody's names are lost because somebody else fills the roster. */
export const ROSTER_PARTS_EACH = 500;

/**
 * Whether a change has no place in the roster. Its head is the organisation, and a record that bears the number of an
 * account is that account's profile, whoever wrote there first: else a stranger could take a newcomer's name away.
 * @param head the roster's own record
 * @param everBelonged whether this is the number of somebody who ever was a member; null where that is not known
 */
export function isStrangeToRoster(
  { kind, record }: WrittenChange,
  head: string,
  everBelonged: ((record: string) => boolean) | null,
): boolean {
  if (record === head || kind === 'organisation') return record !== head || kind !== 'organisation';
  if (kind === 'profile') return everBelonged?.(record) === false;
  return !ROSTER_PARTS.has(kind) || everBelonged?.(record) === true;
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
