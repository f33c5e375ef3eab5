import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { TextField } from '../look/Field.tsx';
import { forgetProgram } from '../shell/offline.ts';
import { away } from '../shell/leave.ts';
import { WaitingInterviews } from '../surveys/interview/WaitingInterviews.tsx';
import { status, useVault } from '../vault/session.ts';
import { leaveShelf, lookForOthers, takenShelves } from '../vault/shelves.ts';

/** Takes everything off this device, after a word was typed that nobody types by accident. */
export function WipeDevice() {
  const open = useSignal(false);
  return (
    <>
      <div class="buttons">
        <Button kind="danger" onClick={() => (open.value = true)}>
          {t('settings.wipe.start')}
        </Button>
      </div>
      <Dialog open={open.value} title={t('settings.wipe.title')} onClose={() => (open.value = false)}>
        <WipeForm onCancel={() => (open.value = false)} />
      </Dialog>
    </>
  );
}

/** The program too, where nobody else on this device needs it. */
async function forgetEverything(): Promise<void> {
  await forgetProgram();
  try {
    localStorage.clear();
  } catch {
    // Nothing was kept there, then.
  }
}

function WipeForm({ onCancel }: { onCancel: () => void }) {
  const vault = useVault();
  const typed = useSignal('');
  const busy = useSignal(false);
  const tried = useSignal(false);
  const word = t('settings.wipe.word');
  const matches = typed.value.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
  const { waiting } = status.value.sync;
  useEffect(() => void lookForOthers(), []);
  const hasOthers = (takenShelves.value?.length ?? 0) > 1;
  const wipe = async (): Promise<void> => {
    tried.value = true;
    if (!matches || busy.value) return;
    busy.value = true;
    await vault.wipe();
    if (!(await leaveShelf())) await forgetEverything();
    location.replace(away());
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void wipe();
      }}
    >
      <p>{t('settings.wipe.what')}</p>
      {waiting > 0 && <p class="strong">{t('settings.wipe.unsent', { count: waiting })}</p>}
      <WaitingInterviews />
      <p>{t('settings.wipe.back')}</p>
      {hasOthers && <p>{t('settings.wipe.others')}</p>}
      <TextField
        label={t('settings.wipe.confirm', { word })}
        value={typed.value}
        onValue={(text) => (typed.value = text)}
        error={tried.value && !matches ? t('settings.wipe.confirm', { word }) : undefined}
        exact
      />
      <div class="buttons">
        <Button kind="danger" type="submit" busy={busy.value} disabled={!matches}>
          {busy.value ? t('settings.wipe.busy') : t('settings.wipe.act')}
        </Button>
        <Button kind="plain" onClick={onCancel}>
          {t('people.cancel')}
        </Button>
      </div>
    </form>
  );
}
