import { type Order, toldText } from '@dayaq/domain';
import type { CasePage, CaseQuery, CaseRow, DossierPage, DossierQuery, DossierRow } from './client.ts';

const ORDER: Record<CaseQuery['sort'], Order> = {
  updated: 'updated',
  opened: 'day',
  alias: 'title',
  due: 'due',
};

/** The list of cases is the list of dossiers of one kind, in the space that is worked in. */
export function casesAsked(space: string, { sort, ...query }: CaseQuery): DossierQuery {
  return { ...query, kinds: ['case'], sort: ORDER[sort], space };
}

export function casePage({ rows, total, more }: DossierPage): CasePage {
  return { rows: rows.map(caseRow), total, more };
}

function caseRow(row: DossierRow): CaseRow {
  const { id, updated, due, danger, restricted, waiting, conflict, snippet } = row;
  const text = (field: string): string => toldText(row, field);
  const codes = (name: string): string[] => row.codes[name] ?? [];
  const first = (name: string): string => codes(name)[0] ?? '';
  return {
    ...{ id, updated, due, danger, restricted, waiting, conflict, snippet },
    reference: text('reference'),
    alias: text('alias'),
    summary: text('summary'),
    status: first('status'),
    outcome: first('outcome'),
    channel: first('channel'),
    area: first('area'),
    opened: row.day,
    populations: codes('population'),
    violations: codes('violation'),
    owner: first('owner'),
    qualification: first('qualification'),
  };
}
