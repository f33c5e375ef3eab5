import { kindOf } from '@dayaq/domain';
import type { RowPlan, RowRecord } from '@dayaq/register';
import type { Id, SaveTogether, Value } from '@dayaq/vault/client';
import { changesBetween } from '@dayaq/acts/changes-between';

/** What rows become, as one act. `idOf`: the id of a place of the plan; `reference`: of the form that `newReference` makes. */
export function actOf(plan: RowPlan, idOf: (place: string) => Id, reference: string): SaveTogether {
  const changes = plan.records.map((record) => {
    const kind = kindOf(record.kind);
    if (kind === undefined) throw new Error(`there is no kind ${record.kind}`);
    const fields = withIds(record, idOf);
    if (record.kind === 'case') fields.reference = reference;
    return { kind: record.kind, record: idOf(record.place), fields: changesBetween(kind, {}, fields) };
  });
  return { dossier: idOf(plan.root), changes, begins: true };
}

/** Places within the plan become ids where a field names records. */
function withIds({ kind, fields }: RowRecord, idOf: (place: string) => Id): Record<string, Value> {
  const known = new Map((kindOf(kind)?.fields ?? []).map(({ name, type }) => [name, type.is]));
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]): [string, Value] => {
      const type = known.get(name);
      if (type === 'reference' && typeof value === 'string') return [name, idOf(value)];
      if (type === 'references' && Array.isArray(value)) return [name, value.map(idOf)];
      return [name, value as Value];
    }),
  );
}
