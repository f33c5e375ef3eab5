import { useSignal } from '@preact/signals';
import type { Outcome, PeerView } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { clearSecretFromAddress, linkOfThisPage, pastedIntroduction } from '../account/invitation.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { Page } from '../look/Page.tsx';
import { currentSpace, say, useVault } from '../vault/session.ts';

/** Another organisation's introduction link was opened: say what it does, and do it when asked. */
export function IntroducePage() {
  const vault = useVault();
  const { route } = useLocation();
  const link = useSignal(pastedIntroduction.value || linkOfThisPage()).value;
  const outcome = useSignal<Outcome<PeerView> | null>(null);
  const busy = useSignal(false);
  const accept = async (): Promise<void> => {
    busy.value = true;
    outcome.value = await vault.acceptIntroduction(link);
    busy.value = false;
    if (!outcome.value.ok) return;
    pastedIntroduction.value = '';
    clearSecretFromAddress();
    announce(t('people.peers.accepted', { name: outcome.value.value.name || t('people.peers.unnamed') }));
    route('/people', true);
  };
  const mayAccept = currentSpace()?.me.keyholder ?? false;
  return (
    <Page title={t('people.peers.acceptTitle')} back="/people">
      <div class="stack">
        <p>{t('people.peers.acceptLead')}</p>
        {link === '' && <p>{t('errors.link-malformed')}</p>}
        {!mayAccept && <p>{t('people.peers.keyholdersOnly')}</p>}
        {outcome.value !== null && !outcome.value.ok && (
          <Notice tone="w" role="alert">
            <p>{say(outcome.value.failure)}</p>
          </Notice>
        )}
        <div class="buttons">
          <Button busy={busy.value} disabled={link === '' || !mayAccept} onClick={() => void accept()}>
            {t('people.peers.acceptAct')}
          </Button>
        </div>
      </div>
    </Page>
  );
}
