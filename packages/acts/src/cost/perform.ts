import { type CostAct, actOnCost, costAmong, type CostProblem, type PlainRecord } from '@dayaq/domain';
import type { Change, Failure, FieldOp, Id, Value, Vault } from '@dayaq/vault/client';
import { plainCost } from './cost-records.ts';

export type Performed =
  | { done: true }
  | { done: false; problem: CostProblem }
  | { done: false; failure: Failure };

/** The change of one record that an act of the rules makes. */
export function costChange(cost: Id, changes: Readonly<Record<string, unknown>>): Change {
  const fields: Record<string, FieldOp> = {};
  for (const [name, value] of Object.entries(changes)) fields[name] = { set: value as Value };
  return { kind: 'cost', record: cost, fields };
}

/**
 * Does something about a cost of a case that is not open on the page: on the record as it is now, so that a decision
 * which has arrived meanwhile is never made twice.
 * @param known advances and budget lines: who holds the one and whose the other is has a say
 */
export async function performOnCost(
  vault: Pick<Vault, 'dossier' | 'save'>,
  { dossier, cost }: { dossier: Id; cost: Id },
  act: CostAct,
  known: readonly PlainRecord[],
): Promise<Performed> {
  const opened = await vault.dossier(dossier);
  if (!opened.ok) return { done: false, failure: opened.failure };
  const view = opened.value.records.find((record) => record.id === cost && !record.deleted);
  if (view === undefined) return { done: false, failure: { code: 'not-found' } };
  const outcome = actOnCost(costAmong(plainCost(view), known), act);
  if (!outcome.ok) return { done: false, problem: outcome.problem };
  const saved = await vault.save({ dossier, changes: [costChange(cost, outcome.changes)] });
  return saved.ok ? { done: true } : { done: false, failure: saved.failure };
}
