import type { Card } from '@dayaq/domain';
import { foldForIndex, foldForQuery } from '@dayaq/locale/fold';
import type { DossierId } from '@dayaq/sealing';
import type { CasePage, CaseQuery, CaseRow, TaskRow } from './client.ts';
import type { Bindable, Engine } from './database/engine.ts';
import { spaceNumber } from './database/space-number.ts';

const MAX_PAGE = 200;
/** Counting stops here: a person needs no more exact number, and a phone should not make one. */
const COUNTED = 10_000;
const SNIPPET = 160;

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

export function listCases(engine: Engine, space: string, query: CaseQuery): CasePage {
  const words = foldForQuery(query.text);
  const conditions: string[] = ['d.space = ?', "d.kind = 'case'"];
  const place = spaceNumber(engine, space);
  const parameters: Bindable[] = [place];
  let from = 'dossier d';
  if (words.length > 0) {
    from = 'search s join dossier d on d.rid = s.rowid';
    conditions.unshift('search match ?');
    parameters.unshift(words.map((word) => `"${word.replaceAll('"', '')}"*`).join(' AND '));
  }
  for (const [name, codes] of Object.entries(query.filters)) {
    if (codes.length === 0) continue;
    const marks = codes.map(() => '?').join(', ');
    conditions.push(`d.rid in (select rid from facet where space = ? and name = ? and code in (${marks}))`);
    parameters.push(place, name, ...codes);
  }
  const where = conditions.join(' and ');
  const direction = query.descending ? 'desc' : 'asc';
  // By text, the newest rows first comes from the index itself; other orders sort what matched.
  const order =
    words.length > 0 && query.sort === 'updated'
      ? `s.rowid ${direction}`
      : `${ORDER[query.sort]} ${direction}, d.rid desc`;
  const limit = Math.max(1, Math.min(query.limit, MAX_PAGE));
  const rows = engine.all<ListRow>(
    `select d.rid, d.id, d.card from ${from} where ${where} order by ${order} limit ? offset ?`,
    ...parameters,
    limit,
    Math.max(0, query.offset),
  );
  const counted =
    engine.get<{ n: number }>(
      `select count(*) as n from (select 1 from ${from} where ${where} limit ${COUNTED + 1})`,
      ...parameters,
    )?.n ?? 0;
  return {
    rows: rows.map((row) => caseRow(engine, row, words)),
    total: Math.min(counted, COUNTED),
    more: counted > COUNTED,
  };
}

function caseRow(engine: Engine, row: ListRow, words: readonly string[]): CaseRow {
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
    restricted: isRestricted(engine, row.id as DossierId),
    waiting,
    conflict: card.conflict,
    snippet: words.length === 0 ? '' : snippet(card.text, words),
  };
}

/** Restricted by its newest generation, or about to be. */
export function isRestricted(engine: Engine, dossier: DossierId): boolean {
  const asked = engine.get<{ readers: string }>('select readers from restriction where dossier = ?', dossier);
  if (asked !== null) return asked.readers !== 'all';
  return (
    engine.get<{ restricted: number }>(
      'select restricted from generation where dossier = ? order by generation desc limit 1',
      dossier,
    )?.restricted === 1
  );
}

/** The words around the first match, in the writer's own spelling. */
function snippet(text: string, words: readonly string[]): string {
  const parts = text.split(/\s+/u);
  const at = parts.findIndex((part) => {
    const folded = foldForIndex(part).split(' ');
    return words.some((word) => folded.some((each) => each.startsWith(word)));
  });
  if (at < 0) return text.slice(0, SNIPPET);
  const from = Math.max(0, at - 6);
  let found = parts.slice(from, at + 14).join(' ');
  if (from > 0) found = `… ${found}`;
  return found.length > SNIPPET ? `${found.slice(0, SNIPPET)}…` : found;
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

interface TaskLine extends Record<string, null | number | string | Uint8Array> {
  record: string;
  dossier: string;
  what: string;
  due: string;
  owner: string;
  card: string;
}

export function listTasks(
  engine: Engine,
  space: string,
  query: { owner: string | null; until: string | null; limit: number },
): TaskRow[] {
  const rows = engine.all<TaskLine>(
    `select t.record, d.id as dossier, t.what, t.due, t.owner, d.card from task t join dossier d on d.rid = t.rid
     where t.space = ?1 and (?2 is null or t.owner = ?2) and (?3 is null or t.due <= ?3)
     order by (t.due = ''), t.due limit ?4`,
    spaceNumber(engine, space),
    query.owner,
    query.until,
    Math.max(1, Math.min(query.limit, 500)),
  );
  return rows.map((row) => {
    const card = JSON.parse(row.card) as Card;
    return {
      record: row.record,
      dossier: row.dossier,
      case: { reference: card.reference, alias: card.alias },
      what: row.what,
      due: row.due,
      owner: row.owner,
      restricted: isRestricted(engine, row.dossier as DossierId),
    };
  });
}
