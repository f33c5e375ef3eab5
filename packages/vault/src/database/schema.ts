import { BUILT_IN_FACETS, KINDS, type Order, ROOT_KINDS, rootKindOf } from '@dayaq/domain';
import type { Engine } from './engine.ts';
import { projectionName, RULES } from './projection-name.ts';

/**
 * `charter`, `generation` and `entry` are kept as they came; all else is a projection of them and is rebuilt when
 * `PROJECTION` changes. Ids are base64url text.
 */
const KEPT = `
create table if not exists meta(name text primary key, value text not null) without rowid;
create table if not exists space(
  id text primary key, position integer not null default 0, seq integer not null default -1,
  -- The order in which spaces came here: none becomes the one that is worked in by sorting before the others.
  came integer not null default 0
) without rowid;
-- The first fetch: where the log ended when it was asked, and whether all of it has been here at once.
create table if not exists first_fetch(space text primary key, total integer not null, whole integer not null) without rowid;
create table if not exists space_number(number integer primary key, space text not null unique);
-- position: where the act stands in the log; null until it was read there.
create table if not exists charter(
  space text, seq integer, act blob not null, position integer, primary key(space, seq)
) without rowid;
-- Lives of a space's log: a restore of the server begins another. until: up to where the next one is the same; null for the
-- one that is alive.
create table if not exists life(
  number integer primary key, space text not null, log text not null, until integer, unique(space, log)
);
-- The running hash over a log, item by item: what is signed is held against it.
create table if not exists chain(
  life integer, position integer, hash blob not null, primary key(life, position)
) without rowid;
-- What contradicts the log as it was shown here, kept as it came: a proof for whoever is shown it.
create table if not exists dispute(
  space text, id text, what text not null, author text not null, claim text not null, own text not null, noticed integer not null,
  bytes blob not null, told integer not null default 0, primary key(space, id)
) without rowid;
-- How far the log must reach that this account was let into, by the word of who let it in: json.
create table if not exists vouched(space text, giver text, epoch integer, view text not null, primary key(space, giver)) without rowid;
-- By which header a dossier was read here before its log was read anew, until its words are back in it. upto: the last entry
-- that was here then.
create table if not exists stood(space text, dossier text, header blob not null, upto integer not null, primary key(space, dossier)) without rowid;
-- Requests to write that were carried out, by the names that tabs gave them: whoever is asked again does nothing twice.
create table if not exists done(number integer primary key, asked text not null unique, at integer not null);
create table if not exists epoch(space text, epoch integer, key blob not null, primary key(space, epoch)) without rowid;
create table if not exists generation(
  space text, dossier text, generation integer, header blob not null, key blob,
  restricted integer not null,
  -- The epoch that it was started in: what is sealed under it stands in no later one.
  epoch integer not null,
  -- Where the header stands in the log, or at or below which it does.
  position integer not null,
  -- It stands in its place, and is no use to anybody: whoever writes next passes it over.
  void integer not null default 0,
  primary key(space, dossier, generation)
) without rowid;
-- position: null until the server has acknowledged it. echoed: it came back in the log.
create table if not exists entry(
  rid integer primary key, space text not null, dossier text not null, id text not null unique,
  position integer, generation integer, bytes blob not null,
  echoed integer not null default 0
);
-- Entries whose author's clock was ahead of this device's when they came, and when that was (ms): they were said no later.
create table if not exists early(entry text primary key, dossier text not null, at integer not null) without rowid;
create index if not exists early_of_dossier on early(dossier);
-- Something else stands under a number of an entry that waits here, in this generation of its dossier: what waits goes under a
-- newer one. due: when that may be started, in ms.
create table if not exists taken(
  space text, dossier text, generation integer not null, due integer not null, primary key(space, dossier)
) without rowid;
-- Dossiers whose rows in the projection are to be made anew.
create table if not exists unprojected(number integer primary key, dossier text not null, space text not null, unique(dossier, space));
-- Of thousands of cases a handful are restricted.
create index if not exists generation_restricted on generation(space, dossier, generation) where restricted = 1;
create index if not exists entry_of_dossier on entry(dossier, space);
create index if not exists entry_unsent on entry(rid) where position is null;
create index if not exists entry_unechoed on entry(space, position) where echoed = 0;
-- What the next generation of a dossier must be: json list of accounts, or 'all'. 'seen': by which of its headers that was
-- asked, json list of hashes. 'stood': nobody asked; this header said so in a log that is read again, and it goes as soon as
-- the log turns out to say so too.
create table if not exists restriction(
  space text, dossier text, readers text not null, seen text not null default '[]', stood blob, primary key(space, dossier)
) without rowid;
-- Dossiers that were granted to this account late: to be fetched from their first entry.
-- generation: the newest that was named to this account; until it is here, nothing is written. due: when to try, in ms.
create table if not exists wanted(
  dossier text, space text, generation integer not null default 0, due integer not null default 0,
  primary key(space, dossier)
) without rowid;
-- Charters of introduced spaces, as far as they were verified.
create table if not exists peer_act(peer text, seq integer, act blob not null, primary key(peer, seq)) without rowid;
-- Dossiers between 'space', one of this device's, and 'peer'; whoever owns it has it in its log. 'epoch' and 'peer_epoch'
-- are those of the newest generation. 'ended_at' is the end's place in the log, 0 while not known. 'position' is how far
-- a received one is kept here. 'left_over' is what stays of a received one that was taken back and forgotten: json.
create table if not exists share(
  space text, dossier text, owner text not null, peer text not null,
  epoch integer not null default 0, peer_epoch integer not null default 0,
  position integer not null default 0, ended integer not null default 0, ended_at integer not null default 0,
  -- The life of the owner's log that 'position' is in; empty before anything was read.
  log text not null default '',
  acknowledged integer not null default 0, left_over text,
  primary key(space, dossier)
) without rowid;
create index if not exists share_of_dossier on share(dossier);
-- What the next generation of a given dossier must be: json.
create table if not exists sharing(space text, dossier text, wish text not null, primary key(space, dossier)) without rowid;
-- Dossiers that were destroyed: whatever still comes of them is not taken. erasure: the record that says so. told: it was
-- acknowledged from here. gone_in: the life of the log in which the server destroyed its part. had: it was here, and whoever
-- said so could read it; of what never was here nothing is known, and it stays open whether it is to be destroyed.
create table if not exists erased(
  space text, dossier text, erasure text not null, had integer not null, told integer not null default 0,
  gone_in text not null default '',
  primary key(space, dossier)
) without rowid;
-- The same of records whose dossier stands, and of their files: json lists of ids.
create table if not exists erased_part(
  space text, erasure text, dossier text not null, parts text not null, blobs text not null, had integer not null,
  told integer not null default 0, gone_in text not null default '',
  primary key(space, erasure)
) without rowid;
create index if not exists erased_part_of_dossier on erased_part(dossier);
-- Erasures whose signer could not read the dossier where they signed: for good.
create table if not exists erasure_refused(space text, erasure text, primary key(space, erasure)) without rowid;
create table if not exists upload(
  blob text primary key, space text not null, dossier text not null, chunks integer not null, name text not null, at integer not null
) without rowid;
-- What waits and was not taken, each thing for itself: 'id' is an entry's, a blob's, or what 'readersThing' and 'wishThing'
-- make. It is tried again from 'due' on, or when the charter is not at 'seq', or the dossier's newest generation is not 'generation'.
create table if not exists held(
  id text primary key, space text not null, dossier text not null, reason text not null, at integer not null,
  due integer not null, seq integer not null, generation integer not null
) without rowid;
create index if not exists held_of_dossier on held(dossier);
-- Dossiers of which a refusal told that they are closed to this account, for when nothing waits in them any more. It ends with
-- the next generation that comes of them, or a word behind 'position'.
create table if not exists shut(
  space text, dossier text, generation integer not null, position integer not null, primary key(space, dossier)
) without rowid;
-- What stood as dangerous in a case before it changed, until the timers that others may have set by it were taken back: json.
create table if not exists danger_before(dossier text primary key, space integer not null, data text not null) without rowid;
`;

