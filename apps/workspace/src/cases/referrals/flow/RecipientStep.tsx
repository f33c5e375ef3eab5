import { plainRecord } from '@dayaq/acts/record-values';
import { type Exclusion, exclusionOf } from '@dayaq/domain';
import type { Id, PeerView } from '@dayaq/vault/client';
import { useMemo, useState } from 'preact/hooks';
import { Button } from '../../../look/Button.tsx';
import { TextField } from '../../../look/Field.tsx';
import { Notice } from '../../../look/Notice.tsx';
import { Tag } from '../../../look/Tag.tsx';
import { MatchList } from '../../../services/index.ts';
import { currentSpaceId, status, useQuery } from '../../../vault/session.ts';
import { useOpenCase } from '../../detail/open-case.ts';
import {
  byHand,
  type ChosenRecipient,
  LONGEST_NAME,
  ofPeer,
  ofService,
} from '@dayaq/acts/referral/recipient';

interface Props {
  /** Record of the person. */
  person: Id;
  /** Code of the list `services`. */
  need: string;
  chosen: ChosenRecipient | null;
  /** Who declined before. */
  declined: string | undefined;
  onChoose: (recipient: ChosenRecipient) => void;
}

/** To whom: an organisation on Dayaq, a service that fits, or a name by hand. Whom the client excluded cannot be chosen. */
export function RecipientStep({ person, need, chosen, declined, onChoose }: Props) {
  const { live, translator } = useOpenCase();
  const { t } = translator;
  const plain = useMemo(() => live.map(plainRecord), [live]);
  const { data: peers } = useQuery((vault) => vault.peers(), [currentSpaceId(), status.value.sync.state]);
  const [name, setName] = useState(
    chosen?.target === 'service' && chosen.service === undefined ? chosen.name : '',
  );
  const isName = name.trim() !== '' && name.length <= LONGEST_NAME;
  const [refused, setRefused] = useState('');
  const [doubted, setDoubted] = useState<ChosenRecipient | null>(null);

  function choose(recipient: ChosenRecipient): void {
    const exclusion = exclusionOf(plain, recipient);
    setRefused(exclusion === 'excluded' ? recipient.name : '');
    setDoubted(exclusion === 'doubt' ? recipient : null);
    if (exclusion === 'none') onChoose(recipient);
  }

  return (
    <>
      {declined !== undefined && declined !== '' && (
        <Notice>
          <p>{t('referrals.recipient.declined', { name: declined })}</p>
        </Notice>
      )}
      {refused !== '' && (
        <Notice tone="w" role="alert">
          <p>{t('referrals.refused.excluded', { name: refused })}</p>
        </Notice>
      )}
      {doubted !== null && (
        <Notice tone="w" role="alert">
          <p>{t('referrals.recipient.doubt', { name: doubted.name })}</p>
          <div>
            <Button kind="plain" onClick={() => onChoose({ ...doubted, asked: true })}>
              {t('referrals.recipient.somebodyElse')}
            </Button>
          </div>
        </Notice>
      )}
      <section class="stack stack-tight" aria-labelledby="refer-peers">
        <h4 id="refer-peers">{t('referrals.recipient.peers')}</h4>
        <p class="muted small">{t('referrals.recipient.peersHint')}</p>
        {peers?.length === 0 && <p class="muted">{t('referrals.recipient.noPeers')}</p>}
        <ul class="rows">
          {(peers ?? []).map((peer) => (
            <Peer
              key={peer.space}
              peer={peer}
              exclusion={exclusionOf(plain, ofPeer(peer))}
              chosen={chosen?.space === peer.space}
              onChoose={() => choose(ofPeer(peer))}
            />
          ))}
        </ul>
      </section>
      <details>
        <summary>{t('referrals.recipient.byHand')}</summary>
        <div
          class="stack stack-tight"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !isName) return;
            event.preventDefault();
            choose(byHand(name));
          }}
        >
          <TextField
            label={t('referrals.recipient.name')}
            hint={t('referrals.recipient.nameHint')}
            value={name}
            onValue={setName}
            max={LONGEST_NAME}
          />
          <div>
            <Button kind="plain" disabled={!isName} onClick={() => choose(byHand(name))}>
              {t('referrals.recipient.take')}
            </Button>
          </div>
        </div>
      </details>
      <section class="stack stack-tight" aria-labelledby="refer-services">
        <h4 id="refer-services">{t('referrals.recipient.services')}</h4>
        <MatchList
          records={plain}
          person={person}
          needs={[need]}
          onChoose={(entry) => choose(ofService(entry))}
        />
      </section>
    </>
  );
}

function Peer({
  peer,
  exclusion,
  chosen,
  onChoose,
}: {
  peer: PeerView;
  exclusion: Exclusion;
  chosen: boolean;
  onChoose: () => void;
}) {
  const { translator } = useOpenCase();
  const { t } = translator;
  const stopped = exclusion === 'excluded' || peer.trust === 'changed';
  return (
    <li class="row">
      <span>
        <span class="row-title">{peer.name || t('referrals.recipient.unnamed')}</span>
        {exclusion === 'excluded' ? (
          <span class="row-note">
            <Tag tone="w">{t('referrals.recipient.excluded')}</Tag>
          </span>
        ) : peer.trust === 'changed' ? (
          <span class="row-note">
            <Tag tone="w">{t('referrals.recipient.changed')}</Tag>
            <span class="row-note">{t('referrals.recipient.changedHint')}</span>
          </span>
        ) : (
          peer.trust === 'checking' && <span class="row-note">{t('referrals.recipient.checking')}</span>
        )}
        {exclusion === 'doubt' && (
          <span class="row-note">
            <Tag tone="w">{t('referrals.recipient.alike')}</Tag>
          </span>
        )}
      </span>
      {!stopped && (
        <Button
          kind={chosen ? 'main' : 'plain'}
          small
          label={t('referrals.recipient.chooseWhom', { name: peer.name })}
          onClick={onChoose}
        >
          {t('referrals.recipient.choose')}
        </Button>
      )}
    </li>
  );
}
