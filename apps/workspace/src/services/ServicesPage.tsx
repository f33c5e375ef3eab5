import type { DossierRow, Id } from '@dayaq/vault/client';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import '../cases/cases.css';
import { pagesOfRows } from '../list/pages.ts';
import { useKeptScroll } from '../list/use-kept-scroll.ts';
import type { Room } from '../cases/room.ts';
import { useRoom } from '../cases/use-room.ts';
import { t } from '../locale/index.ts';
import { Page } from '../look/Page.tsx';
import { currentSpace, useVault } from '../vault/session.ts';
import { clockIn } from './clock.ts';
import { OneProvider } from './detail/OneProvider.tsx';
import { ServiceList } from './list/ServiceList.tsx';
import { listMemory } from './list/list-memory.ts';
import { type ListSearch, queryOf } from './list/list-search.ts';
import './services.css';

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
        <Panes key={space.id} room={room} space={space.id} id={id} service={service || null} />
      )}
    </Page>
  );
}

interface PanesProps {
  room: Room;
  space: Id;
  id: Id | null;
  service: Id | null;
}

function Panes({ room, space, id, service }: PanesProps) {
  const vault = useVault();
  const [search, setSearch] = useState(() => listMemory.search);
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
  const clock = useRef(now);
  clock.current = now;
  const pages = useMemo(
    () =>
      pagesOfRows<DossierRow, ListSearch>(({ offset, limit, ...asked }) =>
        vault.dossiers({ ...queryOf(asked, clock.current, space), offset, limit }),
      ),
    [vault, space],
  );
  useEffect(() => pages.search(search), [search, pages]);
  useEffect(() => {
    // What is open is another matter with every minute.
    if (search.openNow) pages.refresh();
  }, [now]);
  useEffect(() => {
    const stop = vault.subscribe((event) => {
      if (event.type === 'changed') pages.refresh();
    });
    return () => {
      stop();
      pages.stop();
    };
  }, [vault, pages]);
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
        <ServiceList room={room} pages={pages} search={search} onSearch={setSearch} open={id} now={now} />
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
