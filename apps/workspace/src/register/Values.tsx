import { codeList, type Field } from '@dayaq/domain';
import {
  type CodeChoice,
  type ColumnUse,
  countedValues,
  MOST_VALUES,
  valueKey,
  type Words,
} from '@dayaq/register';
import type { ComponentChildren } from 'preact';
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

/** What the values of a column mean: those to be chosen, and those that were read by themselves, for whoever looks at them. */
export function Values({ room, words, field, values, use, onUse }: Props) {
  const list = listOf(field);
  const all = useMemo(
    () =>
      list === null
        ? []
        : countedValues(values, list, words).map((each) => ({
            ...each,
            read: words.codeOf(list, each.value),
          })),
    [values, list, words],
  );
  // An age is read as a number first.
  if (list === null || field.name === 'ageBand') return null;
  const put = (value: string, choice: CodeChoice | null): void => {
    const { [valueKey(value)]: _, ...others } = use.choices;
    onUse({ ...use, choices: choice === null ? others : { ...others, [valueKey(value)]: choice } });
  };
  const one = ({ value, count, read }: (typeof all)[number]) => (
    <OneValue
      key={valueKey(value)}
      room={room}
      list={list}
      value={value}
      count={count}
      choice={use.choices[valueKey(value)] ?? (read === null ? null : { code: read })}
      onChoice={(choice) => put(value, choice)}
    />
  );
  const asked = all.filter(({ read }) => read === null);
  const known = all.filter(({ read }) => read !== null);
  return (
    <>
      {asked.length > 0 && (
        <Unfolded summary={t('register.values', { count: asked.length })}>
          <p class="small muted">{t('register.valuesHint')}</p>
          {asked.map(one)}
          {all.length >= MOST_VALUES && <p class="small">{t('register.manyValues')}</p>}
        </Unfolded>
      )}
      {known.length > 0 && (
        <details>
          <summary>{t('register.read', { count: known.length })}</summary>
          <div class="stack stack-tight">{known.map(one)}</div>
        </details>
      )}
    </>
  );
}

function Unfolded({ summary, children }: { summary: string; children: ComponentChildren }) {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      <div class="stack stack-tight">{children}</div>
    </details>
  );
}

interface OneProps {
  room: Room;
  list: string;
  value: string;
  /** Cells that have it. */
  count: number;
  choice: CodeChoice | null;
  onChoice: (choice: CodeChoice | null) => void;
}

function OneValue({ room, list, value, count, choice, onChoice }: OneProps) {
  const id = useId();
  const hasOther = codeList(list)?.codes.some(({ code }) => code === 'other') === true;
  const now = choice === null ? '' : 'code' in choice ? `code ${choice.code}` : choice.as;
  return (
    <div class="register-value">
      <span>
        <label for={id}>{value}</label> <span class="muted small">{t('register.inRows', { count })}</span>
      </span>
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
