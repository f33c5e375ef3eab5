import { useSignal } from '@preact/signals';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Field, focusOnce } from '../look/Field.tsx';

interface Props {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  onValue: (text: string) => void;
  /** Hears whether what is typed can be seen. */
  onShown?: (shown: boolean) => void;
  autoFocus?: boolean;
  /** `new-password` keeps browsers from offering old ones. */
  autocomplete?: 'current-password' | 'new-password';
}

const TEXT = { type: 'text' } as const;
const PASSWORD = { type: 'password' } as const;

/** A passphrase: hidden until its owner wants to see it. */
export function SecretField({
  value,
  onValue,
  onShown,
  autoFocus,
  autocomplete = 'current-password',
  ...field
}: Props) {
  const shown = useSignal(false);
  return (
    <Field {...field}>
      {(control) => (
        <div class="input-with-button">
          <input
            {...control}
            {...(shown.value ? TEXT : PASSWORD)}
            value={value}
            autocomplete={autocomplete}
            autocapitalize="off"
            spellcheck={false}
            ref={autoFocus ? focusOnce : null}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
          <Button
            kind="plain"
            label={`${t(shown.value ? 'account.hide' : 'account.show')}: ${field.label}`}
            onClick={() => {
              shown.value = !shown.value;
              onShown?.(shown.value);
            }}
          >
            {t(shown.value ? 'account.hide' : 'account.show')}
          </Button>
        </div>
      )}
    </Field>
  );
}
