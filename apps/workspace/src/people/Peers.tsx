import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { pastedIntroduction } from '../account/invitation.ts';
import { LinkField } from '../account/LinkField.tsx';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { FieldError } from '../look/FieldFrame.tsx';
import { Icon } from '../look/Icon.tsx';
import { Tag } from '../look/Tag.tsx';
import { say, status, useQuery, useVault } from '../vault/session.ts';
import { ShareLink } from './ShareLink.tsx';

/** Organisations whose keys this one knows for certain; only with them can anything be shared later. */
export function Peers({ mayIntroduce }: { mayIntroduce: boolean }) {
  const vault = useVault();
  const { route } = useLocation();
  const { data: peers } = useQuery((connection) => connection.peers(), [status.value]);
  const made = useSignal<string | null>(null);
  const accepting = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const introduce = async (): Promise<void> => {
    busy.value = true;
    problem.value = undefined;
    const outcome = await vault.introduce();
    busy.value = false;
    if (outcome.ok) made.value = outcome.value.link;
    else problem.value = say(outcome.failure);
  };
  return (
    <section class="stack stack-tight" aria-labelledby="peers">
      <h2 id="peers">{t('people.peers.title')}</h2>
      <p class="muted">{peers?.length === 0 ? t('people.peers.none') : t('people.peers.hint')}</p>
      {peers !== undefined && peers.length > 0 && (
        <ul class="rows">
          {peers.map((peer) => (
            <li key={peer.space} class="row">
              <div>
                <span class="row-title">{peer.name || t('people.peers.unnamed')}</span>
                {peer.trust === 'changed' && (
                  <p class="row-note">
                    <Tag tone="w">{t('people.peers.changed')}</Tag> {t('people.peers.changedHint')}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {mayIntroduce && (
        <div class="buttons">
          <Button kind="plain" busy={busy.value} onClick={() => void introduce()}>
            <Icon name="link" />
            {t('people.peers.make')}
          </Button>
          <Button kind="quiet" onClick={() => (accepting.value = true)}>
            {t('people.peers.accept')}
          </Button>
        </div>
      )}
      <FieldError text={problem.value} />
      <Dialog
        open={made.value !== null}
        title={t('people.peers.madeTitle')}
        onClose={() => (made.value = null)}
      >
        <p>{t('people.peers.made')}</p>
        {made.value !== null && <ShareLink link={made.value} label={t('people.peers.qr')} />}
      </Dialog>
      <Dialog
        open={accepting.value}
        title={t('people.peers.acceptTitle')}
        onClose={() => (accepting.value = false)}
      >
        <LinkField
          label={t('people.peers.linkLabel')}
          act={t('people.peers.acceptAct')}
          onLink={(link) => {
            pastedIntroduction.value = link;
            route('/introduce');
          }}
        />
      </Dialog>
    </section>
  );
}
