import { useSignal } from '@preact/signals';
import { NewPassphrase } from '../account/NewPassphrase.tsx';
import { chosenPassphrase, usePassphraseChoice } from '../account/passphrase-choice.ts';
import { SecretField } from '../account/SecretField.tsx';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { FieldError } from '../look/FieldFrame.tsx';
import { announce } from '../look/live.tsx';
import { Progress } from '../look/Progress.tsx';
import { renew } from '../reminders/push-device.ts';
import { say, useVault } from '../vault/session.ts';

export function ChangePassphrase() {
  const open = useSignal(false);
  const close = (): void => {
    open.value = false;
  };
  return (
    <>
      <div class="buttons">
        <Button kind="plain" onClick={() => (open.value = true)}>
          {t('settings.passphrase.start')}
        </Button>
      </div>
      <Dialog open={open.value} title={t('settings.passphrase.start')} onClose={close}>
        <ChangeForm onDone={close} />
      </Dialog>
    </>
  );
}

function ChangeForm({ onDone }: { onDone: () => void }) {
  const vault = useVault();
  const old = useSignal('');
  const choice = usePassphraseChoice();
  const busy = useSignal(false);
  const tried = useSignal(false);
  const oldProblem = useSignal<string | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const change = async (): Promise<void> => {
    tried.value = true;
    const fresh = chosenPassphrase(choice);
    if (busy.value || old.value === '' || fresh === '') return;
    busy.value = true;
    problem.value = undefined;
    const outcome = await vault.changePassphrase({ old: old.value, new: fresh });
    busy.value = false;
    if (outcome.ok) {
      announce(t('settings.passphrase.changed'));
      // The server has forgotten every device that it woke; this one stays.
      renew(vault).catch(() => undefined);
      onDone();
    } else if (outcome.failure.code === 'wrong-passphrase') oldProblem.value = say(outcome.failure);
    else problem.value = say(outcome.failure);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <SecretField
        label={t('settings.passphrase.old')}
        value={old.value}
        onValue={(text) => {
          old.value = text;
          oldProblem.value = undefined;
        }}
        error={tried.value && old.value === '' ? t('account.restore.passphraseMissing') : oldProblem.value}
        autoFocus
      />
      <NewPassphrase choice={choice} tried={tried.value} />
      <p class="small muted">{t('settings.passphrase.note')}</p>
      <FieldError text={problem.value} />
      {busy.value && <Progress label={t('account.makingKeys')} />}
      <Button type="submit" busy={busy.value} wide>
        {t('settings.passphrase.act')}
      </Button>
    </form>
  );
}
