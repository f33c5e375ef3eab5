import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Notice } from '../look/Notice.tsx';
import { askForPersistence, persisted } from '../vault/persistence.ts';
import { status } from '../vault/session.ts';

/** Whether the browser may clear what is kept here, and what to do about it. */
export function Keeping() {
  if (status.value.storage === 'memory') return <p>{t('settings.keeping.memory')}</p>;
  if (persisted.value !== false) return persisted.value && <p>{t('settings.keeping.yes')}</p>;
  return (
    <>
      <Notice tone="w">
        <p>{t('settings.keeping.no')}</p>
      </Notice>
      <div class="buttons">
        <Button kind="plain" onClick={() => void askForPersistence()}>
          {t('settings.keeping.ask')}
        </Button>
      </div>
    </>
  );
}

/** The same on the first page, while something is kept here that nobody else has. */
export function NotPersistent() {
  const { storage, sync } = status.value;
  if (storage === 'memory' || persisted.value !== false || sync.waiting === 0) return null;
  return (
    <Notice tone="w">
      <p>
        {t('settings.keeping.no')} <a href="/settings#keeping">{t('shell.settings')}</a>
      </p>
    </Notice>
  );
}
