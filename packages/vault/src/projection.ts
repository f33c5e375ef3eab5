import {
  answersIn,
  cardOf,
  type Card,
  type CountryPack,
  dangersOf,
  kindOf,
  packOf,
  type PlainRecord,
  signedFieldsOf,
} from '@dayaq/domain';
import { type DossierState, mergeDossier } from '@dayaq/journal';
import type { DossierId, RecordId, SpaceId } from '@dayaq/sealing';
import { sortKey } from '@dayaq/locale';
import { foldForIndex } from '@dayaq/locale/fold';
import type { Engine } from './database/engine.ts';
import { markProjected } from './database/schema.ts';
import { spaceNumber } from './database/space-number.ts';
import { type Lawful, lawfulEntries } from './lawful.ts';
import { forgetOversteps, noteOversteps } from './oversteps.ts';
import type { Unlocked } from './unlocked.ts';

/** A merged dossier as plain records: what the domain's rules and the card are made from. */
export function plainRecords(state: DossierState): PlainRecord[] {
  const records: PlainRecord[] = [];
  for (const record of state.records.values()) {
    const fields: Record<string, unknown> = {};
    let conflict = false;
    let writers: Record<string, string> | undefined;
    for (const name of signedFieldsOf(record.kind)) {
      const by = record.fields.get(name)?.by;
      if (by !== undefined) (writers ??= {})[name] = by;
    }
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
      ...(writers === undefined ? {} : { writers }),
    });
  }
  return records;
}

/** Makes the rows of one dossier anew: its card, what it is filtered by, its words and its open tasks. */
export function projectDossier(engine: Engine, lawful: Lawful): string {
  const { space, dossier, entries } = lawful;
  const state = mergeDossier(entries);
  noteOversteps(engine, lawful);
  const root = state.records.get(dossier as string as RecordId);
  const known = engine.get<Known>('select rid, space, card from dossier where id = ?', dossier);
  if (root === undefined || root.deleted) {
    if (known !== null) removeProjected(engine, known);
    return root?.kind ?? '';
  }
  const records = plainRecords(state);
  const place = spaceNumber(engine, space);
  if (root.kind === 'organisation') noteCountry(engine, place, records);
  const card = cardOf(dossier, records, root.kind === 'case' ? packOfSpace(engine, place) : undefined);
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
    insertTasks(engine, place, rid, card);
    insertDanger(engine, place, rid, records);
    engine.run('insert into search(rowid, words) values(?, ?)', rid, foldForIndex(card.text));
  }
  insertListed(engine, place, rid, dossier, records);
  return root.kind;
}

/** Cases lean on their country's working days: it is noted when the roster says it, and they are made again if it differs. */
function noteCountry(engine: Engine, space: number, records: readonly PlainRecord[]): void {
  const country = records.find((record) => record.kind === 'organisation')?.fields['country'];
  if (typeof country !== 'string' || country === countryOf(engine, space)) return;
  engine.run('insert or replace into meta(name, value) values(?, ?)', `country/${space}`, country);
  if (engine.get('select rid from dossier where space = ? and kind = ? limit 1', space, 'case') !== null) {
    engine.run("delete from meta where name = 'projection'");
  }
}

function countryOf(engine: Engine, space: number): string | undefined {
  return engine.get<{ value: string }>('select value from meta where name = ?', `country/${space}`)?.value;
}

function packOfSpace(engine: Engine, space: number): CountryPack | undefined {
  const country = countryOf(engine, space);
  return country === undefined ? undefined : packOf(country);
}

const DANGER_RANK = { '': 0, high: 1, critical: 2 };

function insertTasks(engine: Engine, space: number, rid: number, card: Card): void {
  const danger = DANGER_RANK[card.danger];
  for (const task of card.tasks) {
    engine.run(
      'insert or ignore into task(name, rid, space, danger, due, owner, data) values(?, ?, ?, ?, ?, ?, ?)',
      task.record || `${task.rule} ${task.about}`,
      rid,
      space,
      danger,
      task.due,
      task.owner,
      JSON.stringify(task),
    );
  }
}

/** What is dangerous and was not acted on since. Who must act now depends on the hour, so that is asked when it is shown. */
function insertDanger(engine: Engine, space: number, rid: number, records: readonly PlainRecord[]): void {
  const answers = answersIn(records);
  const acted = Math.max(-Infinity, ...answers.filter(({ what }) => what === 'acted').map(({ at }) => at));
  const dangers = dangersOf(records).filter(({ at }) => at > acted);
  if (dangers.length === 0) return;
  engine.run(
    'insert into danger(rid, space, critical, at, data) values(?, ?, ?, ?, ?)',
    rid,
    space,
    dangers.some(({ level }) => level === 'critical') ? 1 : 0,
    Math.max(...dangers.map(({ at }) => at)),
    JSON.stringify({ dangers, answers }),
  );
}

function insertListed(
  engine: Engine,
  space: number,
  rid: number,
  dossier: string,
  records: readonly PlainRecord[],
): void {
  for (const { id, kind, deleted, fields, created, updated, conflict, writers } of records) {
    const known = kindOf(kind);
    if (deleted || known?.listed !== true) continue;
    // What heads a dossier is one only there: nothing inside another passes for it.
    if (known.level === 'root' && id !== dossier) continue;
    engine.run(
      'insert or replace into listed(space, kind, record, rid, data) values(?, ?, ?, ?, ?)',
      space,
      kind,
      id,
      rid,
      JSON.stringify({ fields, created, updated, conflict: conflict === true, writers }),
    );
  }
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
  engine.run('delete from danger where rid = ?', rid);
  engine.run('delete from listed where rid = ?', rid);
  engine.run('delete from search where rowid = ?', rid);
}

/** Forgets a dossier that this account may not read any more. */
export function forgetDossier(engine: Engine, dossier: DossierId): void {
  const known = engine.get<Known>('select rid, space, card from dossier where id = ?', dossier);
  if (known !== null) removeProjected(engine, known);
  forgetOversteps(engine, dossier);
  engine.run('delete from entry where dossier = ? and position is not null', dossier);
}

/** Makes the whole projection again, in steps, so that an interruption costs nothing. */
export async function rebuildProjection(unlocked: Unlocked): Promise<void> {
  const { engine } = unlocked;
  const dossiers = engine.all<{ dossier: DossierId; space: SpaceId }>(
    // In the order in which they came: the roster, which says the country, is the first of a space.
    'select dossier, space from entry group by dossier order by min(rid)',
  );
  const done = new Set(engine.all<{ id: string }>('select id from dossier').map((row) => row.id));
  for (let i = 0; i < dossiers.length; i += 500) {
    if (!unlocked.alive) return;
    const step = dossiers.slice(i, i + 500).filter((each) => !done.has(each.dossier));
    const read = await Promise.all(step.map(({ space, dossier }) => lawfulEntries(unlocked, space, dossier)));
    engine.transaction(() => {
      for (const lawful of read) projectDossier(engine, lawful);
    });
  }
  markProjected(engine);
}
