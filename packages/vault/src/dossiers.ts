import { type Card, BUILT_IN_FACETS, narrowed, type RootKind, rootKindOf } from '@dayaq/domain';
import type { DossierId } from '@dayaq/sealing';
import type { DossierPage, DossierQuery, DossierRow, Id, Value } from './client.ts';
import type { Bindable, Engine } from './database/engine.ts';
import { facetNumber, ORDER_COLUMNS, searchTable } from './database/schema.ts';
import { directoryRecords, keepOffering, type Sight } from './offering.ts';
import { isRestricted, RESTRICTED } from './restricted.ts';
import type { Wanted } from './search/wanted.ts';
import { isClosed, isShut } from './sync/held.ts';
import { Snippets } from './snippets.ts';

const MAX_PAGE = 200;
/** Counting stops here: a person needs no more exact number, and a phone should not make one. */
export const COUNTED = 10_000;
const MOST_CODES = 500;

/** One kind in one space, or in all where what was typed decides alone: what an index of the database can answer in order. */
interface Branch {
  from: string;
  where: string;
  parameters: Bindable[];
  /** What rows are ordered by, by the names of the branch. */
  order: string;
  /** What was typed is looked up once for both, rows and count. */
  atOnce: boolean;
}

interface Hit extends Record<string, null | number | string | Uint8Array> {
  rid: number;
  place: null | number | string;
  last: number;
}

/** Rows of root kinds, by what was typed, filters and order; see `Vault.dossiers`. */
export function listDossiers(engine: Engine, query: DossierQuery, wanted: Wanted): DossierPage {
  const spaces = placesOf(engine, query.space);
  const kinds = [...new Set(query.kinds)].map(rootKindOf).filter((kind) => kind !== undefined);
  const branches = kinds.flatMap((kind) => branchesOf(engine, kind, spaces, query, wanted));
  const limit = Math.max(1, Math.min(query.limit, MAX_PAGE));
  const offset = Math.max(0, query.offset);
  const direction = query.descending ? 'desc' : 'asc';
  const { offers } = query;
  const isWhole = offers === undefined || narrowed(offers).exact;
  const seen = isWhole ? { limit, offset } : { limit: COUNTED, offset: 0 };
  const candidates =
    branches.length === 1
      ? inOrder(engine, branches[0] as Branch, direction, seen)
      : merged(engine, branches, direction, seen);
  const { rids, counted } = isWhole
    ? candidates
    : keepOffering(engine, candidates, offers, { limit, offset });
  const snippets = new Snippets(engine, wanted.words);
  const records = offers === undefined ? null : directoryRecords(engine, rids);
  return {
    rows: rowsOf(engine, rids).map((row) => ({
      ...dossierRow(engine, row, snippets),
      ...(records === null ? {} : { records: records.get(row.rid) ?? [] }),
    })),
    total: Math.min(counted, COUNTED),
    more: counted > COUNTED,
    facets: countFacets(engine, kinds, spaces, query.count ?? []),
  };
}

/** Where rows may be: a space's own, and what it was given by another. */
interface Place {
  number: number;
  /** The space that was given it. */
  givenTo: Id | null;
}

function placesOf(engine: Engine, space: Id | null): Place[] {
  return engine.all<Place & Record<string, null | number | string>>(
    `select number, null as givenTo from space_number where ?1 is null or space = ?1
     union all
     select n.number, ?1 from space_number n where n.space in (select owner from share where space = ?1 and owner <> ?1)`,
    space,
  );
}

