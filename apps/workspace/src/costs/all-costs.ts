import type { PlainRecord } from '@dayaq/domain';
import type { DossierView, Id, ListedRecord, RecordPage, Vault } from '@dayaq/vault/client';
import { type CostLine, costLine } from './cost-lines.ts';
import { plainListed } from '@dayaq/acts/cost/cost-records';

/** Costs and funds kept in memory: many years of an organisation. What is over it is told, never hidden. */
const LIMIT = 20_000;
const PAGE = 1000;
/** Cases opened to see what two people decided apart. */
const MOST_OPENED = 50;

export interface AllCosts {
  lines: CostLine[];
  /** Every fund, closed ones too. */
  funds: PlainRecord[];
  /** There are more costs than were read. */
  cut: boolean;
}

/** All costs of the cases that this member may open, and all funds. */
export async function readCosts(vault: Pick<Vault, 'records' | 'dossier'>): Promise<AllCosts> {
  const { records, cut } = await readAll(vault, ['cost', 'fund']);
  const views = await viewsOf(
    vault,
    records.filter(({ kind, conflict }) => kind === 'cost' && conflict),
  );
  return {
    lines: records.filter(({ kind }) => kind === 'cost').map((listed) => costLine(listed, views(listed))),
    funds: fundsIn(records),
    cut,
  };
}

/** All funds, by name. */
export async function readFunds(vault: Pick<Vault, 'records'>): Promise<PlainRecord[]> {
  return fundsIn((await readAll(vault, ['fund'])).records);
}

function fundsIn(records: readonly ListedRecord[]): PlainRecord[] {
  return records.filter(({ kind }) => kind === 'fund').map(plainListed);
}

async function readAll(
  vault: Pick<Vault, 'records'>,
  kinds: string[],
): Promise<{ records: ListedRecord[]; cut: boolean }> {
  const records: ListedRecord[] = [];
  let after: string | null = null;
  do {
    const page: RecordPage = await vault.records({ kinds, after, limit: PAGE });
    records.push(...page.records);
    after = page.next;
  } while (after !== null && records.length < LIMIT);
  return { records, cut: after !== null };
}

/** Opens the cases of costs on which people wrote apart: the list knows that they did, the case knows what. */
async function viewsOf(
  vault: Pick<Vault, 'dossier'>,
  apart: readonly ListedRecord[],
): Promise<(listed: ListedRecord) => DossierView['records'][number] | undefined> {
  const opened = new Map<Id, DossierView>();
  for (const id of [...new Set(apart.map(({ dossier }) => dossier))].slice(0, MOST_OPENED)) {
    const outcome = await vault.dossier(id);
    if (outcome.ok) opened.set(id, outcome.value);
  }
  return ({ dossier, record, conflict }) =>
    conflict ? opened.get(dossier)?.records.find(({ id }) => id === record) : undefined;
}
