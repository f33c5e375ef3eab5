import { useState } from 'preact/hooks';
import { t } from '../../src/locale/index.ts';
import { Button } from '../../src/look/Button.tsx';
import { Dialog } from '../../src/look/Dialog.tsx';
import { Page } from '../../src/look/Page.tsx';

export function PageFrame() {
  return (
    <div class="gallery-page">
      <Page title={t('shell.today')} back="#back">
        <h2>{t('today.danger.title')}</h2>
        <h3>Təranə</h3>
        <p>{t('cases.list.emptyHint')}</p>
        <p class="small muted">{t('cases.conflict.explain')}</p>
      </Page>
    </div>
  );
}

/** Alone in the page it is open, as it is photographed. */
export function Dialogs() {
  const [open, setOpen] = useState(new URLSearchParams(location.search).has('part'));
  return (
    <>
      <Button kind="plain" onClick={() => setOpen(true)}>
        {t('cases.conflict.choose')}
      </Button>
      <Dialog open={open} title={t('cases.conflict.title')} onClose={() => setOpen(false)}>
        <p>{t('cases.conflict.explain')}</p>
        <div class="buttons dialog-foot">
          <Button>{t('cases.conflict.keep')}</Button>
          <Button kind="plain" onClick={() => setOpen(false)}>
            {t('cases.conflict.later')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
