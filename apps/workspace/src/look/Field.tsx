import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { describedBy, FieldFrame } from './FieldFrame.tsx';

/** What a control needs so that its label, hint and error belong to it. */
export interface Control {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

interface Props {
  label: string;
  hint?: string | undefined;
  /** What happened and what to do. */
  error?: string | undefined;
  /** What stands above asks it already: the label is only heard. */
  bare?: boolean;
  children: (control: Control) => ComponentChildren;
}

/** A label, the control that `children` makes, and what there is to say about it. */
export function Field({ label, hint, error, bare = false, children }: Props) {
  const frame = { id: useId(), label, hint, problem: error };
  return (
    <FieldFrame {...frame} bare={bare} labelId={`${frame.id}-label`}>
      {children({
        id: frame.id,
        'aria-describedby': describedBy(frame),
        'aria-invalid': error ? true : undefined,
      })}
    </FieldFrame>
  );
}

interface TextProps extends Omit<Props, 'children'> {
  value: string;
  onValue: (text: string) => void;
  name?: string;
  autoFocus?: boolean;
  autocomplete?: string;
  /** Characters. A longer text stays whole, is said, and keeps the browser from sending the form. */
  max?: number;
  /** Leave typed words alone: names, codes, links. */
  exact?: boolean;
}

/** One line of text. */
export function TextField({
  value,
  onValue,
  name,
  autoFocus,
  autocomplete = 'off',
  max,
  exact,
  error,
  ...field
}: TextProps) {
  const hasFocused = useRef(false);
  const over = max === undefined ? 0 : value.length - max;
  const tooLong = over > 0 ? t('shell.tooLong', { count: over }) : '';
  return (
    <Field {...field} error={tooLong || error}>
      {(control) => (
        <input
          {...control}
          type="text"
          name={name}
          value={value}
          autocomplete={autocomplete}
          autocapitalize={exact ? 'off' : undefined}
          spellcheck={exact ? false : undefined}
          ref={(input) => {
            input?.setCustomValidity(tooLong);
            if (autoFocus === true && !hasFocused.current) {
              hasFocused.current = true;
              focusOnce(input);
            }
          }}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** The attribute `autofocus` works only while a page loads; this works whenever the control appears. */
export function focusOnce(control: HTMLElement | null): void {
  control?.focus({ preventScroll: true });
}

/** After a refused form: puts the cursor into the first answer that needs another look. */
export function showFirstProblem(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
