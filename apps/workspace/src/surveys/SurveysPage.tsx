import { toldText } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';
import { useRoom } from '../cases/use-room.ts';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Empty } from '../look/Empty.tsx';
import { Page } from '../look/Page.tsx';
import { Asking } from '../shell/Asking.tsx';
import { currentSpaceId, useQuery } from '../vault/session.ts';
import { ImportForm } from './ImportForm.tsx';
import { SurveyDetail } from './SurveyDetail.tsx';
import './surveys.css';

/** Surveys that are drawn. */
const MOST = 200;

/** Every survey of ours, and one of them. */
export function SurveysPage({ id }: { id?: Id }) {
  const room = useRoom();
  return (
    <Page title={t('surveys.title')} layout="wide" back={id ? '/surveys' : undefined}>
      {room !== null && (id ? <SurveyDetail key={id} room={room} id={id} /> : <List room={room} />)}
    </Page>
  );
}

function List({ room }: { room: Room }) {
  const all = useQuery(
    (vault) =>
      vault.dossiers({
        kinds: ['survey'],
        text: '',
        filters: {},
        sort: 'updated',
        descending: true,
        offset: 0,
        limit: MOST,
        space: currentSpaceId(),
      }),
    [],
    ['survey'],
  );
  if (all.data === undefined) return <Asking query={all} />;
  const { rows } = all.data;
  return (
    <div class="stack">
      {rows.length === 0 && (
        <Empty icon="info" title={t('surveys.empty')}>
          <p class="muted">{t('surveys.emptyHint')}</p>
        </Empty>
      )}
      <ul class="rows">
        {rows.map((row) => (
          <li key={row.id}>
            <a class="row" href={`/surveys/${row.id}`}>
              {toldText(row, 'name') || t('surveys.noTitle')}
            </a>
          </li>
        ))}
      </ul>
      {room.role !== 'viewer' && <ImportForm room={room} survey={null} />}
    </div>
  );
}
