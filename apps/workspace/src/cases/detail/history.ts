import { fieldOf, groupOf, linksIn } from '@dayaq/domain';
import type { Change, HistoryItem, Id, RecordView, Value } from '@dayaq/vault/client';
import { applyChanges, sameValue, textsOf } from '@dayaq/acts/changes-between';

/** One thing that somebody did, to be said as one sentence. */
export type HistoryLine = { record: Id; kind: string } & (
  | { did: 'created' }
  | { did: 'deleted' }
  | { did: 'restored' }
  | { did: 'finished' }
  | { did: 'reopened' }
  | { did: 'set'; field: string; from: Value; to: Value }
  | { did: 'cleared'; field: string; from: Value }
  | { did: 'changed-set'; field: string; added: string[]; removed: string[] }
);

export interface HistoryAct extends Omit<HistoryItem, 'changes'> {
  lines: HistoryLine[];
}

/**
 * Turns the log of a dossier into sentences, newest act first. What a field was before is read from the entries that
 * stand before it; of two people who wrote at the same time one is told as following the other.
 * @param items in the vault's order, in which nothing stands before what its author had seen, whatever the clocks said
 */
export function historyOf(items: readonly HistoryItem[]): HistoryAct[] {
  const known = new Map<Id, { values: Record<string, Value>; deleted: boolean }>();
  const acts: HistoryAct[] = [];
  for (const { changes, ...item } of items) {
    const lines = changes.flatMap((change) => linesOf(change, known));
    if (lines.length > 0) acts.push({ ...item, lines });
  }
  return acts.reverse();
}

function linesOf(
  change: Change,
  known: Map<Id, { values: Record<string, Value>; deleted: boolean }>,
): HistoryLine[] {
  const about = { record: change.record, kind: change.kind };
  const before = known.get(change.record);
  const values = applyChanges(before?.values ?? {}, change.fields);
  known.set(change.record, { values, deleted: change.deleted ?? before?.deleted ?? false });
  if (!before) return [{ ...about, did: 'created' }];
  const lines: HistoryLine[] = [];
  if (change.deleted === true && !before.deleted) lines.push({ ...about, did: 'deleted' });
  if (change.deleted === false && before.deleted) lines.push({ ...about, did: 'restored' });
  for (const [field, op] of Object.entries(change.fields)) {
    if (isStamp(change.kind, field)) continue;
    const from = before.values[field] ?? null;
    if (change.kind === 'task' && field === 'done' && 'set' in op) {
      if ((from === null) !== (op.set === null))
        lines.push({ ...about, did: op.set === null ? 'reopened' : 'finished' });
    } else if (!('set' in op)) {
      const had = textsOf(from);
      const added = op.add.filter((code) => !had.includes(code));
      const removed = op.del.filter((code) => had.includes(code));
      if (added.length + removed.length > 0)
        lines.push({ ...about, did: 'changed-set', field, added, removed });
    } else if (op.set === null) {
      if (from !== null) lines.push({ ...about, did: 'cleared', field, from });
    } else if (!sameValue(from, op.set)) {
      lines.push({ ...about, did: 'set', field, from, to: op.set });
    }
  }
  return lines;
}

/** Who and when, beside what a person did: the sentence says both already. */
function isStamp(kind: string, field: string): boolean {
  return groupOf(kind, 'stamps').includes(field);
}

/** Ids that the history's links name, now or before. */
export function linksInHistory(acts: readonly HistoryAct[]): Id[] {
  const ids = new Set<Id>();
  for (const { lines } of acts)
    for (const line of lines) for (const id of linksOfLine(line) ?? []) ids.add(id);
  return [...ids];
}

/** The links that a line tells of; null where it tells of none. */
function linksOfLine(line: HistoryLine): Id[] | null {
  if (!('field' in line)) return null;
  const is = fieldOf(line.kind, line.field)?.type.is;
  if (is !== 'link' && is !== 'links') return null;
  const values: Value[] =
    line.did === 'changed-set'
      ? [[...line.added], [...line.removed]]
      : [line.from, ...(line.did === 'set' ? [line.to] : [])];
  return values.flatMap((value) => linksIn(line.kind, line.field, value));
}

/**
 * The history without links that lead to what the reader may not see: not even that there was one is told.
 * @param isKnown whether the reader may see what an id stands for
 */
export function withoutHiddenLinks(acts: readonly HistoryAct[], isKnown: (id: Id) => boolean): HistoryAct[] {
  const cut = (line: HistoryLine): HistoryLine[] => {
    const links = linksOfLine(line);
    if (links === null || !('field' in line)) return [line];
    if (!links.some(isKnown)) return [];
    if (line.did === 'changed-set')
      return [{ ...line, added: line.added.filter(isKnown), removed: line.removed.filter(isKnown) }];
    const known = (value: Value): Value => {
      const ids = linksIn(line.kind, line.field, value).filter(isKnown);
      return ids.length === 0 ? null : Array.isArray(value) ? ids : (ids[0] ?? null);
    };
    const from = known(line.from);
    const to = line.did === 'set' ? known(line.to) : null;
    const { record, kind, field } = line;
    return [
      to === null
        ? { record, kind, did: 'cleared', field, from }
        : { record, kind, did: 'set', field, from, to },
    ];
  };
  return acts
    .map((act) => ({ ...act, lines: act.lines.flatMap(cut) }))
    .filter(({ lines }) => lines.length > 0);
}

/** Only the acts, and of them only the lines, that concern one record. */
export function actsOn(acts: readonly HistoryAct[], record: Id | null): HistoryAct[] {
  if (record === null) return [...acts];
  return acts
    .map((act) => ({ ...act, lines: act.lines.filter((line) => line.record === record) }))
    .filter((act) => act.lines.length > 0);
}

/** Members who wrote in this dossier or changed it, most recent first, each once. */
export function writersOf(records: readonly RecordView[]): Id[] {
  const latest = new Map<Id, number>();
  for (const record of records) {
    for (const stamp of [record.created, record.updated]) {
      latest.set(stamp.by, Math.max(latest.get(stamp.by) ?? 0, stamp.at));
    }
  }
  return [...latest].sort((a, b) => b[1] - a[1]).map(([account]) => account);
}
