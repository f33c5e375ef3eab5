import { kindOf } from '@dayaq/domain';
import type { DossierRow, DossierView, Id, LinkRow, Value, Vault } from '@dayaq/vault/client';

/**
 * What was kept as long as the organisation said that it needs it. It is proposed, one by one, to whoever may destroy it, and
 * destroyed by nobody's program.
 */

/** A purpose for which something is kept: by which field of the organisation, and what it is. */
export interface Retained {
  field: 'keepCases' | 'keepPaidCases' | 'keepLeads' | 'keepLetters';
  kind: 'case' | 'lead' | 'letter';
  /** Only what money was spent for, or only what none was; omitted: both. */
  paid?: boolean;
}

export const RETAINED: readonly Retained[] = [
  { field: 'keepCases', kind: 'case', paid: false },
  { field: 'keepPaidCases', kind: 'case', paid: true },
  { field: 'keepLeads', kind: 'lead' },
  { field: 'keepLetters', kind: 'letter' },
];

/** Months by field; absent: nothing is proposed. */
export type Rules = Partial<Record<Retained['field'], number>>;

export function rulesIn(values: Readonly<Record<string, Value>>): Rules {
  const rules: Rules = {};
  for (const { field } of RETAINED) {
    const months = values[field];
    if (typeof months === 'number' && months >= 1) rules[field] = months;
  }
  return rules;
}

export interface Due {
  row: DossierRow;
  rule: Retained['field'];
}

const PAGE = 200;
/** Proposed at once, those that have waited longest; what is destroyed makes room for others. */
export const MOST_DUE = 100;
/** Costs that are looked through for cases with money. */
const MOST_COSTS = 20_000;

/**
 * What is due by the rules, those first of which nobody has written for longest. Never what stands as dangerous, or what waits here
 * to be sent.
 * @param now milliseconds since 1970
 */
export async function dueFor(
  vault: Pick<Vault, 'dossiers' | 'records'>,
  space: Id,
  rules: Rules,
  now: number,
): Promise<Due[]> {
  const due: Due[] = [];
  const wanted = RETAINED.filter(({ field }) => rules[field] !== undefined);
  const paid = wanted.some((each) => each.paid !== undefined) ? await casesWithCosts(vault) : new Set<Id>();
  for (const retained of wanted) {
    const before = monthsBefore(now, rules[retained.field] ?? 0);
    for (const row of await endedBefore(vault, space, retained.kind, before)) {
      if (retained.paid !== undefined && retained.paid !== paid.has(row.id)) continue;
      due.push({ row, rule: retained.field });
    }
  }
  return due.sort((a, b) => a.row.updated - b.row.updated).slice(0, MOST_DUE);
}

async function endedBefore(
  vault: Pick<Vault, 'dossiers'>,
  space: Id,
  kind: string,
  before: number,
): Promise<DossierRow[]> {
  const found: DossierRow[] = [];
  const filters = endedFilter(kind);
  if (filters === null) return found;
  for (let offset = 0; found.length < MOST_DUE; offset += PAGE) {
    const { rows } = await vault.dossiers({
      kinds: [kind],
      text: '',
      filters,
      sort: 'updated',
      descending: false,
      offset,
      limit: PAGE,
      space,
    });
    const old = rows.filter(({ updated }) => updated < before);
    found.push(...old.filter(({ danger, waiting, closed }) => danger === '' && !waiting && !closed));
    if (old.length < PAGE) break;
  }
  return found;
}

/** The filter of a kind by which it has ended, as its kind says (`Kind.held`); null where it never does. */
function endedFilter(kind: string): Record<string, string[]> | null {
  const known = kindOf(kind);
  for (const { field, in: codes } of known?.held?.until ?? []) {
    const facet = known?.card?.facets?.find((each) => 'field' in each && each.field === field);
    if (facet !== undefined && codes !== undefined) return { [facet.name]: [...codes] };
  }
  return null;
}

async function casesWithCosts(vault: Pick<Vault, 'records'>): Promise<ReadonlySet<Id>> {
  const cases = new Set<Id>();
  let after: string | null = null;
  for (let read = 0; read < MOST_COSTS; ) {
    const page = await vault.records({ kinds: ['cost'], after, limit: 1000 });
    for (const { dossier } of page.records) cases.add(dossier);
    read += page.records.length;
    after = page.next;
    if (after === null) break;
  }
  return cases;
}

/** The same day and hour, months earlier; a day that the month has not becomes its last one. */
export function monthsBefore(now: number, months: number): number {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

/** What destroying a dossier would reach, and what it would not. */
export interface Reach {
  people: number;
  files: number;
  records: number;
  /** Referrals that another organisation was given and that were not taken back. */
  handedOver: number;
  /** Other dossiers from which something leads here, and then nowhere. */
  linkedFrom: number;
}

export function reachOf(
  { records }: Pick<DossierView, 'records'>,
  linked: readonly LinkRow[],
  id: Id,
): Reach {
  const live = records.filter(({ deleted }) => !deleted);
  const count = (kind: string): number => live.filter((record) => record.kind === kind).length;
  const handedOver = live.filter(
    ({ kind, fields }) =>
      kind === 'referral' &&
      typeof fields['sent']?.value === 'number' &&
      typeof fields['revoked']?.value !== 'number' &&
      typeof fields['dossier']?.value === 'string',
  ).length;
  const others = new Set(linked.map(({ end }) => end.dossier).filter((dossier) => dossier !== id));
  return {
    people: count('person'),
    files: count('file'),
    records: live.length,
    handedOver,
    linkedFrom: others.size,
  };
}
