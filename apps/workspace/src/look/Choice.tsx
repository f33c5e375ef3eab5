import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { FieldError } from './Field.tsx';

interface Props {
  type: 'checkbox' | 'radio';
  /** Radios of one question share it. */
  name?: string;
  value?: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** A whole row to press. */
export function Choice({ type, name, value, label, hint, checked, disabled, onChange }: Props) {
  return (
    <label class="choice">
      <input
        type={type}
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {label}
        {hint && <span class="choice-hint">{hint}</span>}
      </span>
    </label>
  );
}

interface GroupProps {
  legend: string;
  hint?: string;
  error?: string | undefined;
  /** Two columns where there is room. */
  two?: boolean;
  children: ComponentChildren;
}

/** The question over its rows. */
export function ChoiceGroup({ legend, hint, error, two, children }: GroupProps) {
  const id = useId();
  return (
    <fieldset class="field" aria-describedby={`${hint ? `${id}-hint ` : ''}${id}-error`}>
      <legend>{legend}</legend>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class={two ? 'choices choices-two' : 'choices'}>{children}</div>
      <FieldError id={`${id}-error`} text={error} />
    </fieldset>
  );
}
