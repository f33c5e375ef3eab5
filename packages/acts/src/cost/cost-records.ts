import { isMoney, type Money, type PlainRecord, signedFieldsOf } from '@dayaq/domain';
import type { ListedRecord, RecordView } from '@dayaq/vault/client';

/** A listed record as the rules read it. */
export function plainListed(listed: ListedRecord): PlainRecord {
  const { record, kind, fields, created, updated, conflict, writers } = listed;
  const signed = writers === undefined ? {} : { writers };
  return { id: record, kind, deleted: false, fields, created, updated, conflict, ...signed };
}

/**
 * A cost of an open case as the rules read it: who asked and who decided by the signatures, and as a conflict only
 * decisions that disagree. Two approvals made apart agree: the one counts that another than the asker signed.
 */
export function plainCost(view: RecordView): PlainRecord {
  const { id, kind, deleted, created, updated } = view;
  const fields: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(view.fields)) fields[name] = field.value;
  const writers: Record<string, string> = {};
  for (const name of signedFieldsOf('cost')) {
    const field = view.fields[name];
    if (field !== undefined) writers[name] = field.by;
  }
  const conflict = (view.fields.decision?.alternatives.length ?? 0) > 1;
  // The fields of two approvals may show different people; the one who signed the decision is the one who counts.
  const decider = view.fields.decision?.by;
  const isNamed = view.fields.decidedBy?.alternatives.some(({ value, by }) => value === by && by === decider);
  if (!conflict && decider !== undefined && isNamed === true) fields['decidedBy'] = decider;
  return { id, kind, deleted, created, updated, fields, conflict, writers };
}

const said = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Decisions that were made without knowing of each other, oldest first; empty where there was one, or none. */
export function decisionsApart(view: RecordView): { by: string; decision: string }[] {
  const { decision, decidedBy } = view.fields;
  const disagreeing = decision?.alternatives ?? [];
  if (disagreeing.length > 1)
    return [...disagreeing]
      .sort((a, b) => a.at - b.at)
      .map(({ by, value }) => ({ by, decision: said(value) }));
  const agreeing = decidedBy?.alternatives ?? [];
  return [...agreeing].sort((a, b) => a.at - b.at).map(({ by }) => ({ by, decision: said(decision?.value) }));
}

export const textOf = (record: Pick<PlainRecord, 'fields'>, field: string): string =>
  said(record.fields[field]);

export function moneyOf(record: Pick<PlainRecord, 'fields'>, field: string): Money | null {
  const value = record.fields[field];
  return isMoney(value) ? value : null;
}

export const momentOf = (record: Pick<PlainRecord, 'fields'>, field: string): number | null => {
  const value = record.fields[field];
  return typeof value === 'number' ? value : null;
};
