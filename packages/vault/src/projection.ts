import {
  type Card,
  codesOf,
  type CountryPack,
  isOwed,
  isUrgent,
  type OpenTask,
  packOf,
  type PlainRecord,
  toldText,
} from '@dayaq/domain';
import { mergeDossier } from '@dayaq/journal';
import type { DossierId, RecordId, SpaceId } from '@dayaq/sealing';
import { forgetApart, type Reason, rootKind, setApart, setTwinApart, thingItself } from './apart.ts';
import type { Engine } from './database/engine.ts';
import { removeAlike, writeAlike } from './alike/rows.ts';
import { facetNumber, searchTable } from './database/schema.ts';
import { spaceNumber } from './database/space-number.ts';
import type { Lawful } from './lawful.ts';
import type { Merged, WithMerged } from './merged.ts';
import { forgetEarly, hoursIn } from './early.ts';
import { fingerprint } from './folded.ts';
import { isAnothers } from './space/home.ts';
import { removeLinks, writeLinks } from './linked.ts';
import { forgetOversteps, noteOversteps } from './oversteps.ts';
import { isDeleted, plainRecords, projected, type Projected, TooLarge } from './projected.ts';

const KNOWN = 'select rid, space, kind, words, card from dossier where id = ?';

/**
 * Makes the rows of one dossier anew: its card, what it is filtered by, its words and its open tasks. Where that fails, it
 * is set apart alone, and whatever else is being kept goes on. Answers the kind of its root, or nothing.
 */
export function projectDossier(engine: Engine, lawful: Lawful | Merged): string {
  const { space, dossier, entries } = lawful;
  const known = engine.get<Known>(KNOWN, dossier);
  const place = spaceNumber(engine, space);
  // Another space's is shown: what was written here under its id stands in no list, and changes nothing there.
  if (isAnothers(engine, space, dossier)) {
    setTwinApart(engine, place, dossier, {
      kind: rootKind(dossier, entries),
      reference: '',
      entries: entries.length,
    });
    return '';
  }
  if (known !== null && known.space !== place) setOvertakenApart(engine, dossier, known);
  let reason: Reason = 'merge';
  try {
    const state = 'state' in lawful ? lawful.state : mergeDossier(entries);
    noteOversteps(engine, lawful);
    const root = state.records.get(dossier as string as RecordId);
    if (root === undefined || isDeleted(dossier, state)) {
      if (known !== null) removeProjected(engine, known);
      forgetApart(engine, place, dossier);
      return root?.kind ?? '';
    }
    reason = 'rules';
    const records = plainRecords(state);
    if (root.kind === 'organisation') noteCountry(engine, space, place, records);
    const folded = 'folded' in lawful ? lawful.folded : undefined;
    const made = projected(dossier, root.kind, state, records, packOfSpace(engine, place), {
      folded,
      hourOf: hoursIn(engine, dossier),
    });
    reason = 'rows';
    writeRows(engine, place, dossier, root.kind, made, known);
    forgetApart(engine, place, dossier);
    return root.kind;
  } catch (error) {
    // A database that is full, closed or damaged says nothing about the dossier.
    if (!thingItself(error)) throw error;
    takeApart(engine, lawful, error instanceof TooLarge ? 'too-large' : reason, error, known);
    return '';
  }
}

/** The one that was shown until now, where this space's is shown from now on. */
function setOvertakenApart(engine: Engine, dossier: DossierId, { space, kind, card }: Known): void {
  const entries =
    engine.get<{ n: number }>(
      'select count(*) as n from entry where dossier = ? and space = (select space from space_number where number = ?)',
      dossier,
      space,
    )?.n ?? 0;
  if (entries === 0) return;
  const reference = toldText(JSON.parse(card) as Card, 'reference');
  setTwinApart(engine, space, dossier, { kind, reference, entries });
}

