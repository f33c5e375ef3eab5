import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { FieldGroup } from './FieldFrame.tsx';

interface Props {
  type: 'checkbox' | 'radio';
  /** Radios of one question share it. */
  name?: string;
  value?: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  checked: boolean;
  disabled?: boolean;
  id?: string;
  onChange: (checked: boolean) => void;
  /** On the chosen one, pressed again. */
  onAgain?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** A whole row to press. */
export function Choice({
  type,
  name,
  value,
  label,
  hint,
  checked,
  disabled,
  id,
  onChange,
  onAgain,
  onKeyDown,
}: Props) {
  return (
    <label class="choice">
      <input
        type={type}
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        id={id}
        onChange={(event) => onChange(event.currentTarget.checked)}
        onClick={() => checked && onAgain?.()}
        onKeyDown={onKeyDown}
      />
      <span>
        {label}
        {hint && <span class="choice-hint">{hint}</span>}
      </span>
    </label>
  );
}

interface GroupProps {
  legend: ComponentChildren;
  /** The legend is for readers alone: a title above asks it already. */
  bare?: boolean;
  hint?: string;
  error?: string | undefined;
  /** Two columns where there is room. */
  two?: boolean;
  /** Pills that flow, each a word or two. */
  chips?: boolean;
  children: ComponentChildren;
}

/** The question over its rows. */
export function ChoiceGroup({ legend, bare, hint, error, two, chips, children }: GroupProps) {
  return (
    <FieldGroup id={useId()} label={legend} bare={bare === true} hint={hint} problem={error}>
      <div class={chips ? 'choices choices-chips' : two ? 'choices choices-two' : 'choices'}>{children}</div>
    </FieldGroup>
  );
}
