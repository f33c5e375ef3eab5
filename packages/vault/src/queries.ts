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

function caseRow({ codes, told, kind: _, space: __, day, ...row }: DossierRow): CaseRow {
  const text = (field: string): string => toldText({ told }, field);
  const first = (name: string): string => codes[name]?.[0] ?? '';
  return {
    ...row,
    reference: text('reference'),
    alias: text('alias'),
    summary: text('summary'),
    status: first('status'),
    outcome: first('outcome'),
    channel: first('channel'),
    area: first('area'),
    opened: day,
    populations: codes['population'] ?? [],
    violations: codes['violation'] ?? [],
    owner: first('owner'),
    qualification: first('qualification'),
  };
}
