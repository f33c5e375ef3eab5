import { type Asked, type Chosen, type Encoding, ENCODINGS } from '@dayaq/register';
import { t } from '../locale/index.ts';
import { Field } from '../look/Field.tsx';

/** Another sheet, other letters, another row of names than were found. */
export function Otherwise({ chosen, onAsked }: { chosen: Chosen; onAsked: (asked: Asked) => void }) {
  const { encoding, sheets, sheet, table } = chosen;
  const now: Asked = { sheet, ...(encoding === null ? {} : { encoding }) };
  return (
    <div class="stack stack-tight">
      {sheets.length > 1 && (
        <Field label={t('register.sheet')}>
          {(control) => (
            <select
              {...control}
              value={sheet}
              onChange={(event) => onAsked({ ...now, sheet: event.currentTarget.value })}
            >
              {sheets.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {encoding !== null && (
        <Field label={t('register.encoding')}>
          {(control) => (
            <select
              {...control}
              value={encoding}
              onChange={(event) => onAsked({ encoding: event.currentTarget.value as Encoding })}
            >
              {ENCODINGS.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={t('register.header')}>
        {(control) => (
          <input
            {...control}
            type="number"
            min={1}
            value={table.header}
            onChange={(event) => {
              const header = Number(event.currentTarget.value);
              if (Number.isInteger(header) && header > 0) onAsked({ ...now, header });
            }}
          />
        )}
      </Field>
    </div>
  );
}