/** Takes a dossier out of all lists and notes why. `known`: its row as it was before anything was tried. */
export function takeApart(
  engine: Engine,
  { space, dossier, entries }: Pick<Lawful, 'space' | 'dossier' | 'entries'>,
  reason: Reason,
  error: unknown,
  known: Known | null = engine.get<Known>(KNOWN, dossier),
): void {
  const left = engine.get<Known>(KNOWN, dossier);
  if (left !== null) removeWhatever(engine, left);
  const reference = known === null ? '' : toldText(JSON.parse(known.card) as Card, 'reference');
  setApart(engine, spaceNumber(engine, space), dossier, { reason, error, entries, reference });
}

/** Writes a dossier's rows: of one that was known only those that changed. */
function writeRows(
  engine: Engine,
  place: number,
  dossier: DossierId,
  kind: string,
  made: Projected,
  known: Known | null,
): void {
  const { card } = made;
  const search = searchTable(kind);
  const words = search === null ? 0 : fingerprint(made.words);
  const holders = JSON.stringify(holdersOf(kind, card));
  const row = [
    kind,
    card.day,
    card.updated,
    card.due,
    made.sortable,
    JSON.stringify(card),
    words,
    holders,
  ] as const;
  // What stood for another space or kind has nothing in common with what stands now.
  const isOther = known !== null && (known.space !== place || known.kind !== kind);
  if (known !== null && isOther) removeFound(engine, known);
  const before = isOther ? null : known;
  let rid = known?.rid ?? 0;
  if (known === null) {
    // Not by `returning`: that opens a savepoint, at which the search index writes out all that it holds back.
    engine.run(
      'insert into dossier(id, space, kind, day, updated, due, title_key, card, words, holders) values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      dossier,
      place,
      ...row,
    );
    rid = engine.get<{ rid: number }>('select last_insert_rowid() as rid')?.rid as number;
  } else if (isOther || known.card !== row[5] || known.words !== words) {
    engine.run(
      'update dossier set kind = ?, day = ?, updated = ?, due = ?, title_key = ?, card = ?, words = ?, holders = ?, space = ? where rid = ?',
      ...row,
      place,
      rid,
    );
  }
  writeFacets(engine, place, rid, kind, card, before);
  writeTasks(engine, place, rid, made, before !== null);
  writeDanger(engine, place, rid, made, before !== null);
  if (search !== null && before?.words !== words) {
    if (before !== null) engine.run(`delete from ${search} where rowid = ?`, rid);
    engine.run(`insert into ${search}(rowid, words) values(?, ?)`, rid, made.words);
  }
  writeListed(engine, place, rid, made, before !== null);
  writeLinks(engine, rid, made.links);
  writeAlike(engine, place, rid, made.people, before !== null);
  writeFacts(engine, place, rid, made, before !== null);
}

/** With whom a case lies, until it is closed. */
const holdersOf = (kind: string, card: Card): string[] =>
  kind !== 'case' || codesOf(card, 'status').includes('closed') ? [] : [...new Set(codesOf(card, 'owner'))];

/** Cards lean on their country's working days: it is noted when the roster says it, and they are made again if it differs. */
function noteCountry(engine: Engine, space: SpaceId, place: number, records: readonly PlainRecord[]): void {
  const country = records.find((record) => record.kind === 'organisation')?.fields['country'];
  if (typeof country !== 'string' || country === countryOf(engine, place)) return;
  engine.run('insert or replace into meta(name, value) values(?, ?)', `country/${place}`, country);
  engine.run(
    'insert or ignore into unprojected(dossier, space) select id, ?1 from dossier where space = ?2',
    space,
    place,
  );
}

function countryOf(engine: Engine, space: number): string | undefined {
  return engine.get<{ value: string }>('select value from meta where name = ?', `country/${space}`)?.value;
}

function packOfSpace(engine: Engine, space: number): CountryPack | undefined {
  const country = countryOf(engine, space);
  return country === undefined ? undefined : packOf(country);
}

const DANGER_RANK = { '': 0, high: 1, critical: 2 };

/**
 * Takes away rows that are not wanted any more or say something else, and answers those that are to be written.
 * @param standing what each row that stands says, by its name
 */
