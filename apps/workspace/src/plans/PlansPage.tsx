import type { Id } from '@dayaq/vault/client';
import { useRoom } from '../cases/use-room.ts';
import { t } from '../locale/index.ts';
import { Page } from '../look/Page.tsx';
import { Asking } from '../shell/Asking.tsx';
import { currentSpaceId, useQuery } from '../vault/session.ts';
import { PlanDetail } from './PlanDetail.tsx';
import { PlanList } from './PlanList.tsx';
import './plans.css';

/** Rows of the list: an organisation follows a few. */
const MOST = 100;

/** What states and others have promised, with what became of it; on a phone the list or one of them. */
export function PlansPage({ id: wanted }: { id?: Id }) {
  const id = wanted || null;
  const room = useRoom();
  const space = currentSpaceId();
  const plans = useQuery(
    (vault) =>
      vault.dossiers({
        kinds: ['framework'],
        text: '',
        filters: {},
        sort: 'updated',
        descending: true,
        offset: 0,
        limit: MOST,
        space,
      }),
    [space],
    ['framework'],
  );
  return (
    <Page title={t('plans.title')} layout="panes" back={id === null ? undefined : '/plans'}>
      <section
        class={id === null ? 'pane pane-list' : 'pane pane-list pane-away'}
        aria-label={t('plans.label')}
      >
        {room === null || plans.data === undefined ? (
          <Asking query={plans} />
        ) : (
          <PlanList room={room} plans={plans.data.rows} />
        )}
      </section>
      <section class={id === null ? 'pane pane-detail pane-away' : 'pane pane-detail'}>
        {id === null || room === null ? (
          <p class="muted">{t('plans.choose')}</p>
        ) : (
          <PlanDetail key={id} room={room} id={id} />
        )}
      </section>
    </Page>
  );
}
