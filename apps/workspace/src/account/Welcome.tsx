import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { NotProtected } from './NotProtected.tsx';
import { LinkField } from './LinkField.tsx';
import { OtherPeople } from './OtherPeople.tsx';
import { Outside } from './Outside.tsx';
import { pastedInvitation } from './invitation.ts';
import { sortedLink } from './sorted-link.ts';

/** A device without an account: which way in. */
export function Welcome() {
  const { route } = useLocation();
  const notLink = useSignal(false);
  return (
    <Outside title={t('account.welcome.title')} lead={t('account.welcome.lead')}>
      <section class="stack" aria-labelledby="by-link">
        <h2 id="by-link">{t('account.welcome.link')}</h2>
        <LinkField
          label={t('account.link.label')}
          hint={t('account.link.hint')}
          act={t('account.link.act')}
          error={notLink.value ? t('errors.link-malformed') : undefined}
          onLink={(link) => {
            const { path, text } = sortedLink(link);
            notLink.value = path === null;
            if (path === '/begin') location.assign(text);
            if (path !== '/join') return;
            pastedInvitation.value = text;
            route('/join');
          }}
        />
      </section>
      <hr />
      <section class="stack" aria-labelledby="by-kit">
        <h2 id="by-kit">{t('account.welcome.kit')}</h2>
        <p>{t('account.welcome.kitHint')}</p>
        <div class="buttons">
          <Button kind="plain" href="/restore">
            {t('account.welcome.kitAct')}
          </Button>
        </div>
      </section>
      <hr />
      <section class="stack stack-tight" aria-labelledby="by-founding">
        <h2 id="by-founding">{t('account.welcome.first')}</h2>
        <p>{t('account.welcome.firstHint')}</p>
      </section>
      <OtherPeople />
      <NotProtected />
    </Outside>
  );
}
