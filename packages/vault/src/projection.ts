import { cardOf, type Card, type PlainRecord } from '@dayaq/domain';
import { type DossierState, type Entry, mergeDossier, readEntry } from '@dayaq/journal';
import type { DossierId, RecordId, SpaceId } from '@dayaq/sealing';
import { sortKey } from '@dayaq/locale';
import { foldForIndex } from '@dayaq/locale/fold';
import type { Engine } from './database/engine.ts';
import { markProjected } from './database/schema.ts';
import { spaceNumber } from './database/space-number.ts';

/** Every entry of a dossier that is kept here. Nothing is, before its signature was checked. */
export async function entriesOf(engine: Engine, dossier: DossierId): Promise<Entry[]> {
  const rows = engine.all<{ bytes: Uint8Array }>('select bytes from entry where dossier = ?', dossier);
  const entries = await Promise.all(rows.map((row) => readEntry(row.bytes)));
  return entries.flatMap((entry) => (entry.ok ? [entry.value] : []));
}

/** A merged dossier as plain records: what the domain's rules and the card are made from. */
export function plainRecords(state: DossierState): PlainRecord[] {
  const records: PlainRecord[] = [];
  for (const record of state.records.values()) {
    const fields: Record<string, unknown> = {};
    let conflict = false;
    for (const [name, field] of record.fields) {
      fields[name] = field.value;
      conflict ||= field.alternatives.length > 0;
    }
    records.push({
      id: record.id,
      kind: record.kind,
      deleted: record.deleted,
      fields,
      created: record.created,
      updated: record.updated,
      conflict,
    });
  }
  return records;
}

/** Makes the rows of one dossier anew: its card, what it is filtered by, its words and its open tasks. */
export function projectDossier(
  engine: Engine,
  space: SpaceId,
  dossier: DossierId,
  entries: readonly Entry[],
): string {
  const state = mergeDossier(entries);
  const root = state.records.get(dossier as string as RecordId);
  const known = engine.get<Known>('select rid, space, card from dossier where id = ?', dossier);
  if (root === undefined || root.deleted) {
    if (known !== null) removeProjected(engine, known);
    return root?.kind ?? '';
  }
  const card = cardOf(dossier, plainRecords(state));
  const place = spaceNumber(engine, space);
  const row = [
    root.kind,
    card.alias,
    card.opened,
    card.updated,
    card.due,
    sortable(card),
    JSON.stringify(card),
  ] as const;
  let rid: number;
  if (known === null) {
    // Not by `returning`: that opens a savepoint, at which the search index writes out all that it holds back.
    engine.run(
      'insert into dossier(id, space, kind, alias, opened, updated, due, alias_key, card) values(?, ?, ?, ?, ?, ?, ?, ?, ?)',
      dossier,
      place,
      ...row,
    );
    rid = engine.get<{ rid: number }>('select last_insert_rowid() as rid')?.rid as number;
  } else {
    rid = known.rid;
    removeFound(engine, known);
    engine.run(
      'update dossier set kind = ?, alias = ?, opened = ?, updated = ?, due = ?, alias_key = ?, card = ? where rid = ?',
      ...row,
      rid,
    );
  }
  if (root.kind === 'case') {
    insertFacets(engine, place, rid, card);
    for (const task of card.tasks) {
      engine.run(
        'insert into task(record, rid, space, what, due, owner) values(?, ?, ?, ?, ?, ?)',
        task.record,
        rid,
        place,
        task.what,
        task.due,
        task.owner,
      );
    }
    engine.run('insert into search(rowid, words) values(?, ?)', rid, foldForIndex(card.text));
  }
  return root.kind;
}

interface Known extends Record<string, null | number | string | Uint8Array> {
  rid: number;
  space: number;
  card: string;
}

/** All of a case's facets by one statement: there are as many of those as there are counts of facets. */
function insertFacets(engine: Engine, space: number, rid: number, card: Card): void {
  if (card.facets.length === 0) return;
  const values = card.facets.map((_, i) => `(?1, ?${3 + 2 * i}, ?${4 + 2 * i}, ?2)`).join(', ');
  engine.run(
    `insert or ignore into facet(space, name, code, rid) values ${values}`,
    space,
    rid,
    ...card.facets.flat(),
  );
}

/** One alphabet for the column, whatever language a page shows; the unnamed come last. */
function sortable(card: Card): string {
  return card.alias === '' ? '\uffff' : sortKey('az', card.alias);
}

function removeProjected(engine: Engine, known: Known): void {
  removeFound(engine, known);
  engine.run('delete from dossier where rid = ?', known.rid);
}

/** Takes away what a dossier is found by; its card says under which facets it stands. */
function removeFound(engine: Engine, { rid, space, card }: Known): void {
  for (const [name, code] of (JSON.parse(card) as Card).facets) {
    engine.run(
      'delete from facet where space = ? and name = ? and code = ? and rid = ?',
      space,
      name,
      code,
      rid,
    );
  }
  engine.run('delete from task where rid = ?', rid);
  engine.run('delete from search where rowid = ?', rid);
}

/** Forgets a dossier that this account may not read any more. */
export function forgetDossier(engine: Engine, dossier: DossierId): void {
  const known = engine.get<Known>('select rid, space, card from dossier where id = ?', dossier);
  if (known !== null) removeProjected(engine, known);
  engine.run('delete from entry where dossier = ? and position is not null', dossier);
}

/** Makes the whole projection again, in steps, so that an interruption costs nothing. */
export async function rebuildProjection(engine: Engine, alive: () => boolean): Promise<void> {
  const dossiers = engine.all<{ dossier: DossierId; space: SpaceId }>(
    'select distinct dossier, space from entry',
  );
  const done = new Set(engine.all<{ id: string }>('select id from dossier').map((row) => row.id));
  for (let i = 0; i < dossiers.length; i += 500) {
    if (!alive()) return;
    const step = dossiers.slice(i, i + 500).filter((each) => !done.has(each.dossier));
    const read = await Promise.all(
      step.map(async (each) => ({ ...each, entries: await entriesOf(engine, each.dossier) })),
    );
    engine.transaction(() => {
      for (const { space, dossier, entries } of read) projectDossier(engine, space, dossier, entries);
    });
  }
  markProjected(engine);
}