function branchesOf(
  engine: Engine,
  kind: RootKind,
  spaces: readonly Place[],
  query: DossierQuery,
  wanted: Wanted,
): Branch[] {
  if (query.offers !== undefined && kind.card.rules?.includes('offers') !== true) return [];
  const ofOffers = query.offers === undefined ? {} : narrowed(query.offers).filters;
  const filters = [query.filters, ofOffers].flatMap((all) =>
    Object.entries(all).filter(([, codes]) => codes.length > 0),
  );
  const names = filters.map(([name]) => name);
  // A filter that this kind does not have: none of it is meant.
  if (names.some((name) => !isFacet(kind, name))) return [];
  const byWords = !wanted.isEmpty;
  const column = ORDER_COLUMNS[query.sort];
  // What was typed has an index in the order in which dossiers came.
  const byIndex = byWords && query.sort === 'updated';
  const everywhere = query.space === null || isOnly(engine, spaces);
  if (byIndex && filters.length === 0 && everywhere) {
    return [
      {
        from: `${searchTable(kind.kind)} s`,
        where: `s.${searchTable(kind.kind)} match ?`,
        parameters: [wanted.match],
        order: 's.rowid',
        atOnce: true,
      },
    ];
  }
  return spaces.map(({ number: space, givenTo }) => {
    const conditions: string[] = [];
    const parameters: Bindable[] = [];
    if (byWords) {
      conditions.push(`s.${searchTable(kind.kind)} match ?`);
      parameters.push(wanted.match);
    }
    conditions.push('d.space = ?', `d.kind = '${kind.kind}'`);
    parameters.push(space);
    if (givenTo !== null) {
      conditions.push('d.id in (select dossier from share where space = ? and owner <> space)');
      parameters.push(givenTo);
    }
    for (const [name, codes] of filters) {
      if (name === 'restricted') {
        conditions.push(`d.id ${codes.includes('yes') ? 'in' : 'not in'} (${RESTRICTED})`);
        continue;
      }
      conditions.push(
        `d.rid in (select rid from facet where space = ? and name = ? and code in (${codes.map(() => '?').join(', ')}))`,
      );
      parameters.push(space, facetNumber(kind.kind, name), ...codes);
    }
    return {
      from: byWords ? `${searchTable(kind.kind)} s join dossier d on d.rid = s.rowid` : 'dossier d',
      where: conditions.join(' and '),
      parameters,
      order: byIndex ? 's.rowid' : `d.${column}`,
      atOnce: byIndex,
    };
  });
}

function isFacet(kind: RootKind, name: string): boolean {
  if (name === 'danger') return kind.card.rules?.includes('danger') === true;
  return (
    BUILT_IN_FACETS.some((built) => built === name) ||
    (kind.card.facets ?? []).some((facet) => facet.name === name)
  );
}

function isOnly(engine: Engine, spaces: readonly Place[]): boolean {
  return spaces.length === engine.get<{ n: number }>('select count(*) as n from space_number')?.n;
}

/** Rows without a due day come last in either direction. */
const lastOf = ({ order }: Branch): string => (order === 'd.due' ? "(d.due = '')" : '0');
const ridOf = ({ order }: Branch): string => (order === 's.rowid' ? 's.rowid' : 'd.rid');

function inOrder(
  engine: Engine,
  branch: Branch,
  direction: 'asc' | 'desc',
  { limit, offset }: Sight,
): { rids: number[]; counted: number } {
  if (branch.atOnce && offset + limit <= COUNTED) return found(engine, branch, direction, limit, offset);
  const hits = listed(engine, branch, direction, limit, offset);
  return { rids: hits.map(({ rid }) => rid), counted: count(engine, branch) };
}

/** The newest matches, as many as are counted, and of them the rows in sight. */
function found(
  engine: Engine,
  branch: Branch,
  direction: 'asc' | 'desc',
  limit: number,
  offset: number,
): { rids: number[]; counted: number } {
  const { from, where, parameters } = branch;
  const rows = engine.all<{ rid: number; counted: number }>(
    `with hit as materialized (
       select s.rowid as rid from ${from} where ${where} order by s.rowid ${direction} limit ${COUNTED + 1}
     )
     select (select count(*) from hit) as counted, rid from (select rid from hit limit ? offset ?)
     order by rid ${direction}`,
    ...parameters,
    limit,
    offset,
  );
  // Behind the last match there is no row to say how many there are.
  const counted = rows[0]?.counted ?? (offset === 0 ? 0 : count(engine, branch));
  return { rids: rows.map(({ rid }) => rid), counted };
}

function listed(
  engine: Engine,
  branch: Branch,
  direction: 'asc' | 'desc',
  limit: number,
  offset: number,
): Hit[] {
  const { from, where, parameters, order } = branch;
  const last = lastOf(branch);
  // A constant in the order would keep the index from giving it.
  const first = last === '0' ? '' : `${last}, `;
  return engine.all<Hit>(
    `select ${ridOf(branch)} as rid, ${order} as place, ${last} as last from ${from} where ${where}
     order by ${first}${order} ${direction}, ${ridOf(branch)} desc limit ? offset ?`,
    ...parameters,
    limit,
    offset,
  );
}