/** What each order of a list is by, as a column of `dossier`. */
export const ORDER_COLUMNS: Readonly<Record<Order, string>> = {
  updated: 'updated',
  due: 'due',
  day: 'day',
  title: 'title_key',
};

const safe = (kind: string): string => kind.replace(/[^a-z0-9]/g, '_');

/** Each root kind has an index of words of its own, so that what was typed decides alone. Null where a kind is unknown. */
export function searchTable(kind: string): string | null {
  return rootKindOf(kind) === undefined ? null : `search_${safe(kind)}`;
}

/** Filters by number: their names would be most of every row. */
const FACETS = new Map(
  ROOT_KINDS.flatMap(({ kind, card: { facets = [] } }) =>
    [...BUILT_IN_FACETS, ...facets.map(({ name }) => name)].map((name) => `${kind} ${name}`),
  ).map((name, number) => [name, number]),
);

/** The number of a kind's filter; -1 for one that the kind does not have, under which nothing stands. */
export function facetNumber(kind: string, name: string): number {
  return FACETS.get(`${kind} ${name}`) ?? -1;
}

/** Each kind is indexed by the orders that it offers, and searched in a table of its own. */
const OF_KINDS = ROOT_KINDS.map(({ kind, card }) => {
  const columns = new Set((card.orders ?? []).map(({ by }) => ORDER_COLUMNS[by]));
  const indexes = [...columns].map(
    (column) =>
      `create index if not exists ${safe(kind)}_${column} on dossier(space, ${column}) where kind = '${kind}';`,
  );
  const words = `create virtual table if not exists ${searchTable(kind)} using fts5(
  words, content='', contentless_delete=1, tokenize='unicode61', prefix='1 2 3', detail=none
);`;
  return [...indexes, words].join('\n');
}).join('\n');

