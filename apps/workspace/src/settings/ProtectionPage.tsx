import { NotProtectedList } from '../account/NotProtected.tsx';
import { t } from '../locale/index.ts';
import { Page } from '../look/Page.tsx';

const PROTECTED = ['sealed', 'members', 'device', 'leaving', 'names'] as const;

/** What is protected and what is not, in plain words. */
export function ProtectionPage() {
  return (
    <Page title={t('settings.protection.title')}>
      <div class="stack stack-loose">
        <section class="stack stack-tight">
          <h2>{t('settings.protection.is')}</h2>
          <ul class="stack stack-tight">
            {PROTECTED.map((point) => (
              <li key={point}>{t(`settings.protection.${point}`)}</li>
            ))}
          </ul>
        </section>
        <section class="stack stack-tight">
          <h2>{t('account.notProtected.title')}</h2>
          <NotProtectedList />
        </section>
      </div>
    </Page>
  );
}
