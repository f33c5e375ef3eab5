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
  /** Budget lines of the funds, closed ones too. */
  budget: PlainRecord[];
  /** Money that members were handed before it is spent. */
  advances: PlainRecord[];
  /** There are more costs than were read. */
  cut: boolean;
}

/** Everything that the balances are reckoned from. */
export function moneyRecords({ lines, funds, budget, advances }: AllCosts): PlainRecord[] {
  return [...funds, ...budget, ...advances, ...lines.map(({ record }) => record)];
}

/**
 * All costs of the cases that this member may open, and all funds.
 * @param country whose day a cost belongs to, whatever this device is set to
 */
export async function readCosts(
  vault: Pick<Vault, 'records' | 'dossier'>,
  country: string,
): Promise<AllCosts> {
  const { records, cut } = await readAll(vault, ['cost', ...FUND_KINDS]);
  const views = await viewsOf(
    vault,
    records.filter(({ kind, conflict }) => kind === 'cost' && conflict),
  );
  const funds = fundsIn(records);
  const known = [...funds.advances, ...funds.budget];
  return {
    lines: records
      .filter(({ kind }) => kind === 'cost')
      .map((listed) => costLine(listed, country, known, views(listed))),
    ...funds,
    cut,
  };
}

/** All funds, with their budget lines and advances. */
export async function readFunds(vault: Pick<Vault, 'records'>): Promise<Funds> {
  return fundsIn((await readAll(vault, FUND_KINDS)).records);
}

export type Funds = Pick<AllCosts, 'funds' | 'budget' | 'advances'>;

/** Kinds that funds are made of. */
export const FUND_KINDS = ['fund', 'budget-line', 'advance'];

function fundsIn(records: readonly ListedRecord[]): Funds {
  const of = (wanted: string) => records.filter(({ kind }) => kind === wanted).map(plainListed);
  return { funds: of('fund'), budget: of('budget-line'), advances: of('advance') };
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
