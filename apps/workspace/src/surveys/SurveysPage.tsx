import { toldText } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { useRoom } from '../cases/use-room.ts';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Empty } from '../look/Empty.tsx';
import { Page } from '../look/Page.tsx';
import { Asking } from '../shell/Asking.tsx';
import { currentSpaceId, useQuery } from '../vault/session.ts';
import { SurveyBuilder } from './build/SurveyBuilder.tsx';
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
  const [building, setBuilding] = useState(false);
  const { route } = useLocation();
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
  if (building)
    return (
      <SurveyBuilder
        room={room}
        id={null}
        made=""
        expected={undefined}
        onClose={() => setBuilding(false)}
        onKept={(id) => route(`/surveys/${id}`)}
      />
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
      {room.role !== 'viewer' && (
        <>
          <div class="buttons">
            <Button onClick={() => setBuilding(true)}>{t('building.begin')}</Button>
          </div>
          <ImportForm room={room} survey={null} />
        </>
      )}
    </div>
  );
}
