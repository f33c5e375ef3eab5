import { codeList, type Field } from '@dayaq/domain';
import {
  type CodeChoice,
  type ColumnUse,
  differentValues,
  MOST_VALUES,
  valueKey,
  type Words,
} from '@dayaq/register';
import { useId, useMemo, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { choicesOf } from '../fields/labels.ts';
import { t } from '../locale/index.ts';

interface Props {
  room: Room;
  words: Words;
  field: Field;
  values: ReadonlyMap<string, number>;
  use: Extract<ColumnUse, { as: 'field' }>;
  onUse: (use: ColumnUse) => void;
}

/** What the values of a column mean that do not say it by themselves, or only perhaps. */
export function Values({ room, words, field, values, use, onUse }: Props) {
  const list = listOf(field);
  const asked = useMemo(
    () =>
      list === null
        ? []
        : differentValues(values, list, words).filter((value) => words.codeOf(list, value) === null),
    [values, list, words],
  );
  const [isOpen, setIsOpen] = useState(true);
  // An age is read as a number first.
  if (list === null || asked.length === 0 || field.name === 'ageBand') return null;
  const put = (value: string, choice: CodeChoice | null): void => {
    const { [valueKey(value)]: _, ...others } = use.choices;
    onUse({ ...use, choices: choice === null ? others : { ...others, [valueKey(value)]: choice } });
  };
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('register.values', { count: asked.length })}</summary>
      <div class="stack stack-tight">
        <p class="small muted">{t('register.valuesHint')}</p>
        {asked.map((value) => (
          <OneValue
            key={valueKey(value)}
            room={room}
            list={list}
            value={value}
            choice={use.choices[valueKey(value)] ?? null}
            onChoice={(choice) => put(value, choice)}
          />
        ))}
        {asked.length >= MOST_VALUES && <p class="small">{t('register.manyValues')}</p>}
      </div>
    </details>
  );
}

interface OneProps {
  room: Room;
  list: string;
  value: string;
  choice: CodeChoice | null;
  onChoice: (choice: CodeChoice | null) => void;
}

function OneValue({ room, list, value, choice, onChoice }: OneProps) {
  const id = useId();
  const hasOther = codeList(list)?.codes.some(({ code }) => code === 'other') === true;
  const now = choice === null ? '' : 'code' in choice ? `code ${choice.code}` : choice.as;
  return (
    <div class="register-value">
      <label for={id}>{value}</label>
      <select
        id={id}
        value={now}
        onChange={(event) => {
          const said = event.currentTarget.value;
          if (said === '') onChoice(null);
          else if (said === 'other' || said === 'out') onChoice({ as: said });
          else onChoice({ code: said.slice('code '.length) });
        }}
      >
        <option value="">{t('register.choosePlease')}</option>
        {hasOther && <option value="other">{t('register.asOther')}</option>}
        <option value="out">{t('register.valueOut')}</option>
        {choicesOf(room.translator, list)
          .filter(({ code }) => code !== 'other')
          .map(({ code, label }) => (
            <option key={code} value={`code ${code}`}>
              {label}
            </option>
          ))}
      </select>
    </div>
  );
}

function listOf({ type }: Field): string | null {
  switch (type.is) {
    case 'code':
    case 'codes':
      return type.list;
    case 'answer':
      return 'answer';
    default:
      return null;
  }
}
