import { isKnownKind, kindOf } from '@dayaq/domain';
import type { Entry } from '@dayaq/journal';
import type { DossierId, SpaceId } from '@dayaq/sealing';
import type { ApartRow } from './client.ts';
import { type Engine, EngineClosed, type Row, SqliteError } from './database/engine.ts';
import { spaceNumber } from './database/space-number.ts';

/** At which step a dossier could not be worked out, or that there is too much of it. */
export type Reason = ApartRow['reason'];

/**
 * SQLite's codes that speak of what was to be written, not of the database: error, too big, constraint, mismatch, range.
 * After any other, nothing of the transaction can stand.
 */
const OF_THE_THING: ReadonlySet<number> = new Set([1, 18, 19, 20, 25]);

/** Whether an error lies in what was worked on, so that everything else may go on. */
export function thingItself(error: unknown): boolean {
  if (error instanceof EngineClosed) return false;
  return !(error instanceof SqliteError) || OF_THE_THING.has(error.code);
}

/** Notes a dossier that is in no list until it can be worked out; the next change or a new version of the program tries again. */
export function setApart(
  engine: Engine,
  space: number,
  dossier: DossierId,
  what: { reason: Reason; error: unknown; entries: readonly Entry[]; reference: string },
): void {
  engine.run(
    'insert or replace into apart(dossier, space, kind, reference, reason, error, entries) values(?, ?, ?, ?, ?, ?, ?)',
    dossier,
    space,
    rootKind(dossier, what.entries),
    what.reference,
    what.reason,
    errorClass(what.error),
    what.entries.length,
  );
}

export function rootKind(dossier: DossierId, entries: readonly Entry[]): string {
  for (const { changes } of entries)
    for (const { kind, record } of changes)
      if ((record as string) === dossier) return isKnownKind(kind) ? kind : '';
  return '';
}

/** The sort of an error without its words: those may quote what it failed at. */
function errorClass(error: unknown): string {
  if (error instanceof SqliteError) return `SqliteError ${error.code}`;
  return error instanceof Error ? error.constructor.name : typeof error;
}

/**
 * Two spaces have a dossier of one id, and the other's is shown: this one is named and waits. What was known of its kind and
 * reference stays.
 */
export function setTwinApart(
  engine: Engine,
  space: number,
  dossier: DossierId,
  what: { kind: string; reference: string; entries: number },
): void {
  engine.run(
    `insert into apart(dossier, space, kind, reference, reason, error, entries) values(?, ?, ?, ?, 'twin', '', ?)
     on conflict do update set reason = 'twin', error = '', entries = excluded.entries`,
    dossier,
    space,
    what.kind,
    what.reference,
    what.entries,
  );
}

export function forgetApart(engine: Engine, space: number, dossier: DossierId): void {
  engine.run('delete from apart where dossier = ? and space = ?', dossier, space);
}

export function isApart(engine: Engine, space: SpaceId, dossier: DossierId): boolean {
  return (
    engine.get(
      'select 1 from apart where dossier = ? and space = (select number from space_number where space = ?)',
      dossier,
      space,
    ) !== null
  );
}

/** How many dossiers of all spaces are set apart. */
export function apartCount(engine: Engine): number {
  return engine.get<{ n: number }>('select count(*) as n from apart')?.n ?? 0;
}

const MOST = 200;

export function apartRows(engine: Engine, space: string): ApartRow[] {
  const rows = engine.all<Row & Omit<ApartRow, 'mayBeDanger'>>(
    `select dossier, kind, reference, reason, entries, ?2 as space from apart where space = ?1 or exists(
       select 1 from share s join space_number n on n.space = s.owner
        where s.space = ?2 and s.dossier = apart.dossier and n.number = apart.space)
      order by dossier limit ${MOST}`,
    spaceNumber(engine, space),
    space,
  );
  return rows.map((row) => ({ ...row, mayBeDanger: mayTellOfDanger(row.kind) }));
}

/** Whether records of a kind are asked how much danger somebody is in; of an unknown kind nobody can tell. */
function mayTellOfDanger(kind: string): boolean {
  const fields = kindOf(kind)?.fields;
  return fields === undefined || fields.some(({ type }) => type.is === 'code' && type.list === 'danger');
}
