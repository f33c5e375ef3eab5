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

/** What states and others have promised, with what became of it; the list, or one of them. */
export function PlansPage({ id }: { id?: Id }) {
  return id ? <OnePlan id={id} /> : <Plans />;
}

function OnePlan({ id }: { id: Id }) {
  const room = useRoom();
  return (
    <Page title={t('plans.title')} layout="wide" back="/plans">
      {room !== null && <PlanDetail key={id} room={room} id={id} />}
    </Page>
  );
}

function Plans() {
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
    <Page title={t('plans.title')}>
      <section aria-label={t('plans.label')}>
        {room === null || plans.data === undefined ? (
          <Asking query={plans} />
        ) : (
          <PlanList room={room} plans={plans.data.rows} />
        )}
      </section>
    </Page>
  );
}
