import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Choice, ChoiceGroup } from '../look/Choice.tsx';
import { useVault } from '../vault/session.ts';
import { SecretField } from './SecretField.tsx';

/** What the form needs to know: the passphrase as it stands, or empty while it is not good enough. */
export interface PassphraseChoice {
  /** The generated one is taken unless its owner wants another way. */
  own: Signal<boolean>;
  offered: Signal<string>;
  typed: Signal<string>;
  strength: Signal<'weak' | 'fair' | 'strong' | null>;
}

export function usePassphraseChoice(): PassphraseChoice {
  return {
    own: useSignal(false),
    offered: useSignal(''),
    typed: useSignal(''),
    strength: useSignal<'weak' | 'fair' | 'strong' | null>(null),
  };
}

export function chosenPassphrase(choice: PassphraseChoice): string {
  if (!choice.own.value) return choice.offered.value;
  return choice.strength.value === 'weak' ? '' : choice.typed.value;
}

/** A generated passphrase to take, or one's own with its strength. */
export function NewPassphrase({ choice, error }: { choice: PassphraseChoice; error?: string | undefined }) {
  const vault = useVault();
  const name = useId();
  const { own, offered, typed, strength } = choice;
  const suggest = (): void => void vault.suggestPassphrase().then((words) => (offered.value = words));
  useEffect(() => {
    if (offered.value === '') suggest();
  }, []);
  const measure = (text: string): void => {
    typed.value = text;
    if (text === '') {
      strength.value = null;
      return;
    }
    void vault.passphraseStrength(text).then((level) => {
      if (typed.value === text) strength.value = level;
    });
  };
  return (
    <ChoiceGroup legend={t('account.passphrase.new')} hint={t('account.passphrase.newHint')}>
      <Choice
        type="radio"
        name={name}
        label={t('account.passphrase.offered')}
        hint={t('account.passphrase.offeredHint')}
        checked={!own.value}
        onChange={() => (own.value = false)}
      />
      {!own.value && (
        <div class="offered">
          <output class="offered-words" lang="en" aria-label={t('account.passphrase.offered')}>
            {offered.value || '…'}
          </output>
          <Button kind="quiet" small onClick={suggest}>
            {t('account.passphrase.another')}
          </Button>
        </div>
      )}
      <Choice
        type="radio"
        name={name}
        label={t('account.passphrase.own')}
        hint={t('account.passphrase.ownHint')}
        checked={own.value}
        onChange={() => (own.value = true)}
      />
      {own.value && (
        <div class="offered">
          <SecretField
            label={t('account.passphrase.ownLabel')}
            value={typed.value}
            onValue={measure}
            error={error}
            autocomplete="new-password"
            autoFocus
          />
          <Strength level={strength.value} />
        </div>
      )}
    </ChoiceGroup>
  );
}

const STEPS = { weak: 1, fair: 2, strong: 3 } as const;

function Strength({ level }: { level: keyof typeof STEPS | null }) {
  return (
    <div class="strength" data-level={level ?? 'none'} role="status">
      <span class="strength-bars" aria-hidden="true">
        {[1, 2, 3].map((step) => (
          <i key={step} class={level !== null && STEPS[level] >= step ? 'on' : undefined} />
        ))}
      </span>
      <span class="small">
        {level === null ? t('account.strength.none') : t(`account.strength.${level}`)}
      </span>
    </div>
  );
}
