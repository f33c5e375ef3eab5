import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Choice, ChoiceGroup } from '../look/Choice.tsx';
import { FieldError } from '../look/FieldFrame.tsx';
import { useVault } from '../vault/session.ts';
import { differs, type PassphraseChoice, weaknessOf } from './passphrase-choice.ts';
import { SecretField } from './SecretField.tsx';

/** Milliseconds without a key after which the strength is measured: a phone needs a while for it. */
const PAUSE = 200;

/** An offered passphrase to take, or one's own with its strength. `tried`: the form was sent, so say what is missing. */
export function NewPassphrase({ choice, tried }: { choice: PassphraseChoice; tried: boolean }) {
  const vault = useVault();
  const name = useId();
  const unfetched = useSignal(false);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { own, offered, typed, again, agrees, seen, strength } = choice;
  const spoken = useSignal(language.value);
  const suggest = (): void => {
    unfetched.value = false;
    const wanted = language.value;
    vault.suggestPassphrase(wanted).then(
      (words) => {
        offered.value = words;
        spoken.value = wanted;
      },
      () => (unfetched.value = true),
    );
  };
  // In another language the words are other words; one's own stays.
  useEffect(() => {
    if (offered.value === '' || spoken.value !== language.value) suggest();
  }, [language.value]);
  useEffect(() => () => clearTimeout(pause.current), []);
  const compare = (): void => {
    const [one, other] = [typed.value, again.value];
    agrees.value = one === other ? true : null;
    if (one === other || other === '') return;
    vault.samePassphrase(one, other).then(
      (isSame) => {
        if (typed.value === one && again.value === other) agrees.value = isSame;
      },
      () => undefined,
    );
  };
  // Somebody is still typing while it is shorter.
  const isDone = again.value !== '' && (tried || again.value.length >= typed.value.length);
  const measure = (text: string): void => {
    typed.value = text;
    compare();
    strength.value = null;
    clearTimeout(pause.current);
    if (text === '') return;
    pause.current = setTimeout(() => {
      vault.passphraseStrength(text).then(
        (level) => {
          if (typed.value === text) strength.value = level;
        },
        () => (unfetched.value = true),
      );
    }, PAUSE);
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
          <output class="offered-words" lang={spoken.value} aria-label={t('account.passphrase.offered')}>
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
            onShown={(shown) => {
              if (shown) seen.value = true;
            }}
            error={tried ? weaknessOf(choice) : undefined}
            autocomplete="new-password"
            autoFocus
          />
          <Strength level={strength.value} />
          {!seen.value && (
            <SecretField
              label={t('account.passphrase.again')}
              hint={t('account.passphrase.againHint')}
              value={again.value}
              onValue={(text) => {
                again.value = text;
                compare();
              }}
              error={
                (tried && weaknessOf(choice) === undefined && differs(choice)) ||
                (isDone && agrees.value === false)
                  ? t('account.passphrase.differs')
                  : undefined
              }
              autocomplete="new-password"
            />
          )}
          {!seen.value && (
            <p class="small muted" role="status">
              {again.value !== '' && agrees.value === true && t('account.passphrase.agrees')}
            </p>
          )}
        </div>
      )}
      {unfetched.value && <FieldError text={t('account.passphrase.unfetched')} />}
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
