import type { Id } from '@dayaq/vault/client';
import { useRoom } from '../cases/use-room.ts';
import { t } from '../locale/index.ts';
import { Page } from '../look/Page.tsx';
import '../plans/plans.css';
import { ConsultationDetail } from './ConsultationDetail.tsx';
import { ConsultationList } from './ConsultationList.tsx';

/** Who was told, invited and heard where something was decided; on a phone the list or one of them. */
export function ConsultationsPage({ id: wanted }: { id?: Id }) {
  const id = wanted || null;
  const room = useRoom();
  return (
    <Page title={t('consultations.title')} layout="panes" back={id === null ? undefined : '/consultations'}>
      <section
        class={id === null ? 'pane pane-list' : 'pane pane-list pane-away'}
        aria-label={t('consultations.label')}
      >
        {room !== null && <ConsultationList room={room} />}
      </section>
      <section class={id === null ? 'pane pane-detail pane-away' : 'pane pane-detail'}>
        {id === null || room === null ? (
          <p class="muted">{t('consultations.choose')}</p>
        ) : (
          <ConsultationDetail key={id} room={room} id={id} />
        )}
      </section>
    </Page>
  );
}
