import type { Money } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { readMoney } from '../fields/read-value.ts';
import { AmountField, amountTyped, typedOf } from './AmountField.tsx';

interface Props {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: Value | undefined;
  /** Where there is no amount yet. */
  currency: string;
  onChange: (money: Value) => void;
  /** Told when what is typed stops or starts being an amount. */
  onReadable: (readable: boolean) => void;
  choosesCurrency?: boolean;
}

/** An amount of a record. It holds the text as typed, and gives on what can be read of it. */
export function MoneyField({ value, currency, onChange, onReadable, ...field }: Props) {
  const [typed, setTyped] = useState(() => typedOf(readMoney(value), currency));
  return (
    <AmountField
      {...field}
      value={field.choosesCurrency === true ? typed : { ...typed, currency }}
      onChange={(next) => {
        setTyped(next);
        const money: Money | null = amountTyped(next);
        onReadable(next.text.trim() === '' || money !== null);
        onChange(money === null ? null : { ...money });
      }}
    />
  );
}
