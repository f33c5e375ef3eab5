import { valuesOf } from '@dayaq/acts/record-values';
import type { RecordView } from '@dayaq/vault/client';
import { fieldLabel, type Surroundings, valueText } from '../fields/index.ts';
import './to-read.css';

/** What a record says already, above a form that answers it. */
export function ToRead({
  record,
  fields,
  around,
}: {
  record: RecordView;
  fields: readonly string[];
  around: Surroundings;
}) {
  const values = valuesOf(record);
  const said = fields
    .map((field) => ({
      field,
      text: valueText({ ...around, kind: record.kind, field, value: values[field], values }),
    }))
    .filter(({ text }) => text !== '');
  if (said.length === 0) return null;
  return (
    <dl class="to-read">
      {said.map(({ field, text }) => (
        <div key={field}>
          <dt>{fieldLabel(around.translator, record.kind, field)}</dt>
          <dd dir="auto">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
