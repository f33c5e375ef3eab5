import { toldText } from '@dayaq/domain';
import type { CasePage, CaseQuery, CaseRow, DossierPage, DossierQuery, DossierRow } from './client.ts';

/** The list of cases is the list of dossiers of one kind, in the space that is worked in. */
export function casesAsked(space: string, query: CaseQuery): DossierQuery {
  return { ...query, kinds: ['case'], space };
}

export function casePage({ rows, total, more }: DossierPage): CasePage {
  return { rows: rows.map(caseRow), total, more };
}

/** A page of rows is worked out with every letter typed: nothing is made here that a row does not need. */
function caseRow(row: DossierRow): CaseRow {
  const { codes } = row;
  return {
    id: row.id,
    reference: toldText(row, 'reference'),
    alias: toldText(row, 'alias'),
    summary: toldText(row, 'summary'),
    status: codes['status']?.[0] ?? '',
    outcome: codes['outcome']?.[0] ?? '',
    channel: codes['channel']?.[0] ?? '',
    area: codes['area']?.[0] ?? '',
    opened: row.day,
    updated: row.updated,
    populations: codes['population'] ?? [],
    violations: codes['violation'] ?? [],
    owner: codes['owner']?.[0] ?? '',
    due: row.due,
    qualification: codes['qualification']?.[0] ?? '',
    danger: row.danger,
    hours: codes['hours'] !== undefined,
    restricted: row.restricted,
    waiting: row.waiting,
    closed: row.closed,
    conflict: row.conflict,
    snippet: row.snippet,
  };
}
