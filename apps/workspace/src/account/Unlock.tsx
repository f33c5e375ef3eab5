import { useSignal } from '@preact/signals';
import { t, wantInnerWords } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { showFirstProblem } from '../look/Field.tsx';
import { WipeDevice } from '../settings/WipeDevice.tsx';
import { fetchWithin } from '../shell/fetch-within.ts';
import { say, status, useVault } from '../vault/session.ts';
import { Outside } from './Outside.tsx';
import { OtherPeople } from './OtherPeople.tsx';
import { SecretField } from './SecretField.tsx';

/** Opens this device's vault by its passphrase. The page one was on comes back behind it. */
export function Unlock() {
  return (
    <Outside title={t('account.unlock.title')}>
      <UnlockForm />
      <details>
        <summary>{t('account.unlock.trouble')}</summary>
        <div class="stack">
          <p>{t('account.unlock.forgotten')}</p>
          <WipeDevice />
        </div>
      </details>
      <OtherPeople />
    </Outside>
  );
}

/** How far the device is: after a new version, or a fetch that was cut off, there is something to get ready. */
function busyWords(): string {
  const { preparing } = status.value;
  return preparing === null ? t('account.unlock.busy') : t('account.unlock.preparing', preparing);
}

export function UnlockForm() {
  const vault = useVault();
  const passphrase = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);
  const unlock = async (): Promise<void> => {
    if (busy.value || passphrase.value === '') return;
    busy.value = true;
    problem.value = undefined;
    const outcome = await vault.unlock(passphrase.value);
    busy.value = false;
    if (outcome.ok) passphrase.value = '';
    else problem.value = say(outcome.failure);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        void unlock().then(() => showFirstProblem(form));
      }}
    >
      <SecretField
        label={t('account.passphrase.label')}
        value={passphrase.value}
        onValue={(text) => {
          passphrase.value = text;
          problem.value = undefined;
          void wantInnerWords();
          void fetchWithin().catch(() => undefined);
        }}
        error={problem.value}
        autoFocus
      />
      <Button type="submit" wide busy={busy.value}>
        {busy.value ? busyWords() : t('account.unlock.act')}
      </Button>
    </form>
  );
}