function changed<T>(
  standing: ReadonlyMap<string, string>,
  wanted: readonly T[],
  named: (each: T) => string,
  said: (each: T) => string,
  remove: (name: string) => void,
): T[] {
  const byName = new Map<string, T>();
  // Of two that have one name the first is written, here as in an empty table.
  for (const each of wanted) if (!byName.has(named(each))) byName.set(named(each), each);
  const stays = new Set<string>();
  for (const [name, what] of standing) {
    const each = byName.get(name);
    if (each !== undefined && said(each) === what) stays.add(name);
    else remove(name);
  }
  return [...byName].filter(([name]) => !stays.has(name)).map(([, each]) => each);
}

const taskName = (task: OpenTask): string => task.record || `${task.rule} ${task.about}`;

function writeTasks(
  engine: Engine,
  space: number,
  rid: number,
  { card, tasks }: Projected,
  stood: boolean,
): void {
  const danger = DANGER_RANK[card.danger];
  const rows = stood
    ? engine.all<{ name: string; said: string }>(
        "select name, danger || ' ' || data as said from task where rid = ?",
        rid,
      )
    : [];
  const said = (task: OpenTask): string => `${danger} ${JSON.stringify(task)}`;
  const toWrite = changed(new Map(rows.map((row) => [row.name, row.said])), tasks, taskName, said, (name) =>
    engine.run('delete from task where rid = ? and name = ?', rid, name),
  );
  for (const task of toWrite) {
    engine.run(
      'insert or ignore into task(name, rid, space, danger, owed, urgent, due, opens, owner, data) values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      taskName(task),
      rid,
      space,
      danger,
      isOwed(task.rule) ? 1 : 0,
      isUrgent(task.rule) ? 1 : 0,
      task.due,
      task.opens,
      task.owner,
      JSON.stringify(task),
    );
  }
}

function writeDanger(
  engine: Engine,
  space: number,
  rid: number,
  { danger }: Projected,
  stood: boolean,
): void {
  const data = danger === null ? null : JSON.stringify(danger.data);
  if (stood) {
    const before = engine.get<{ data: string }>('select data from danger where rid = ?', rid)?.data ?? null;
    if (before === data) return;
    if (before !== null) removeDanger(engine, rid);
  }
  if (danger === null) return;
  engine.run(
    'insert into danger(rid, space, critical, at, data) values(?, ?, ?, ?, ?)',
    rid,
    space,
    danger.critical ? 1 : 0,
    danger.at,
    data,
  );
}

function writeListed(
  engine: Engine,
  space: number,
  rid: number,
  { listed }: Projected,
  stood: boolean,
): void {
  const rows = stood
    ? engine.all<{ kind: string; record: string; data: string }>(
        'select kind, record, data from listed where rid = ?',
        rid,
      )
    : [];
  const standing = new Map(rows.map(({ kind, record, data }) => [`${kind} ${record}`, data]));
  const toWrite = changed(
    standing,
    listed,
    ({ kind, record }) => `${kind} ${record}`,
    ({ data }) => data,
    (name) => {
      const end = name.indexOf(' ');
      engine.run(
        'delete from listed where space = ? and kind = ? and record = ? and rid = ?',
        space,
        name.slice(0, end),
        name.slice(end + 1),
        rid,
      );
    },
  );
  for (const { kind, record, data } of toWrite)
    engine.run(
      'insert into listed(space, kind, record, rid, data) values(?, ?, ?, ?, ?)',
      space,
      kind,
      record,
      rid,
      data,
    );
}

function writeFacts(engine: Engine, space: number, rid: number, { facts }: Projected, stood: boolean): void {
  if (stood) {
    const before = engine.get<{ data: string }>('select data from fact where rid = ?', rid)?.data ?? null;
    if (before === facts) return;
    if (before !== null) engine.run('delete from fact where rid = ?', rid);
  }
  if (facts !== null) engine.run('insert into fact(rid, space, data) values(?, ?, ?)', rid, space, facts);
}

