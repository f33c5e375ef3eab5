import { Button } from '../look/Button.tsx';
import type { DossierView, Id, Outcome } from '@dayaq/vault/client';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Icon } from '../look/Icon.tsx';
import { Page } from '../look/Page.tsx';
import { t } from '../locale/index.ts';
import { currentSpace, say, useQuery, useVault } from '../vault/session.ts';
import './cases.css';
import { CaseDetail } from './detail/CaseDetail.tsx';
import { nameInBar } from './detail/name-in-bar.ts';
import { CaseList } from './list/CaseList.tsx';
import { type ListSearch, pagesOfRows } from '../list/pages.ts';
import { EVERY_CASE, firstSearch, sameSearch } from './list/filters.ts';
import { foldList, listIsFolded } from './list/list-fold.ts';
import { listMemory, searchAfter, searchBeside } from './list/list-memory.ts';
import { useKeptScroll } from '../list/use-kept-scroll.ts';
import { type ShownPart, shownAt } from './parts/parts.ts';
import type { Room } from './room.ts';
import { useRoom } from './use-room.ts';

/** The list of cases with the chosen one beside it; on a phone one of the two. */
export function CasesPage({ id: wanted, part: side }: { id?: Id; part?: string }) {
  const id = wanted || null;
  const part = shownAt(side);
  const room = useRoom();
  const space = currentSpace();
  return (
    <Page
      title={t('cases.title')}
      about={nameInBar.value}
      layout="panes"
      back={id === null ? undefined : '/cases'}
    >
      {part === undefined ? (
        <section class="pane pane-detail">
          <p>{t('shell.notFound.title')}</p>
        </section>
      ) : room === null || space === null || !space.ready ? (
        <section class="pane pane-detail">
          <p class="muted" role="status">
            {t('cases.notReady')}
          </p>
        </section>
      ) : (
        <Panes key={space.id} room={room} id={id} part={part} />
      )}
    </Page>
  );
}

function Panes({ room, id, part }: { room: Room; id: Id | null; part: ShownPart }) {
  const vault = useVault();
  const [first, setFirst] = useState(() => firstSearch(room));
  const [search, setSearch] = useState(() => searchBeside(id, listMemory, first));
  const isFolded = listIsFolded.value && id !== null;
  const pages = useMemo(() => pagesOfRows((query) => vault.cases(query)), [vault]);
  const list = useRef<HTMLElement>(null);
  const detail = useRef<HTMLElement>(null);
  // A link pressed by the keyboard reports no pointer: then the case takes the focus, else the list keeps it.
  const byKeyboard = useRef(false);

  useEffect(() => {
    pages.search(search);
  }, [search, pages]);
  useEffect(() => {
    const beside = searchBeside(id, listMemory, first);
    // Back from a case that was opened elsewhere, nobody has looked for anything yet.
    if (id !== null && !listMemory.opened.has(id)) listMemory.search = null;
    setSearch((now) => (sameSearch(now, beside) ? now : beside));
  }, [id, first]);
  const look = (next: ListSearch): void => {
    const { gaveWay } = listMemory;
    Object.assign(listMemory, searchAfter({ search, gaveWay }, next, first, listMemory.search === null));
    listMemory.opened.clear();
    setSearch(listMemory.search ?? first);
  };
  const found = pages.listing.value;
  useEffect(() => {
    // Whoever has no case of their own begins with all of them.
    const hasNone = found !== null && found.search === first && found.total === 0;
    if (hasNone && listMemory.search === null) setFirst(EVERY_CASE);
  }, [found, first]);
  useEffect(() => {
    const stop = vault.subscribe((event) => {
      if (event.type === 'changed') pages.refresh();
    });
    return () => {
      stop();
      pages.stop();
      // What a case is opened from next, elsewhere, has nothing to do with this search. Its own paper leads back here.
      if (!location.pathname.startsWith('/cases/')) listMemory.opened.clear();
    };
  }, [vault, pages]);
  useKeptScroll(list, detail, id, listMemory);

  return (
    <>
      <section
        ref={list}
        class={`pane pane-list${id === null ? '' : ' pane-away'}${isFolded ? ' pane-folded' : ''}`}
        aria-label={t('cases.list.label')}
        onClickCapture={(event) => {
          byKeyboard.current = event.detail === 0;
          const row =
            event.target instanceof Element ? event.target.closest<HTMLElement>('[data-case]') : null;
          if (row?.dataset.case !== undefined) listMemory.opened.add(row.dataset.case);
        }}
      >
        <CaseList room={room} pages={pages} search={search} onSearch={look} open={id} />
      </section>
      <section ref={detail} class={id === null ? 'pane pane-detail pane-away' : 'pane pane-detail'}>
        {isFolded && (
          <Button
            kind="quiet"
            icon
            class="case-unfold no-print"
            label={t('cases.list.unfold')}
            onClick={() => foldList(false)}
          >
            <Icon name="next" />
          </Button>
        )}
        {id === null ? (
          <p class="muted">{t('cases.choose')}</p>
        ) : (
          <OneCase
            key={id}
            room={room}
            id={id}
            part={part}
            takeFocus={byKeyboard}
            onBack={() =>
              list.current?.querySelector<HTMLElement>('a[aria-current="page"], a[tabindex="0"]')?.focus()
            }
          />
        )}
      </section>
    </>
  );
}

interface OneCaseProps {
  room: Room;
  id: Id;
  part: ShownPart;
  takeFocus: { current: boolean };
  onBack: () => void;
}

function OneCase({ room, id, part, takeFocus, onBack }: OneCaseProps) {
  const { data, failed, again } = useQuery<Outcome<DossierView>>((vault) => vault.dossier(id), [id]);
  if (failed) {
    return (
      <p role="alert">
        {t('cases.notOpened')}{' '}
        <Button kind="link" onClick={again}>
          {t('cases.again')}
        </Button>
      </p>
    );
  }
  if (data === undefined) return <p class="muted case-opening">{t('cases.list.loading')}</p>;
  if (!data.ok) return <p role="alert">{say(data.failure)}</p>;
  const root = data.value.records.find((record) => record.id === id);
  if (root === undefined) return <p class="muted">{t('cases.onItsWay')}</p>;
  return (
    <>
      <button type="button" class="skip-link case-back-to-list" onClick={onBack}>
        {t('cases.backToList')}
      </button>
      <CaseDetail
        room={room}
        dossier={data.value}
        root={root}
        takeFocus={takeFocus.current}
        shownPart={part}
      />
    </>
  );
}
