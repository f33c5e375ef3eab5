import type { Id } from '@dayaq/vault/client';
import { useRoom } from '../cases/use-room.ts';
import { t } from '../locale/index.ts';
import { Page } from '../look/Page.tsx';
import '../plans/plans.css';
import { LawDetail } from './LawDetail.tsx';
import { LawList } from './LawList.tsx';

/** Laws, drafts, strategies and conventions that are watched, and where each stands; on a phone the list or one of them. */
export function LawsPage({ id: wanted }: { id?: Id }) {
  const id = wanted || null;
  const room = useRoom();
  return (
    <Page title={t('laws.title')} layout="panes" back={id === null ? undefined : '/laws'}>
      <section
        class={id === null ? 'pane pane-list' : 'pane pane-list pane-away'}
        aria-label={t('laws.label')}
      >
        {room !== null && <LawList room={room} />}
      </section>
      <section class={id === null ? 'pane pane-detail pane-away' : 'pane pane-detail'}>
        {id === null || room === null ? (
          <p class="muted">{t('laws.choose')}</p>
        ) : (
          <LawDetail key={id} room={room} id={id} />
        )}
      </section>
    </Page>
  );
}
