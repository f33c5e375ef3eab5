import { valuesOf } from '@dayaq/acts/record-values';
import type { RecordView } from '@dayaq/vault/client';
import { type Values, valueText, ValueText } from '../../fields/index.ts';
import { useOpenCase } from './open-case.ts';
import { Button } from '../../look/Button.tsx';

/** One field of a record in words, with a sign where two versions of it stand. */
export function FieldValue({
  record,
  field,
  values = valuesOf(record),
}: {
  record: RecordView;
  field: string;
  /** The record as it is to be read here, where that is less than all it says. */
  values?: Values;
}) {
  const { around, translator, showConflicts } = useOpenCase();
  const view = record.fields[field];
  return (
    <>
      <ValueText {...around} kind={record.kind} field={field} value={values[field]} values={values} />
      {view !== undefined && view.alternatives.length > 1 && (
        <Button kind="link" class="two-versions" onClick={showConflicts}>
          {translator.t('cases.conflict.mark')}
        </Button>
      )}
    </>
  );
}

/** The words of one field, empty where nothing was said. */
export function useWords(): (record: RecordView, field: string) => string {
  const { around } = useOpenCase();
  return (record, field) =>
    valueText({
      ...around,
      kind: record.kind,
      field,
      value: record.fields[field]?.value,
      values: valuesOf(record),
    });
}
