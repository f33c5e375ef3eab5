import type { RowPlan } from '@dayaq/register';
import type { FieldView, RecordView, Value } from '@dayaq/vault/client';
import type { Room } from '../cases/room.ts';
import { fieldLabel, kindLabel, ValueText } from '../fields/index.ts';

/** What one row becomes, record by record, as it will stand in the case. */
export function RowRecords({ room, plan }: { room: Room; plan: RowPlan }) {
  const { translator, members, country } = room;
  const records = plan.records.map(asView);
  return (
    <>
      {records.map(({ id, kind, fields }) => (
        <p key={id} class="small">
          <span class="strong">{kindLabel(translator, kind)}</span>
          {Object.entries(fields).map(([name, { value }]) => (
            <span key={name}>
              {' · '}
              <span class="muted">{fieldLabel(translator, kind, name)}</span>{' '}
              <ValueText
                kind={kind}
                field={name}
                value={value}
                records={records}
                members={members}
                translator={translator}
                country={country}
              />
            </span>
          ))}
        </p>
      ))}
    </>
  );
}

/** A record that is not written yet, its place in the row for its id. */
function asView({ place, kind, fields }: RowPlan['records'][number]): RecordView {
  const never = { by: '', at: 0 };
  const shown = Object.entries(fields).map(([name, value]): [string, FieldView] => [
    name,
    { value: value as Value, ...never, alternatives: [] },
  ]);
  return {
    id: place,
    kind,
    deleted: false,
    fields: Object.fromEntries(shown),
    created: never,
    updated: never,
  };
}
