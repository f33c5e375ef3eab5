import { currencyDecimals, type Field, isProtective, packOf } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';
import type { ComponentChildren } from 'preact';
import type { Choice } from './inputs/choice-rows.tsx';
import { CodeInput, CodesInput } from './inputs/code-input.tsx';
import { DateInput } from './inputs/date-input.tsx';
import { Choice as ChoiceRow } from '../look/Choice.tsx';
import type { FrameText } from '../look/FieldFrame.tsx';
import { LinkInput } from './inputs/link-input.tsx';
import { PlaceInput } from './inputs/place-input.tsx';
import { NameRows, NameSelect } from './inputs/reference-input.tsx';
import { MoneyInput, NumberInput, TextInput } from './inputs/text-inputs.tsx';
import { textsOf } from '@dayaq/acts/changes-between';
import { choicesOf } from './labels.ts';
import type { Surroundings } from './props.ts';
import { asValue, readCode, readDate, readMoney, readPlace, readText } from './read-value.ts';
import { recordTitle, unitLabel } from './value-text.ts';

interface FieldInputProps extends Surroundings {
  field: Field;
  record: string;
  value: Value | undefined;
  frame: FrameText;
  onChange: (value: Value) => void;
  onReadable: (readable: boolean) => void;
  /** What can be done with a text of this field that is too long for it. */
  tooLong?: ComponentChildren;
}

/** The input that fits a field's type. References with nothing to point to are not asked. */
export function FieldInput({
  field,
  record,
  value,
  frame,
  onChange,
  onReadable,
  tooLong,
  ...around
}: FieldInputProps) {
  const { translator, country } = around;
  const { t } = translator;
  const { type } = field;
  switch (type.is) {
    case 'text':
      return (
        <TextInput
          {...frame}
          translator={translator}
          value={readText(value)}
          max={type.max}
          isLong={type.long ?? false}
          onChange={onChange}
          onReadable={onReadable}
          tooLong={tooLong}
        />
      );
    case 'code':
    case 'answer':
      return (
        <CodeInput
          {...frame}
          translator={translator}
          choices={choicesOf(
            translator,
            type.is === 'answer' ? 'answer' : type.list,
            value === undefined || value === null ? [] : textsOf([value]),
          ).filter(
            (choice) =>
              type.is === 'answer' || choice.code === value || type.without?.includes(choice.code) !== true,
          )}
          value={readCode(value)}
          onChange={onChange}
          firm={field.required === true || isProtective(field)}
        />
      );
    case 'codes':
      return (
        <CodesInput
          {...frame}
          translator={translator}
          choices={choicesOf(translator, type.list, textsOf(value))}
          value={textsOf(value)}
          onChange={onChange}
        />
      );
    case 'flag':
      return (
        <ChoiceRow
          type="checkbox"
          id={frame.id}
          label={frame.label}
          hint={frame.hint}
          checked={value === true}
          onChange={onChange}
        />
      );
    case 'date':
      return (
        <DateInput
          {...frame}
          translator={translator}
          value={readDate(value)}
          isOurs={type.ours === true}
          onChange={(date) => onChange(asValue(date))}
          onReadable={onReadable}
        />
      );
    case 'place':
      return (
        <PlaceInput
          {...frame}
          translator={translator}
          country={country}
          value={readPlace(value)}
          onChange={(place) => onChange(asValue(place))}
          onReadable={onReadable}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...frame}
          value={typeof value === 'number' ? value : null}
          unit={
            type.unit === undefined || type.unit === 'year'
              ? undefined
              : unitLabel(translator, type.unit, typeof value === 'number' ? value : null)
          }
          isInteger={type.integer}
          unreadable={t('fields.problem.number')}
          onChange={onChange}
          onReadable={onReadable}
        />
      );
    case 'money': {
      const money = readMoney(value);
      const currency = money?.currency ?? packOf(country)?.currency.code ?? 'USD';
      return (
        <MoneyInput
          {...frame}
          value={money}
          currency={currency}
          decimals={currencyDecimals(currency)}
          unreadable={t('fields.problem.number')}
          onChange={(amount) => onChange(asValue(amount))}
          onReadable={onReadable}
        />
      );
    }
    case 'reference':
    case 'references': {
      const choices = recordChoices(type.kind, record, around);
      const held = type.is === 'reference' ? readCode(value) : null;
      if (choices.length === 0) return null;
      return type.is === 'reference' ? (
        <NameSelect
          {...frame}
          choices={choices}
          value={held}
          nothing={t('fields.notAnswered')}
          onChange={onChange}
        />
      ) : (
        <NameRows {...frame} choices={choices} value={textsOf(value)} onChange={onChange} />
      );
    }
    case 'link':
    case 'links': {
      const find = around.links?.finder(type.to.kinds);
      if (around.links === undefined || find === undefined) return null;
      const held = type.is === 'links' ? textsOf(value) : [readCode(value)].filter((id) => id !== null);
      return (
        <LinkInput
          {...frame}
          translator={translator}
          nameOf={(id) => around.links?.nameOf(id)}
          find={find}
          value={held}
          onChange={(ids) => onChange(type.is === 'links' ? ids : (ids.at(-1) ?? null))}
        />
      );
    }
    case 'member':
      return (
        <NameSelect
          {...frame}
          choices={around.members
            .filter((member) => !member.removed || member.account === value)
            .map((member) => ({ code: member.account, label: member.name }))}
          value={readCode(value)}
          nothing={t('fields.nobody')}
          onChange={onChange}
        />
      );
    case 'moment':
    case 'blob':
    case 'fields':
      return null;
  }
}

function recordChoices(kind: string, except: string, around: Surroundings): Choice[] {
  return around.records
    .filter((other) => other.kind === kind && !other.deleted && other.id !== except)
    .map((other) => ({ code: other.id, label: recordTitle(other, around) }));
}