/** `space` is the space's number. */
const PROJECTED = `
create table if not exists dossier(
  rid integer primary key, id text not null unique, space integer not null, kind text not null,
  day text not null, updated integer not null, due text not null, title_key text not null, card text not null,
  -- A fingerprint of the words that search holds of it.
  words integer not null default 0,
  -- With whom it lies, as long as it lies with anybody: a json list.
  holders text not null default '[]'
);
-- name: the number of a kind's filter.
create table if not exists facet(
  space integer, name integer, code text, rid integer, primary key(space, name, code, rid)
) without rowid;
-- name: the task's record, or the rule and the record that it is about where nobody has taken it up yet.
create table if not exists task(
  name text, rid integer, space integer, danger integer, due text, owner text, data text,
  -- The day from which it stands among what is to be done.
  opens text not null,
  -- Somebody outside owes it.
  owed integer not null default 0,
  -- It is counted in hours.
  urgent integer not null default 0,
  primary key(rid, name)
) without rowid;
create index if not exists task_due on task(space, danger desc, (due = ''), due);
create index if not exists task_owner on task(space, owner, danger desc, (due = ''), due);
create index if not exists task_owed on task(space, danger desc, (due = ''), due) where owed = 1;
create index if not exists task_urgent on task(space, danger desc, (due = ''), due) where urgent = 1;
-- How much lies with whom: things to do by the days on which they open and are due, and dossiers, which have none. Kept up by
-- itself.
create table if not exists load(
  space integer, owner text, due text, opens text, tasks integer not null, dossiers integer not null,
  primary key(space, owner, due, opens)
) without rowid;
create trigger if not exists task_comes after insert on task begin
  insert into load values(new.space, new.owner, new.due, new.opens, 1, 0) on conflict do update set tasks = tasks + 1;
end;
create trigger if not exists task_goes after delete on task begin
  update load set tasks = tasks - 1
   where space = old.space and owner = old.owner and due = old.due and opens = old.opens;
end;
create trigger if not exists dossier_comes after insert on dossier begin
  insert into load select new.space, value, '', '', 0, 1 from json_each(new.holders) where true
    on conflict do update set dossiers = dossiers + 1;
end;
create trigger if not exists dossier_goes after delete on dossier begin
  update load set dossiers = dossiers - 1
   where space = old.space and due = '' and owner in (select value from json_each(old.holders));
end;
create trigger if not exists dossier_moves after update of space, holders on dossier
  when old.space <> new.space or old.holders <> new.holders
begin
  update load set dossiers = dossiers - 1
   where space = old.space and due = '' and owner in (select value from json_each(old.holders));
  insert into load select new.space, value, '', '', 0, 1 from json_each(new.holders) where true
    on conflict do update set dossiers = dossiers + 1;
end;
-- Cases in which something dangerous is not acted on.
create table if not exists danger(rid integer primary key, space integer, critical integer, at integer, data text);
create index if not exists danger_of_space on danger(space, critical desc, at desc);
-- Records that are looked at across dossiers. Two dossiers may say the same record's id: neither hides the other's.
create table if not exists listed(
  space integer, kind text, record text, rid integer, data text, primary key(space, kind, record, rid)
) without rowid;
create index if not exists listed_of_dossier on listed(rid);
-- Links that lead out of a dossier, asked from both ends. target: an id, or what a case was called when that was written instead.
create table if not exists link(
  rid integer, record text, kind text not null, field text, target text, primary key(rid, record, field, target)
) without rowid;
create index if not exists link_to on link(target);
create index if not exists link_from on link(record);
-- People as they may be known again in another dossier: the n-th of each. key: a number that two who are alike have in common;
-- those that many share are negative.
create table if not exists alike(rid integer, n integer, data text not null, primary key(rid, n)) without rowid;
create table if not exists alike_key(
  space integer, key integer, rid integer, n integer, primary key(space, key, rid, n)
) without rowid;
-- What figures count of a dossier (narrowOf of the domain): json.
create table if not exists fact(rid integer primary key, space integer not null, data text not null);
create index if not exists case_reference on dossier(space, json_extract(card, '$.told.reference')) where kind = 'case';
-- What entries of a dossier set that their authors may not: how often, and the first of it as json.
create table if not exists overstep(
  dossier text, space integer, total integer not null, at integer not null, listed text not null, primary key(dossier, space)
) without rowid;
-- Dossiers that could not be worked out, with the step and the sort of error, or of whose id another space's is shown; they
-- stand in no other table here.
create table if not exists apart(
  dossier text, space integer, kind text not null, reference text not null,
  reason text not null, error text not null, entries integer not null, primary key(dossier, space)
) without rowid;
${OF_KINDS}
`;

