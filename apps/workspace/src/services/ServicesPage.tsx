import { Button } from '../look/Button.tsx';
import type { Id } from '@dayaq/vault/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import '../cases/cases.css';
import { useKeptScroll } from '../list/use-kept-scroll.ts';
import type { Room } from '../cases/room.ts';
import { useRoom } from '../cases/use-room.ts';
import { t } from '../locale/index.ts';
import { Page } from '../look/Page.tsx';
import { currentSpace } from '../vault/session.ts';
import { clockIn } from './clock.ts';
import { OneProvider } from './detail/OneProvider.tsx';
import { ServiceList } from './list/ServiceList.tsx';
import { listMemory } from './list/list-memory.ts';
import './services.css';
import { useDirectory } from './use-directory.ts';

/** The directory with the chosen provider beside it; on a phone one of the two. */
export function ServicesPage({ provider, service }: { provider?: Id; service?: Id }) {
  const id = provider || null;
  const room = useRoom();
  const space = currentSpace();
  return (
    <Page title={t('services.title')} layout="panes" back={id === null ? undefined : '/services'}>
      {room === null || space === null || !space.ready ? (
        <section class="pane pane-detail">
          <p class="muted" role="status">
            {t('services.notReady')}
          </p>
        </section>
      ) : (
        <Panes key={space.id} room={room} id={id} service={service || null} />
      )}
    </Page>
  );
}

function Panes({ room, id, service }: { room: Room; id: Id | null; service: Id | null }) {
  const [search, setSearch] = useState(() => listMemory.search);
  const directory = useDirectory();
  const list = useRef<HTMLElement>(null);
  const detail = useRef<HTMLElement>(null);
  const byKeyboard = useRef(false);
  // The minute is enough for what is open: it moves when somebody looks again.
  const [now, setNow] = useState(() => clockIn(room.country, Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setNow(clockIn(room.country, Date.now())), 60_000);
    return () => clearInterval(timer);
  }, [room.country]);
  useEffect(() => {
    listMemory.search = search;
  }, [search]);
  useKeptScroll(list, detail, id, listMemory);
  return (
    <>
      <section
        ref={list}
        class={id === null ? 'pane pane-list' : 'pane pane-list pane-away'}
        aria-label={t('services.list.label')}
        onClickCapture={(event) => {
          byKeyboard.current = event.detail === 0;
        }}
      >
        {directory.step === 'here' ? (
          <ServiceList
            room={room}
            directory={directory.directory}
            search={search}
            onSearch={setSearch}
            open={service ?? id}
            now={now}
          />
        ) : directory.step === 'failed' ? (
          <p class="case-list-state" role="alert">
            {t('services.notRead')}{' '}
            <Button kind="link" onClick={directory.again}>
              {t('services.again')}
            </Button>
          </p>
        ) : (
          <p class="case-list-state muted" role="status">
            {t('services.loading')}
          </p>
        )}
      </section>
      <section ref={detail} class={id === null ? 'pane pane-detail pane-away' : 'pane pane-detail'}>
        {id === null ? (
          <p class="muted">{t('services.choose')}</p>
        ) : (
          <OneProvider key={id} room={room} id={id} service={service} now={now} takeFocus={byKeyboard} />
        )}
      </section>
    </>
  );
}
