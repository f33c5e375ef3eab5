import type { Money } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { describedBy, FieldFrame, type FrameText } from './field-frame.tsx';
import { useTooLong } from './too-long.ts';

/** From this share of the limit on, the form says how much room is left. */
const NEAR_LIMIT = 0.9;

interface TextInputProps extends FrameText {
  translator: Translator;
  value: string;
  /** Characters. */
  max: number;
  isLong: boolean;
  onChange: (value: string | null) => void;
  /** Told when the text stops or starts fitting: what does not fit stays whole, and cannot be saved here. */
  onReadable?: ((readable: boolean) => void) | undefined;
  /** What can be done with a text that does not fit. */
  tooLong?: ComponentChildren;
}

export function TextInput({
  translator,
  value,
  max,
  isLong,
  onChange,
  onReadable,
  tooLong,
  ...given
}: TextInputProps) {
  const over = useTooLong(translator, value, max, onReadable);
  const frame = { ...given, problem: over ?? given.problem };
  const shared = {
    id: frame.id,
    value,
    'aria-describedby': describedBy(frame),
    'aria-invalid': frame.problem !== undefined,
  };
  const put = (text: string) => onChange(text === '' ? null : text);
  const left = max - value.length;
  return (
    <FieldFrame {...frame}>
      {isLong ? (
        <textarea {...shared} onInput={(event) => put(event.currentTarget.value)} />
      ) : (
        <input
          class="input"
          type="text"
          autocomplete="off"
          {...shared}
          onInput={(event) => put(event.currentTarget.value)}
        />
      )}
      {over !== undefined && tooLong}
      {over === undefined && value.length > max * NEAR_LIMIT && (
        <p class="field-hint" aria-live="polite">
          {translator.t('fields.text.left', { count: left })}
        </p>
      )}
    </FieldFrame>
  );
}

interface NumberInputProps extends FrameText {
  value: number | null;
  unit: string | undefined;
  isInteger: boolean;
  unreadable: string;
  onChange: (value: number | null) => void;
  onReadable?: ((readable: boolean) => void) | undefined;
}

/** A number typed with a comma or a point. Spin buttons and scroll wheels change figures by accident: there are none. */
export function NumberInput({
  value,
  unit,
  isInteger,
  unreadable,
  onChange,
  onReadable,
  ...frame
}: NumberInputProps) {
  const [text, setText] = useState(value === null ? '' : String(value));
  const isUnclear = text.trim() !== '' && readNumber(text, isInteger) === null;
  const problem = frame.problem ?? (isUnclear ? unreadable : undefined);
  return (
    <FieldFrame {...frame} problem={problem}>
      <span class="with-unit">
        <input
          id={frame.id}
          class="input input-short"
          type="text"
          inputMode={isInteger ? 'numeric' : 'decimal'}
          autocomplete="off"
          aria-describedby={describedBy({ ...frame, problem })}
          aria-invalid={problem !== undefined}
          value={text}
          onInput={(event) => {
            const next = event.currentTarget.value;
            setText(next);
            const number = readNumber(next, isInteger);
            onReadable?.(next.trim() === '' || number !== null);
            onChange(number);
          }}
        />
        {unit !== undefined && <span class="field-unit">{unit}</span>}
      </span>
    </FieldFrame>
  );
}

interface MoneyInputProps extends FrameText {
  value: Money | null;
  currency: string;
  /** Digits of the currency's smallest unit. */
  decimals: number;
  unreadable: string;
  onChange: (value: Money | null) => void;
  onReadable?: ((readable: boolean) => void) | undefined;
}

/** An amount in the country's currency; one that was noted in another keeps its own. */
export function MoneyInput({
  value,
  currency,
  decimals,
  unreadable,
  onChange,
  onReadable,
  ...frame
}: MoneyInputProps) {
  const unit = value?.currency ?? currency;
  const scale = 10 ** decimals;
  return (
    <NumberInput
      {...frame}
      value={value === null ? null : value.minor / scale}
      unit={unit}
      isInteger={false}
      unreadable={unreadable}
      onReadable={onReadable}
      onChange={(amount) =>
        onChange(amount === null ? null : { minor: Math.round(amount * scale), currency: unit })
      }
    />
  );
}

/** "1 250,50" and "1250.5" are the same number; null when the text is none. */
export function readNumber(text: string, isInteger: boolean): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (!(isInteger ? /^-?\d{1,15}$/ : /^-?\d{1,12}(\.\d{1,6})?$/).test(plain)) return null;
  return Number(plain);
}
