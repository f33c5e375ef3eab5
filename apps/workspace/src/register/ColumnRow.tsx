import {
  type Column,
  type ColumnUse,
  fieldsFor,
  type Proposal,
  type Subject,
  SUBJECTS,
  type Target,
  targetField,
  targetName,
  useFor,
  type Words,
} from '@dayaq/register';
import type { Room } from '../cases/room.ts';
import { kindLabel } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Choice, ChoiceGroup } from '../look/Choice.tsx';
import { Field } from '../look/Field.tsx';
import { Tag } from '../look/Tag.tsx';
import { targetLabel } from './target-label.ts';
import { Values } from './Values.tsx';
import { ORDERS, whichDay } from './which-day.ts';

interface Props {
  room: Room;
  words: Words;
  year: number;
  about: Subject;
  column: Column;
  values: ReadonlyMap<string, number>;
  use: ColumnUse;
  proposed: Proposal['columns'][number];
  onUse: (use: ColumnUse) => void;
}

/** One column: its name, some of its values, and what becomes of it. */
export function ColumnRow({ room, words, year, about, column, values, use, proposed, onUse }: Props) {
  const { translator } = room;
  const name = column.name === '' ? t('register.unnamed', { number: column.at + 1 }) : column.name;
  const isCode = proposed.out === 'person-code';
  const field = use.as === 'field' ? targetField(use.target) : undefined;
  const doubtful = field?.type.is === 'date' ? whichDay(values.keys(), year) : null;
  return (
    <li class="row">
      <div class="stack stack-tight">
        <Field label={name} hint={hintOf(proposed)}>
          {(control) => (
            <select
              {...control}
              value={use.as === 'field' ? targetName(use.target) : use.as}
              disabled={isCode}
              onChange={(event) => onUse(chosen(event.currentTarget.value, values, words, year))}
            >
              {!isCode && <option value="note">{t('register.toNote')}</option>}
              <option value="out">{t('register.leave')}</option>
              {SUBJECTS[about].map((kind) => (
                <optgroup key={kind} label={kindLabel(translator, kind)}>
                  {fieldsFor(kind).map((each) => (
                    <option key={each.name} value={`${kind}.${each.name}`}>
                      {targetLabel(translator, { kind, field: each.name })}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        <p class="row-note">
          {column.hidden && <Tag>{t('register.hiddenColumn')}</Tag>}
          {proposed.out === null && <Sureness sureness={proposed.sureness} />}
        </p>
        {use.as === 'field' && doubtful !== null && (
          <ChoiceGroup legend={t('register.order', { value: doubtful })} chips>
            {ORDERS.map((order) => (
              <Choice
                key={order}
                type="radio"
                name={`order-${column.at}`}
                label={t(order === 'day-first' ? 'register.dayFirst' : 'register.monthFirst')}
                checked={use.order === order}
                onChange={() => onUse({ ...use, order })}
              />
            ))}
          </ChoiceGroup>
        )}
        {use.as === 'field' && field !== undefined && (
          <Values room={room} words={words} field={field} values={values} use={use} onUse={onUse} />
        )}
      </div>
    </li>
  );
}

/** Why it is left out, or what stands in it. */
function hintOf({ out, examples }: Proposal['columns'][number]): string | undefined {
  if (out !== null) return t(`register.out.${out}`);
  const values = examples.map((value) => (value.length > 40 ? `${value.slice(0, 40)}…` : value)).join(' · ');
  return values === '' ? undefined : t('register.examples', { values });
}

function Sureness({ sureness }: { sureness: Proposal['columns'][number]['sureness'] }) {
  switch (sureness) {
    case 'sure':
      return <Tag tone="o">{t('register.sure')}</Tag>;
    case 'guess':
      return <Tag tone="w">{t('register.guess')}</Tag>;
    case 'none':
      return <Tag>{t('register.unsure')}</Tag>;
  }
}

function chosen(value: string, values: ReadonlyMap<string, number>, words: Words, year: number): ColumnUse {
  if (value === 'note' || value === 'out') return { as: value };
  const [kind, field] = value.split('.');
  return useFor({ kind, field } as Target, values, words, year);
}
