import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Page } from '../look/Page.tsx';

export function NotFound() {
  return (
    <Page title={t('shell.notFound.title')} back="/today">
      <div class="stack">
        <p>{t('shell.notFound.text')}</p>
        <div class="buttons">
          <Button href="/today">{t('shell.today')}</Button>
        </div>
      </div>
    </Page>
  );
}
