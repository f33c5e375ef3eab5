import type { Card } from '@dayaq/domain';
import { foldForQuery } from '@dayaq/locale/fold';
import type { DossierId } from '@dayaq/sealing';
import type { CasePage, CaseQuery, CaseRow } from './client.ts';
import type { Bindable, Engine } from './database/engine.ts';
import { spaceNumber } from './database/space-number.ts';
import { Snippets } from './snippets.ts';

const MAX_PAGE = 200;
/** Counting stops here: a person needs no more exact number, and a phone should not make one. */
const COUNTED = 10_000;

const ORDER: Record<CaseQuery['sort'], string> = {
  updated: 'd.updated',
  opened: 'd.opened',
  alias: 'd.alias_key',
  // Cases without a due day come last in either direction.
  due: "(d.due = ''), d.due",
};

interface ListRow extends Record<string, null | number | string | Uint8Array> {
  rid: number;
  id: string;
  card: string;
}

/** What a query asks of the database, and with what. */
interface Asked {
  from: string;
  where: string;
  parameters: Bindable[];
}

export function listCases(engine: Engine, space: string, query: CaseQuery): CasePage {
  const words = foldForQuery(query.text);
  const asked = askedOf(engine, space, query, words);
  const limit = Math.max(1, Math.min(query.limit, MAX_PAGE));
  const offset = Math.max(0, query.offset);
  const direction = query.descending ? 'desc' : 'asc';
  // What was typed is looked up once for both, rows and count, where the index itself gives the order.
  const atOnce = words.length > 0 && query.sort === 'updated' && offset + limit <= COUNTED;
  const { rows, counted } = atOnce
    ? found(engine, asked, direction, limit, offset)
    : {
        rows: listed(engine, asked, `${ORDER[query.sort]} ${direction}`, limit, offset),
        counted: count(engine, asked),
      };
  const snippets = new Snippets(engine, words);
  return {
    rows: rows.map((row) => caseRow(engine, row, snippets)),
    total: Math.min(counted, COUNTED),
    more: counted > COUNTED,
  };
}

function askedOf(engine: Engine, space: string, query: CaseQuery, words: readonly string[]): Asked {
  const place = spaceNumber(engine, space);
  const filters = Object.entries(query.filters).filter(([, codes]) => codes.length > 0);
  const conditions: string[] = [];
  const parameters: Bindable[] = [];
  if (words.length > 0) {
    conditions.push('search match ?');
    parameters.push(words.map((word) => `"${word.replaceAll('"', '')}"*`).join(' AND '));
  }
  // Only cases are searched: with one space on the device, the words alone decide.
  const wordsAlone =
    words.length > 0 && filters.length === 0 && query.sort === 'updated' && hasOneSpace(engine);
  if (!wordsAlone) {
    conditions.push('d.space = ?', "d.kind = 'case'");
    parameters.push(place);
  }
  for (const [name, codes] of filters) {
    const marks = codes.map(() => '?').join(', ');
    conditions.push(`d.rid in (select rid from facet where space = ? and name = ? and code in (${marks}))`);
    parameters.push(place, name, ...codes);
  }
  const joined = words.length > 0 ? 'search s join dossier d on d.rid = s.rowid' : 'dossier d';
  return { from: wordsAlone ? 'search s' : joined, where: conditions.join(' and '), parameters };
}

function hasOneSpace(engine: Engine): boolean {
  return engine.get<{ n: number }>('select count(*) as n from space_number')?.n === 1;
}

/** The newest matches, as many as are counted, and of them the rows in sight. */
function found(
  engine: Engine,
  asked: Asked,
  direction: 'asc' | 'desc',
  limit: number,
  offset: number,
): { rows: ListRow[]; counted: number } {
  const { from, where, parameters } = asked;
  const rows = engine.all<ListRow & { counted: number }>(
    `with hit as materialized (
       select s.rowid as rid from ${from} where ${where} order by s.rowid ${direction} limit ${COUNTED + 1}
     )
     select (select count(*) from hit) as counted, d.rid, d.id, d.card
     from (select rid from hit limit ? offset ?) seen join dossier d on d.rid = seen.rid
     order by d.rid ${direction}`,
    ...parameters,
    limit,
    offset,
  );
  // Behind the last match there is no row to say how many there are.
  return { rows, counted: rows[0]?.counted ?? (offset === 0 ? 0 : count(engine, asked)) };
}

function listed(
  engine: Engine,
  { from, where, parameters }: Asked,
  order: string,
  limit: number,
  offset: number,
): ListRow[] {
  return engine.all<ListRow>(
    `select d.rid, d.id, d.card from ${from} where ${where} order by ${order}, d.rid desc limit ? offset ?`,
    ...parameters,
    limit,
    offset,
  );
}

function count(engine: Engine, { from, where, parameters }: Asked): number {
  const counting = `select count(*) as n from (select 1 from ${from} where ${where} limit ${COUNTED + 1})`;
  return engine.get<{ n: number }>(counting, ...parameters)?.n ?? 0;
}

function caseRow(engine: Engine, row: ListRow, snippets: Snippets): CaseRow {
  const card = JSON.parse(row.card) as Card;
  const waiting =
    engine.get('select rid from entry where dossier = ? and position is null limit 1', row.id) !== null;
  return {
    id: row.id,
    reference: card.reference,
    alias: card.alias,
    summary: card.summary,
    status: card.status,
    outcome: card.outcome,
    channel: card.channel,
    area: card.area,
    opened: card.opened,
    updated: card.updated,
    populations: card.populations,
    violations: card.violations,
    owner: card.owner,
    due: card.due,
    qualification: card.qualification,
    danger: card.danger,
    restricted: isRestricted(engine, row.id as DossierId),
    waiting,
    conflict: card.conflict,
    snippet: snippets.of(card.text),
  };
}

/** Restricted by its newest generation, or about to be. */
export function isRestricted(engine: Engine, dossier: DossierId): boolean {
  const asked = engine.get<{ readers: string }>('select readers from restriction where dossier = ?', dossier);
  if (asked !== null) return asked.readers !== 'all';
  return (
    engine.get<{ restricted: number }>(
      `select restricted from generation where dossier = ?1 and void = 0 and space = coalesce(
         (select n.space from dossier d join space_number n on n.number = d.space where d.id = ?1), space)
        order by generation desc limit 1`,
      dossier,
    )?.restricted === 1
  );
}

export function countFacets(
  engine: Engine,
  space: string,
  names: readonly string[],
): Record<string, { code: string; cases: number }[]> {
  const place = spaceNumber(engine, space);
  const found: Record<string, { code: string; cases: number }[]> = {};
  for (const name of names) {
    found[name] = engine.all<{ code: string; cases: number }>(
      'select code, count(*) as cases from facet where space = ? and name = ? group by code order by cases desc limit 500',
      place,
      name,
    );
  }
  return found;
}