/** Of several branches as many of each as may be in sight, put in one order. */
function merged(
  engine: Engine,
  branches: readonly Branch[],
  direction: 'asc' | 'desc',
  { limit, offset }: Sight,
): { rids: number[]; counted: number } {
  const hits = branches.flatMap((branch) => listed(engine, branch, direction, offset + limit, 0));
  const sign = direction === 'asc' ? 1 : -1;
  hits.sort((a, b) => {
    if (a.last !== b.last) return a.last - b.last;
    if (a.place !== b.place) return ((a.place ?? '') < (b.place ?? '') ? -1 : 1) * sign;
    return b.rid - a.rid;
  });
  let counted = 0;
  for (const branch of branches) counted += count(engine, branch);
  return { rids: hits.slice(offset, offset + limit).map(({ rid }) => rid), counted };
}

function count(engine: Engine, { from, where, parameters }: Branch): number {
  const counting = `select count(*) as n from (select 1 from ${from} where ${where} limit ${COUNTED + 1})`;
  return engine.get<{ n: number }>(counting, ...parameters)?.n ?? 0;
}

export interface CardLine extends Record<string, null | number | string | Uint8Array> {
  rid: number;
  id: string;
  kind: string;
  space: string;
  card: string;
}

/** The dossiers of these rows, in this order. */
export function rowsOf(engine: Engine, rids: readonly number[]): CardLine[] {
  const lines = engine.all<CardLine>(
    `select d.rid, d.id, d.kind, d.card,
       iif(n.space in (select id from space), n.space, coalesce((select h.space from share h where h.dossier = d.id and h.space <> h.owner limit 1), n.space)) as space
     from dossier d join space_number n on n.number = d.space
     where d.rid in (select value from json_each(?))`,
    JSON.stringify(rids),
  );
  const byRid = new Map(lines.map((line) => [line.rid, line]));
  return rids.flatMap((rid) => byRid.get(rid) ?? []);
}

function dossierRow(engine: Engine, { id, kind, space, card }: CardLine, snippets: Snippets): DossierRow {
  const { told, facets, text, day, updated, due, danger, conflict } = JSON.parse(card) as Card;
  const codes: Record<string, string[]> = {};
  for (const [name, code] of facets) (codes[name] ??= []).push(code);
  const waiting =
    engine.get('select rid from entry where dossier = ? and position is null limit 1', id) !== null;
  const closed =
    isShut(engine, id as DossierId) ||
    (waiting &&
      engine.get(
        `select rid from entry e where e.dossier = ? and e.position is null and ${isClosed('e')} limit 1`,
        id,
      ) !== null);
  return {
    id,
    kind,
    space,
    told: told as Record<string, Value>,
    codes,
    day,
    updated,
    due,
    danger,
    restricted: isRestricted(engine, id as DossierId),
    waiting,
    closed,
    conflict,
    snippet: snippets.of(text),
  };
}

/** How many dossiers of some kinds have each code of a filter, whatever else is asked. */
export function countFacets(
  engine: Engine,
  kinds: readonly RootKind[],
  spaces: readonly Place[],
  names: readonly string[],
): DossierPage['facets'] {
  const found: DossierPage['facets'] = {};
  for (const name of names) {
    const counts = new Map<string, number>();
    for (const { code, n } of kinds.flatMap((kind) =>
      // What others gave is counted with theirs: it has no filters of ours.
      spaces.flatMap(({ number, givenTo }) => (givenTo === null ? countsOf(engine, kind, number, name) : [])),
    ))
      counts.set(code, (counts.get(code) ?? 0) + n);
    found[name] = [...counts]
      .map(([code, dossiers]) => ({ code, dossiers }))
      .sort((a, b) => b.dossiers - a.dossiers)
      .slice(0, MOST_CODES);
  }
  return found;
}

function countsOf(
  engine: Engine,
  { kind }: RootKind,
  space: number,
  name: string,
): { code: string; n: number }[] {
  if (name === 'restricted') {
    const n =
      engine.get<{ n: number }>(
        `select count(*) as n from (${RESTRICTED}) r join dossier d on d.id = r.dossier where d.space = ? and d.kind = ?`,
        space,
        kind,
      )?.n ?? 0;
    return n === 0 ? [] : [{ code: 'yes', n }];
  }
  return engine.all<{ code: string; n: number }>(
    `select code, count(*) as n from facet where space = ? and name = ? group by code order by n desc limit ${MOST_CODES}`,
    space,
    facetNumber(kind, name),
  );
}
