import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { elsewhere } from './elsewhere.ts';

/** Stands over a form that goes on in another tab, so that nobody writes or saves the same thing twice. */
export function ElsewhereDialog() {
  const form = elsewhere.value.at(-1);
  if (form === undefined) return null;
  const { title, again, close } = form;
  return (
    <Dialog open title={title} onClose={close ?? again}>
      <p>{t('drafts.elsewhere')}</p>
      <div class="buttons dialog-foot">
        <Button onClick={again}>{t('drafts.here')}</Button>
        {close !== undefined && (
          <Button kind="plain" onClick={close}>
            {t('shell.close')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