interface Known extends Record<string, null | number | string | Uint8Array> {
  rid: number;
  space: number;
  kind: string;
  /** Of the words that search holds. */
  words: number;
  card: string;
}

/** All of a dossier's facets by one statement: there are as many of those as there are counts of facets. */
function writeFacets(
  engine: Engine,
  space: number,
  rid: number,
  kind: string,
  card: Card,
  before: Known | null,
): void {
  const standing = before === null ? [] : (JSON.parse(before.card) as Card).facets;
  const key = ([name, code]: Card['facets'][number]): string => `${name} ${code}`;
  const wanted = new Set(card.facets.map(key));
  for (const facet of standing) if (!wanted.has(key(facet))) removeFacet(engine, space, rid, kind, facet);
  const stands = new Set(standing.map(key));
  const facets = card.facets.filter((facet) => !stands.has(key(facet)));
  if (facets.length === 0) return;
  const values = facets.map((_, i) => `(?1, ?${3 + 2 * i}, ?${4 + 2 * i}, ?2)`).join(', ');
  engine.run(
    `insert or ignore into facet(space, name, code, rid) values ${values}`,
    space,
    rid,
    ...facets.flatMap(([name, code]) => [facetNumber(kind, name), code]),
  );
}

function removeFacet(
  engine: Engine,
  space: number,
  rid: number,
  kind: string,
  [name, code]: Card['facets'][number],
): void {
  engine.run(
    'delete from facet where space = ? and name = ? and code = ? and rid = ?',
    space,
    facetNumber(kind, name),
    code,
    rid,
  );
}

function removeDanger(engine: Engine, rid: number): void {
  // Whoever knew only this has set timers by it; what had come before is known from an earlier change.
  engine.run(
    `insert or ignore into danger_before(dossier, space, data)
     select d.id, g.space, g.data from danger g join dossier d on d.rid = g.rid where g.rid = ?`,
    rid,
  );
  engine.run('delete from danger where rid = ?', rid);
}

function removeProjected(engine: Engine, known: Known): void {
  removeFound(engine, known);
  engine.run('delete from dossier where rid = ?', known.rid);
}

/** Takes away what a dossier is found by; its card says under which facets it stands. */
function removeFound(engine: Engine, { rid, space, kind, card }: Known): void {
  for (const facet of (JSON.parse(card) as Card).facets) removeFacet(engine, space, rid, kind, facet);
  engine.run('delete from task where rid = ?', rid);
  removeDanger(engine, rid);
  engine.run('delete from listed where rid = ?', rid);
  engine.run('delete from fact where rid = ?', rid);
  removeLinks(engine, rid);
  removeAlike(engine, space, rid);
  const search = searchTable(kind);
  if (search !== null) engine.run(`delete from ${search} where rowid = ?`, rid);
}

/** Takes away all that may stand of a dossier whose rows were not all written: its card may not say which those are. */
function removeWhatever(engine: Engine, known: Known): void {
  removeProjected(engine, known);
  engine.run('delete from facet where rid = ?', known.rid);
}

/** Forgets a dossier that this account may not read any more. */
export function forgetDossier(
  { engine, merged }: Pick<WithMerged, 'engine' | 'merged'>,
  space: SpaceId,
  dossier: DossierId,
): void {
  merged.forget(dossier);
  const known = engine.get<Known>(KNOWN, dossier);
  if (known !== null && known.space === spaceNumber(engine, space)) removeProjected(engine, known);
  const place = spaceNumber(engine, space);
  forgetOversteps(engine, place, dossier);
  forgetApart(engine, place, dossier);
  forgetEarly(engine, dossier);
  engine.run('delete from unprojected where dossier = ? and space = ?', dossier, space);
  engine.run('delete from entry where space = ? and dossier = ? and position is not null', space, dossier);
  // What was set apart because of this one is shown again.
  engine.run(
    'insert or ignore into unprojected(dossier, space) select distinct dossier, space from entry where dossier = ? and space <> ?',
    dossier,
    space,
  );
}
