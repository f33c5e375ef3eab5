import { type Card, type CountryPack, packOf, type PlainRecord, toldText } from '@dayaq/domain';
import { mergeDossier } from '@dayaq/journal';
import type { DossierId, RecordId, SpaceId } from '@dayaq/sealing';
import { forgetApart, type Reason, setApart, thingItself } from './apart.ts';
import type { Engine } from './database/engine.ts';
import { facetNumber, markProjected, searchTable } from './database/schema.ts';
import { spaceNumber } from './database/space-number.ts';
import { type Lawful, lawfulEntries } from './lawful.ts';
import { isAnothers } from './space/home.ts';
import { removeLinks, writeLinks } from './linked.ts';
import { forgetOversteps, noteOversteps } from './oversteps.ts';
import { plainRecords, projected, type Projected, TooLarge } from './projected.ts';
import type { Unlocked } from './unlocked.ts';

/**
 * Makes the rows of one dossier anew: its card, what it is filtered by, its words and its open tasks. Where that fails, it
 * is set apart alone, and whatever else is being kept goes on. Answers the kind of its root, or nothing.
 */
export function projectDossier(engine: Engine, lawful: Lawful): string {
  const { space, dossier, entries } = lawful;
  const known = engine.get<Known>('select rid, space, kind, card from dossier where id = ?', dossier);
  // Another space has it: what was written here under its id stands in no list, and changes nothing there.
  const place = spaceNumber(engine, space);
  if (isAnothers(engine, space, dossier)) return '';
  let reason: Reason = 'merge';
  try {
    const state = mergeDossier(entries);
    noteOversteps(engine, lawful);
    const root = state.records.get(dossier as string as RecordId);
    if (root === undefined || root.deleted) {
      if (known !== null) removeProjected(engine, known);
      forgetApart(engine, dossier);
      return root?.kind ?? '';
    }
    reason = 'rules';
    const records = plainRecords(state);
    if (root.kind === 'organisation') noteCountry(engine, place, records);
    const made = projected(dossier, root.kind, records, packOfSpace(engine, place));
    reason = 'rows';
    writeRows(engine, place, dossier, root.kind, made, known);
    forgetApart(engine, dossier);
    return root.kind;
  } catch (error) {
    // A database that is full, closed or damaged says nothing about the dossier.
    if (!thingItself(error)) throw error;
    const left = engine.get<Known>('select rid, space, kind, card from dossier where id = ?', dossier);
    if (left !== null) removeWhatever(engine, left);
    const reference = known === null ? '' : toldText(JSON.parse(known.card) as Card, 'reference');
    setApart(engine, place, dossier, {
      reason: error instanceof TooLarge ? 'too-large' : reason,
      error,
      entries,
      reference,
    });
    return '';
  }
}

