import { useSignal } from '@preact/signals';
import { KitSheet } from '../account/Kit.tsx';
import { KIT_KEPT } from '../account/kit-kept.ts';
import { SecretField } from '../account/SecretField.tsx';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { say, useVault } from '../vault/session.ts';

/** The kit once more, for who can show the passphrase. */
export function ShowKit() {
  const vault = useVault();
  const asking = useSignal(false);
  const passphrase = useSignal('');
  const busy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const words = useSignal<string[] | null>(null);
  const show = async (): Promise<void> => {
    if (busy.value || passphrase.value === '') return;
    busy.value = true;
    const outcome = await vault.kit(passphrase.value);
    busy.value = false;
    if (outcome.ok) {
      words.value = outcome.value.kit;
      passphrase.value = '';
    } else problem.value = say(outcome.failure);
  };
  const hide = (): void => {
    words.value = null;
    asking.value = false;
  };
  if (words.value !== null) {
    return (
      <div class="stack">
        <KitSheet words={words.value} />
        <div class="buttons">
          <Button
            onClick={() => {
              void vault.setPreference(KIT_KEPT, true);
              hide();
            }}
          >
            {t('settings.kit.written')}
          </Button>
          <Button kind="plain" onClick={hide}>
            {t('settings.kit.hide')}
          </Button>
        </div>
      </div>
    );
  }
  if (!asking.value) {
    return (
      <div class="buttons">
        <Button kind="plain" onClick={() => (asking.value = true)}>
          {t('settings.kit.showAgain')}
        </Button>
      </div>
    );
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void show();
      }}
    >
      <SecretField
        label={t('account.passphrase.label')}
        hint={t('settings.kit.askPassphrase')}
        value={passphrase.value}
        onValue={(text) => {
          passphrase.value = text;
          problem.value = undefined;
        }}
        error={problem.value}
        autoFocus
      />
      <div class="buttons">
        <Button type="submit" busy={busy.value}>
          {t('settings.kit.show')}
        </Button>
        <Button kind="plain" onClick={hide}>
          {t('people.cancel')}
        </Button>
      </div>
    </form>
  );
}
