import { valuesOf } from '@dayaq/acts/record-values';
import type { RecordView } from '@dayaq/vault/client';
import { fieldLabel, type Surroundings, ValueText, valueText } from '../fields/index.ts';

interface Props {
  record: RecordView;
  fields: readonly string[];
  around: Surroundings;
}

/** What a record says, field by field with its name; nothing where it says nothing. */
export function Facts({ record, fields, around }: Props) {
  const values = valuesOf(record);
  const of = (field: string) => ({ ...around, kind: record.kind, field, value: values[field], values });
  const said = fields.filter((field) => valueText(of(field)) !== '');
  if (said.length === 0) return null;
  return (
    <dl class="story-facts">
      {said.map((field) => (
        <div key={field}>
          <dt>{fieldLabel(around.translator, record.kind, field)}</dt>
          <dd class="value-long">
            <ValueText {...of(field)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