function writeRows(
  engine: Engine,
  place: number,
  dossier: DossierId,
  kind: string,
  made: Projected,
  known: Known | null,
): void {
  const { card } = made;
  const row = [kind, card.day, card.updated, card.due, made.sortable, JSON.stringify(card)] as const;
  let rid: number;
  if (known === null) {
    // Not by `returning`: that opens a savepoint, at which the search index writes out all that it holds back.
    engine.run(
      'insert into dossier(id, space, kind, day, updated, due, title_key, card) values(?, ?, ?, ?, ?, ?, ?, ?)',
      dossier,
      place,
      ...row,
    );
    rid = engine.get<{ rid: number }>('select last_insert_rowid() as rid')?.rid as number;
  } else {
    rid = known.rid;
    removeFound(engine, known);
    engine.run(
      'update dossier set kind = ?, day = ?, updated = ?, due = ?, title_key = ?, card = ? where rid = ?',
      ...row,
      rid,
    );
  }
  insertFacets(engine, place, rid, kind, card);
  insertTasks(engine, place, rid, made);
  insertDanger(engine, place, rid, made);
  const search = searchTable(kind);
  if (search !== null) engine.run(`insert into ${search}(rowid, words) values(?, ?)`, rid, made.words);
  insertListed(engine, place, rid, made);
  writeLinks(engine, rid, made.links);
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

function insertTasks(engine: Engine, space: number, rid: number, { card, tasks }: Projected): void {
  const danger = DANGER_RANK[card.danger];
  for (const task of tasks) {
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

function insertDanger(engine: Engine, space: number, rid: number, { danger }: Projected): void {
  if (danger === null) return;
  engine.run(
    'insert into danger(rid, space, critical, at, data) values(?, ?, ?, ?, ?)',
    rid,
    space,
    danger.critical ? 1 : 0,
    danger.at,
    JSON.stringify(danger.data),
  );
}

function insertListed(engine: Engine, space: number, rid: number, { listed }: Projected): void {
  for (const { kind, record, data } of listed)
    engine.run(
      'insert into listed(space, kind, record, rid, data) values(?, ?, ?, ?, ?)',
      space,
      kind,
      record,
      rid,
      data,
    );
}

interface Known extends Record<string, null | number | string | Uint8Array> {
  rid: number;
  space: number;
  kind: string;
  card: string;
}

/** All of a dossier's facets by one statement: there are as many of those as there are counts of facets. */
function insertFacets(engine: Engine, space: number, rid: number, kind: string, { facets }: Card): void {
  if (facets.length === 0) return;
  const values = facets.map((_, i) => `(?1, ?${3 + 2 * i}, ?${4 + 2 * i}, ?2)`).join(', ');
  engine.run(
    `insert or ignore into facet(space, name, code, rid) values ${values}`,
    space,
    rid,
    ...facets.flatMap(([name, code]) => [facetNumber(kind, name), code]),
  );
}

function removeProjected(engine: Engine, known: Known): void {
  removeFound(engine, known);
  engine.run('delete from dossier where rid = ?', known.rid);
}

/** Takes away what a dossier is found by; its card says under which facets it stands. */
function removeFound(engine: Engine, { rid, space, kind, card }: Known): void {
  for (const [name, code] of (JSON.parse(card) as Card).facets) {
    engine.run(
      'delete from facet where space = ? and name = ? and code = ? and rid = ?',
      space,
      facetNumber(kind, name),
      code,
      rid,
    );
  }
  engine.run('delete from task where rid = ?', rid);
  // Whoever knew only this has set timers by it; what had come before is known from an earlier change.
  engine.run(
    `insert or ignore into danger_before(dossier, space, data)
     select d.id, g.space, g.data from danger g join dossier d on d.rid = g.rid where g.rid = ?`,
    rid,
  );
  engine.run('delete from danger where rid = ?', rid);
  engine.run('delete from listed where rid = ?', rid);
  removeLinks(engine, rid);
  const search = searchTable(kind);
  if (search !== null) engine.run(`delete from ${search} where rowid = ?`, rid);
}

/** Takes away all that may stand of a dossier whose rows were not all written: its card may not say which those are. */
function removeWhatever(engine: Engine, known: Known): void {
  removeProjected(engine, known);
  engine.run('delete from facet where rid = ?', known.rid);
}

/** Forgets a dossier that this account may not read any more. */
export function forgetDossier(engine: Engine, space: SpaceId, dossier: DossierId): void {
  const known = engine.get<Known>('select rid, space, kind, card from dossier where id = ?', dossier);
  if (known !== null && known.space === spaceNumber(engine, space)) removeProjected(engine, known);
  forgetOversteps(engine, dossier);
  forgetApart(engine, dossier);
  engine.run('delete from entry where space = ? and dossier = ? and position is not null', space, dossier);
}

/** Makes the whole projection again, in steps, so that an interruption costs nothing. */
export async function rebuildProjection(unlocked: Unlocked): Promise<void> {
  const { engine } = unlocked;
  const dossiers = engine.all<{ dossier: DossierId; space: SpaceId; rid: number }>(
    // In the order in which they came: the roster, which says the country, is the first of a space. With `min` stands the
    // space of that row.
    'select dossier, space, min(rid) as rid from entry group by dossier order by rid',
  );
  const done = new Set(
    engine.all<{ id: string }>('select id from dossier union select dossier from apart').map((row) => row.id),
  );
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
