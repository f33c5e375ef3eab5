import { type DirectoryRecord, type OfferAsk, offersOf } from '@dayaq/domain';
import type { Engine } from './database/engine.ts';

/** Which rows are in sight. */
export interface Sight {
  limit: number;
  offset: number;
}

interface Line extends Record<string, null | number | string | Uint8Array> {
  rid: number;
  dossier: string;
  kind: string;
  record: string;
  data: string;
}

/** Dossiers whose records are read in one go while those that fit are looked for. */
const AT_ONCE = 500;

/** The records of these dossiers that lists know, by the number of their dossier. */
export function directoryRecords(engine: Engine, rids: readonly number[]): Map<number, DirectoryRecord[]> {
  const lines = engine.all<Line>(
    `select l.rid, d.id as dossier, l.kind, l.record, l.data from listed l join dossier d on d.rid = l.rid
     where l.rid in (select value from json_each(?))`,
    JSON.stringify(rids),
  );
  const found = new Map<number, DirectoryRecord[]>();
  for (const { rid, dossier, kind, record, data } of lines) {
    const { fields } = JSON.parse(data) as Pick<DirectoryRecord, 'fields'>;
    const held = found.get(rid) ?? [];
    if (held.length === 0) found.set(rid, held);
    held.push({ id: record, kind, dossier, deleted: false, fields });
  }
  return found;
}

/** What was kept last of a database, until anything in it changes: whoever scrolls asks for the same again. */
const kept = new WeakMap<Engine, { of: string; rids: number[] }>();

/** Of candidates, in their order, those whose services are what is asked for, and of them the ones in sight. */
export function keepOffering(
  engine: Engine,
  { rids, counted }: { rids: readonly number[]; counted: number },
  ask: OfferAsk,
  { limit, offset }: Sight,
): { rids: number[]; counted: number } {
  const changes = engine.get<{ n: number }>('select total_changes() as n')?.n;
  const of = JSON.stringify([changes, ask, rids]);
  const before = kept.get(engine);
  const fitting = before?.of === of ? before.rids : fittingOf(engine, rids, ask);
  kept.set(engine, { of, rids: fitting });
  // Of more than are looked at, nobody knows how many more fit.
  return {
    rids: fitting.slice(offset, offset + limit),
    counted: counted > rids.length ? counted : fitting.length,
  };
}

function fittingOf(engine: Engine, rids: readonly number[], ask: OfferAsk): number[] {
  const fitting: number[] = [];
  for (let at = 0; at < rids.length; at += AT_ONCE) {
    const part = rids.slice(at, at + AT_ONCE);
    const records = directoryRecords(engine, part);
    for (const rid of part) if (offersOf(records.get(rid) ?? [], ask) !== null) fitting.push(rid);
  }
  return fitting;
}
