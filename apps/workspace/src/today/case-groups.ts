import type { TaskRow } from '@dayaq/vault/client';

/** Rows that stand under one case. */
export interface CaseGroup {
  dossier: string;
  rows: [TaskRow, ...TaskRow[]];
}

/** What is asked for and shown at once. */
export const PAGE = 20;

export const keyOf = ({ record, dossier, rule, about }: TaskRow): string =>
  record || `${dossier} ${rule} ${about}`;

/**
 * Rows by their cases, in the order in which each case first comes, page by page: what is shown already keeps its place
 * when more is asked for.
 */
export function pagesOf(rows: readonly TaskRow[]): CaseGroup[][] {
  const pages: CaseGroup[][] = [];
  for (let from = 0; from < rows.length; from += PAGE) pages.push(byCase(rows.slice(from, from + PAGE)));
  return pages;
}

function byCase(rows: readonly TaskRow[]): CaseGroup[] {
  const groups = new Map<string, CaseGroup>();
  for (const row of rows) {
    const group = groups.get(row.dossier);
    if (group === undefined) groups.set(row.dossier, { dossier: row.dossier, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()];
}
