import type { DossierState, Entry, RecordState } from '@dayaq/journal';
import type { DossierId, EntryId, RecordId } from '@dayaq/sealing';
import type { DossierView, FieldView, HistoryItem, Outcome, RecordView, Value } from './client.ts';
import { isApart } from './apart.ts';
import { destroyedIn } from './erasure/destroyed-in.ts';
import { failed, success } from './failure.ts';
import { plainRecords } from './projected.ts';
import { isRestricted } from './restricted.ts';
import { sharedView } from './sharing/listing.ts';
import { homeOf } from './sharing/rows.ts';
import { shownValue } from './sharing/root.ts';
import { spaceOf } from './space/home.ts';
import { standingGeneration } from './space/generations.ts';
import { leftOut, wantedReaders } from './space/readers-asked.ts';
import type { Unlocked } from './unlocked.ts';
import { isShut } from './sync/held.ts';
import { heldIn } from './waiting.ts';

/** A dossier as it stands. */
export async function dossierView(unlocked: Unlocked, id: DossierId): Promise<Outcome<DossierView>> {
  const space = spaceOf(unlocked.engine, id);
  if (space === null) return failed('not-found');
  if (isApart(unlocked.engine, space, id)) return failed('set-apart');
  const { state } = await unlocked.merged.of(unlocked, space, id);
  const newest = await standingGeneration(unlocked, space, id);
  const restricted = isRestricted(unlocked.engine, id);
  const readers = await wantedReaders(unlocked, space, id, newest);
  const waiting =
    unlocked.engine.get<{ n: number }>(
      'select count(*) as n from entry where space = ? and dossier = ? and position is null',
      space,
      id,
    )?.n ?? 0;
  return success({
    id,
    space: homeOf(unlocked, id) ?? space,
    kind: state.records.get(id as string as RecordId)?.kind ?? '',
    records: recordViews(state, await destroyedIn(unlocked, space, id)),
    restricted,
    readers: restricted ? (readers ?? []) : [],
    leftOut: restricted && readers !== null ? await leftOut(unlocked, space, id, readers) : [],
    waiting,
    held: heldIn(unlocked, space, id),
    closed:
      isShut(unlocked.engine, id) ||
      (restricted && readers !== null && !readers.includes(unlocked.account.id)),
    complete: state.missing.length === 0,
    shared: sharedView(unlocked.engine, space, id),
  });
}

function recordViews(
  state: DossierState,
  destroyed: ReadonlyMap<string, NonNullable<RecordView['destroyed']>>,
): RecordView[] {
  const marks = new Map(plainRecords(state).map((record) => [record.id, record]));
  return [...state.records.values()].map((record) => {
    const {
      deleted = record.deleted,
      replaced,
      settled,
      judged,
      met,
      followedBy,
      overtaken,
    } = marks.get(record.id) ?? {};
    const gone = destroyed.get(record.id);
    return {
      ...recordView(record),
      deleted,
      ...(replaced && { replaced }),
      ...(settled && { settled }),
      ...(judged && { judged }),
      ...(met && { met }),
      ...(followedBy && { followedBy }),
      ...(overtaken && { overtaken }),
      ...(gone && { destroyed: gone }),
    };
  });
}

function recordView(record: RecordState): RecordView {
  const fields: Record<string, FieldView> = {};
  for (const [name, field] of record.fields) {
    const shown = (value: unknown): Value => shownValue(record.kind, name, value as Value);
    const { by, at, more } = field;
    const alternatives = field.alternatives.map((each) => ({
      value: shown(each.value),
      by: each.by,
      at: each.at,
    }));
    const value = shown(field.value);
    fields[name] =
      more === undefined ? { value, by, at, alternatives } : { value, by, at, alternatives, more };
  }
  const { id, kind, deleted, created, updated } = record;
  return {
    id,
    kind,
    deleted,
    fields,
    created: { by: created.by, at: created.at },
    updated: { by: updated.by, at: updated.at },
  };
}

/** Every act on a dossier, in an order that never puts an answer before what it answers. */
export async function dossierHistory(unlocked: Unlocked, id: DossierId): Promise<Outcome<HistoryItem[]>> {
  const space = spaceOf(unlocked.engine, id);
  if (space === null) return success([]);
  if (isApart(unlocked.engine, space, id)) return failed('set-apart');
  const unsent = new Set(
    unlocked.engine
      .all<{ id: EntryId }>(
        'select id from entry where space = ? and dossier = ? and position is null',
        space,
        id,
      )
      .map((row) => row.id),
  );
  const items = new Map<EntryId, HistoryItem>();
  const { entries, state } = await unlocked.merged.of(unlocked, space, id);
  for (const { id: entry, author: by, time: at, changes } of entries) {
    // What its author might not write is no act on the dossier.
    if (changes.length === 0) continue;
    items.set(entry, {
      entry,
      by,
      at,
      changes: changes.map(shownChange),
      waiting: unsent.has(entry),
      clockInDoubt: false,
    });
  }
  const { order } = state;
  const doubtful = wrongClocks(entries, order, unlocked.around.now());
  return success(
    order.flatMap((entry) => {
      const item = items.get(entry);
      return item === undefined ? [] : [{ ...item, clockInDoubt: doubtful.has(entry) }];
    }),
  );
}

function shownChange({ fields, ...change }: Entry['changes'][number]): HistoryItem['changes'][number] {
  const shown = Object.entries(fields).map(([name, op]) => [
    name,
    'set' in op
      ? { set: shownValue(change.kind, name, op.set as Value) }
      : { add: [...op.add], del: [...op.del] },
  ]);
  return { ...change, fields: Object.fromEntries(shown) as HistoryItem['changes'][number]['fields'] };
}

/** Clocks differ by minutes among honest devices (ms). */
const CLOCK_TOLERANCE = 15 * 60_000;

/**
 * Entries whose time cannot be right. What a person had seen when they wrote stands in the graph whatever their clock
 * said, so the order is right all the same; only the hour is in doubt.
 * @param order so that nothing stands before what it had seen
 */
function wrongClocks(entries: readonly Entry[], order: readonly EntryId[], now: number): Set<EntryId> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  /** The latest believable time among an entry and all that it had seen. */
  const latest = new Map<EntryId, number>();
  const doubtful = new Set<EntryId>();
  for (const id of order) {
    const entry = byId.get(id);
    if (entry === undefined) continue;
    const seen = Math.max(0, ...entry.heads.map((head) => latest.get(head) ?? 0));
    const isAhead = entry.time > now + CLOCK_TOLERANCE;
    const isSaid = entry.clockAhead !== undefined;
    if (isSaid || isAhead || entry.time < seen - CLOCK_TOLERANCE) doubtful.add(id);
    // Who writes after a clock that was ahead is not to be doubted for it.
    latest.set(id, isAhead || isSaid ? seen : Math.max(seen, entry.time));
  }
  return doubtful;
}