const PROJECTED_TABLES = [
  'dossier',
  'facet',
  'task',
  'load',
  'danger',
  'listed',
  'link',
  'overstep',
  'apart',
  'alike',
  'alike_key',
  'fact',
];

/**
 * What the projection is made of: its tables, the kinds and, in what is built, the rules over them (the build says which).
 * When it changes, the projection is dropped and made again.
 */
export const PROJECTION = projectionName(PROJECTED, KINDS, RULES);

/** Tables that named a dossier without its space, as they were kept before. */
const BY_DOSSIER_ALONE = { restriction: 'readers, stood', sharing: 'wish' } as const;

/** Tables that have another shape than they had are made anew around what stands in them. */
function reshapeKept(engine: Engine): void {
  for (const [table, columns] of Object.entries(BY_DOSSIER_ALONE)) {
    const standing = engine.get<{ sql: string }>('select sql from sqlite_schema where name = ?', table);
    if (standing?.sql.includes('dossier text primary key') !== true) continue;
    engine.transaction(() => {
      engine.exec(`alter table ${table} rename to ${table}_before;`);
      engine.exec(KEPT);
      engine.exec(
        `insert into ${table}(space, dossier, ${columns}) select space, dossier, ${columns} from ${table}_before;
         drop table ${table}_before;`,
      );
    });
  }
  engine.exec(KEPT);
  engine.exec(
    `update held set id = replace(id, '/' || dossier, '/' || space || '/' || dossier)
      where id in ('readers/' || dossier, 'sharing/' || dossier);`,
  );
}

/** Creates what is missing. Where the projection has another shape than it had, all of it is to be made again. */
export function prepareSchema(engine: Engine): void {
  reshapeKept(engine);
  const made = engine.get<{ value: string }>("select value from meta where name = 'projection'")?.value;
  if (made === PROJECTION) return engine.exec(PROJECTED);
  engine.transaction(() => {
    const searched = engine
      .all<{ name: string }>(
        "select name from sqlite_schema where type = 'table' and sql like 'create virtual table%'",
      )
      .map(({ name }) => name);
    engine.exec(
      [...PROJECTED_TABLES, ...searched].map((table) => `drop table if exists ${table};`).join(' '),
    );
    engine.exec(PROJECTED);
    projectAll(engine);
    engine.run("insert or replace into meta(name, value) values('projection', ?)", PROJECTION);
  });
}

/** All rows are to be made anew, in the order in which dossiers came: the roster, which says the country, is the first. */
function projectAll(engine: Engine): void {
  engine.run(
    'insert or ignore into unprojected(dossier, space) select dossier, space from entry group by dossier, space order by min(rid)',
  );
}
