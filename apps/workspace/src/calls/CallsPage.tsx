import { toldText } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { useRoom } from '../cases/use-room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { Empty } from '../look/Empty.tsx';
import { Page } from '../look/Page.tsx';
import { Asking } from '../shell/Asking.tsx';
import { currentSpaceId, useQuery } from '../vault/session.ts';
import { ApplicationDetail } from './ApplicationDetail.tsx';
import { CallDetail } from './CallDetail.tsx';
import { CallForm } from './CallForm.tsx';
import { useDoorLanguages } from './use-door-languages.ts';

/** Calls that are drawn. */
const MOST = 200;

/** Every call of ours; one of them; or one application. */
export function CallsPage({ id, application }: { id?: Id; application?: Id }) {
  const room = useRoom();
  // From search, an application is known by itself alone.
  const call = id === undefined || id === '' || id === 'application' ? '' : `/${id}`;
  const back = application ? `/calls${call}` : id ? '/calls' : undefined;
  return (
    <Page title={t('calls.title')} layout="wide" back={back}>
      {room !== null &&
        (application ? (
          <ApplicationDetail key={application} room={room} id={application} />
        ) : id ? (
          <CallDetail key={id} room={room} id={id} />
        ) : (
          <List room={room} />
        ))}
    </Page>
  );
}

function List({ room }: { room: Room }) {
  const [making, setMaking] = useState(false);
  const languages = useDoorLanguages();
  const { route } = useLocation();
  const all = useQuery(
    (vault) =>
      vault.dossiers({
        kinds: ['call'],
        text: '',
        filters: {},
        sort: 'updated',
        descending: true,
        offset: 0,
        limit: MOST,
        space: currentSpaceId(),
      }),
    [],
    ['call'],
  );
  if (all.data === undefined) return <Asking query={all} />;
  const { rows, total } = all.data;
  return (
    <div class="stack">
      {rows.length === 0 && (
        <Empty icon="info" title={t('calls.empty')}>
          <p class="muted">{t('calls.emptyHint')}</p>
        </Empty>
      )}
      {total > MOST && <p class="muted">{t('calls.most', { count: MOST })}</p>}
      <ul class="rows">
        {rows.map((row) => (
          <li key={row.id}>
            <a class="row" href={`/calls/${row.id}`}>
              {toldText(row, 'name') || t('calls.one')}
            </a>
          </li>
        ))}
      </ul>
      {room.role !== 'viewer' && languages !== null && (
        <div>
          <Button onClick={() => setMaking(true)}>{t('calls.make')}</Button>
        </div>
      )}
      {making && languages !== null && (
        <Dialog open title={t('calls.form.title')} onClose={() => setMaking(false)}>
          <CallForm
            room={room}
            id={null}
            call={null}
            languages={languages}
            onClose={() => setMaking(false)}
            onKept={(id) => route(`/calls/${id}`)}
          />
        </Dialog>
      )}
    </div>
  );
}
