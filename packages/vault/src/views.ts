import type { Card } from '@dayaq/domain';
import { type Entry, mergeDossier, type RecordState } from '@dayaq/journal';
import type { DossierId, EntryId, RecordId } from '@dayaq/sealing';
import type {
  DossierView,
  FieldView,
  HistoryItem,
  Outcome,
  RecordView,
  Value,
  WaitingItem,
} from './client.ts';
import { failed, success } from './failure.ts';
import { lawfulEntries } from './lawful.ts';
import { spaceOf } from './outbox.ts';
import { isRestricted } from './queries.ts';
import { sharedView } from './sharing/listing.ts';
import { readersOf, standingGeneration, wantedReaders } from './space/generations.ts';
import type { Unlocked } from './unlocked.ts';

/** A dossier as it stands. */
export async function dossierView(unlocked: Unlocked, id: DossierId): Promise<Outcome<DossierView>> {
  const space = spaceOf(unlocked, id);
  if (space === null) return failed('not-found');
  const state = mergeDossier((await lawfulEntries(unlocked, space, id)).entries);
  const newest = await standingGeneration(unlocked, space, id);
  const restricted = isRestricted(unlocked.engine, id);
  const readers =
    wantedReaders(unlocked, id, newest?.header ?? null) ??
    (newest === null ? null : readersOf(newest.header));
  const waiting =
    unlocked.engine.get<{ n: number }>(
      'select count(*) as n from entry where dossier = ? and position is null',
      id,
    )?.n ?? 0;
  return success({
    id,
    kind: state.records.get(id as string as RecordId)?.kind ?? '',
    records: [...state.records.values()].map(recordView),
    restricted,
    readers: restricted ? (readers ?? []) : [],
    waiting,
    complete: state.missing.length === 0,
    shared: sharedView(unlocked.engine, id),
  });
}

function recordView(record: RecordState): RecordView {
  const fields: Record<string, FieldView> = {};
  for (const [name, field] of record.fields) {
    fields[name] = {
      value: field.value as Value,
      by: field.by,
      at: field.at,
      alternatives: field.alternatives.map(({ value, by, at }) => ({ value: value as Value, by, at })),
    };
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
  const space = spaceOf(unlocked, id);
  if (space === null) return success([]);
  const unsent = new Set(
    unlocked.engine
      .all<{ id: EntryId }>('select id from entry where dossier = ? and position is null', id)
      .map((row) => row.id),
  );
  const items = new Map<EntryId, HistoryItem>();
  const { entries } = await lawfulEntries(unlocked, space, id);
  for (const { id: entry, author: by, time: at, changes } of entries) {
    // What its author might not write is no act on the dossier.
    if (changes.length === 0) continue;
    items.set(entry, {
      entry,
      by,
      at,
      changes: [...changes] as HistoryItem['changes'],
      waiting: unsent.has(entry),
      clockInDoubt: false,
    });
  }
  const { order } = mergeDossier(entries);
  const doubtful = wrongClocks(entries, order, unlocked.around.now());
  return success(
    order.flatMap((entry) => {
      const item = items.get(entry);
      return item === undefined ? [] : [{ ...item, clockInDoubt: doubtful.has(entry) }];
    }),
  );
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
    if (isAhead || entry.time < seen - CLOCK_TOLERANCE) doubtful.add(id);
    // Who writes after a clock that was ahead is not to be doubted for it.
    latest.set(id, isAhead ? seen : Math.max(seen, entry.time));
  }
  return doubtful;
}

const MAX_WAITING = 500;

/** What waits to be sent, newest last, for the page that shows it. */
export function waitingItems(unlocked: Unlocked): WaitingItem[] {
  const { engine } = unlocked;
  const titleOf = (dossier: string): string => {
    const card = engine.get<{ card: string }>('select card from dossier where id = ?', dossier)?.card;
    if (card === undefined) return '';
    const { alias, reference } = JSON.parse(card) as Card;
    return alias || reference;
  };
  const items: WaitingItem[] = [];
  for (const row of engine.all<{ dossier: string; n: number; bytes: number }>(
    `select dossier, count(*) as n, sum(length(bytes)) as bytes from entry where position is null group by dossier limit ${MAX_WAITING}`,
  )) {
    const updated =
      engine.get<{ updated: number }>('select updated from dossier where id = ?', row.dossier)?.updated ?? 0;
    items.push({
      kind: 'entry',
      dossier: row.dossier,
      title: titleOf(row.dossier),
      at: updated,
      bytes: row.bytes,
    });
  }
  for (const row of engine.all<{ dossier: string; name: string; at: number; chunks: number }>(
    `select dossier, name, at, chunks from upload limit ${MAX_WAITING}`,
  )) {
    items.push({
      kind: 'file',
      dossier: row.dossier,
      title: row.name,
      at: row.at,
      bytes: row.chunks * 262_144,
    });
  }
  for (const ring of unlocked.rings.values()) {
    if (ring.state.rotationOwed)
      items.push({ kind: 'rotation', dossier: null, title: '', at: unlocked.around.now(), bytes: 0 });
  }
  return items.sort((a, b) => a.at - b.at);
}
