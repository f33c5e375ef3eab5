import { referralStatus } from '@dayaq/domain';
import type { Id, SharedRow } from '@dayaq/vault/client';
import { relativeMoment } from '@dayaq/locale';
import { useRoom } from '../cases/use-room.ts';
import { needWord, statusTone, stepWord } from '../cases/referrals/referral-words.ts';
import { t, translator } from '../locale/index.ts';
import { Empty } from '../look/Empty.tsx';
import { Page } from '../look/Page.tsx';
import { Tag } from '../look/Tag.tsx';
import { HandoverDetail } from './HandoverDetail.tsx';
import '../cases/cases.css';
import '../cases/referrals/referrals.css';
import { useScope } from '../spaces/scope.ts';
import { ScopeChoice } from '../spaces/ScopeChoice.tsx';
import { SpaceTag } from '../spaces/SpaceTag.tsx';
import { currentSpaceId } from '../vault/session.ts';
import { awaitsUs, SHARES_MOST, useShares } from './use-shares.ts';

/** What other organisations referred to us and we to them, across cases: what waits for our answer comes first. */
export function ReferralsPage({ id: wanted }: { id?: Id }) {
  const id = wanted || null;
  const room = useRoom();
  const scope = useScope();
  const shares = useShares(scope.at);
  const chosen = shares?.find((row) => row.dossier === id);
  // Opened from among all, it is shown in its own organisation.
  const isOnItsWay = chosen !== undefined && chosen.space !== currentSpaceId();
  return (
    <Page title={t('referrals.inbox.title')} layout="panes" back={id === null ? '/more' : '/referrals'}>
      <section
        class={id === null ? 'pane pane-list' : 'pane pane-list pane-away'}
        aria-label={t('referrals.inbox.label')}
      >
        <div class="inbox-scope">
          <ScopeChoice scope={scope} />
        </div>
        {shares !== undefined && <List shares={shares} open={id} />}
      </section>
      <section class={id === null ? 'pane pane-detail pane-away' : 'pane pane-detail'}>
        {id === null ? (
          <p class="muted">{t('referrals.inbox.choose')}</p>
        ) : shares === undefined || room === null || isOnItsWay ? (
          <p class="muted">{t('cases.list.loading')}</p>
        ) : chosen === undefined ? (
          <p role="alert">{t('referrals.inbox.gone')}</p>
        ) : (
          <HandoverDetail key={chosen.dossier} room={room} share={chosen} />
        )}
      </section>
    </Page>
  );
}

function List({ shares, open }: { shares: readonly SharedRow[]; open: Id | null }) {
  const waiting = shares.filter(awaitsUs);
  const groups = [
    { title: t('referrals.inbox.waiting'), rows: waiting },
    {
      title: t('referrals.inbox.received'),
      rows: shares.filter((row) => row.direction === 'received' && !waiting.includes(row)),
    },
    { title: t('referrals.inbox.given'), rows: shares.filter((row) => row.direction === 'given') },
  ].filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) {
    return (
      <div class="inbox-empty">
        <Empty icon="share" title={t('referrals.inbox.none')}>
          <p class="muted">{t('referrals.inbox.noneHint')}</p>
        </Empty>
      </div>
    );
  }
  return (
    <>
      {groups.map(({ title, rows }) => (
        <section key={title}>
          <h2 class="kicker inbox-group">{title}</h2>
          <ul class="list">
            {rows.map((row) => (
              <Row key={row.dossier} row={row} open={row.dossier === open} />
            ))}
          </ul>
        </section>
      ))}
      {shares.length >= SHARES_MOST && (
        <p class="muted small inbox-group">{t('referrals.inbox.most', { count: SHARES_MOST })}</p>
      )}
    </>
  );
}

function Row({ row, open }: { row: SharedRow; open: boolean }) {
  const words = translator.value;
  const status = referralStatus(row.fields);
  const tone = row.state === 'ended' ? undefined : statusTone(status);
  const reference = row.fields['reference'];
  return (
    <li>
      <a class="list-item" href={`/referrals/${row.dossier}`} aria-current={open ? 'page' : undefined}>
        <span class="list-head">
          <span class="list-title">
            {needWord(words, row.fields['need'], row.fields['needOther']) || t('referrals.inbox.over')}
          </span>
          <Tag {...(tone === undefined ? {} : { tone })}>
            {awaitsUs(row)
              ? t('referrals.inbox.new')
              : row.state === 'ended'
                ? t('referrals.inbox.over')
                : stepWord(words, status)}
          </Tag>
        </span>
        <span class="list-note">
          <SpaceTag space={row.space} />{' '}
          {[
            row.peerName,
            typeof reference === 'string' ? reference : '',
            relativeMoment(words.language, row.updated, Date.now()),
          ]
            .filter((text) => text !== '')
            .join(' · ')}
        </span>
      </a>
    </li>
  );
}
