import { amountOf, CURRENCIES, type Money, parseMoney } from '@dayaq/domain';
import { t } from '../locale/index.ts';
import { Field } from '../look/Field.tsx';

/** An amount as it is being typed. */
export interface Typed {
  text: string;
  currency: string;
}

export function typedOf(money: Money | null, currency: string): Typed {
  return money === null
    ? { text: '', currency }
    : { text: amountOf(money).replace(/\.00$/, ''), currency: money.currency };
}

/** The amount that was typed; null where there is none or it cannot be read. */
export function amountTyped({ text, currency }: Typed): Money | null {
  return parseMoney(text, currency);
}

interface Props {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: Typed;
  onChange: (value: Typed) => void;
  /** Others than the shown currency may be chosen. */
  choosesCurrency?: boolean;
}

/** One amount with its currency beside it. Nothing is rounded: what cannot be read exactly is asked again. */
export function AmountField({ label, hint, error, value, onChange, choosesCurrency }: Props) {
  const choices = CURRENCIES.includes(value.currency) ? CURRENCIES : [...CURRENCIES, value.currency];
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <span class="cost-amount-field">
          <input
            {...control}
            type="text"
            inputMode="decimal"
            autocomplete="off"
            value={value.text}
            onInput={(event) => onChange({ ...value, text: event.currentTarget.value })}
          />
          {choosesCurrency === true ? (
            <select
              aria-label={`${t('costs.ask.currency')}: ${label}`}
              value={value.currency}
              onChange={(event) => onChange({ ...value, currency: event.currentTarget.value })}
            >
              {choices.map((code) => (
                <option key={code} value={code}>
                  {code}
                </option>
              ))}
            </select>
          ) : (
            <span class="muted">{value.currency}</span>
          )}
        </span>
      )}
    </Field>
  );
}
