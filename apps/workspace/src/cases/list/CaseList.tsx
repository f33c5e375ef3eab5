import { formatNumber } from '@dayaq/locale';
import type { CaseRow, Id } from '@dayaq/vault/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Room } from '../room.ts';
import { CaseRows } from './CaseRows.tsx';
import type { Listing, ListSearch, Pages } from '../../list/pages.ts';
import { FilterChips } from './FilterChips.tsx';
import { filtersOf } from '../../filters/filters.ts';
import { EVERY_CASE, sameSearch } from './filters.ts';
import { foldList } from './list-fold.ts';
import { SavedViews } from './SavedViews.tsx';
import { SortSelect } from './SortSelect.tsx';
import { Button } from '../../look/Button.tsx';
import { Icon } from '../../look/Icon.tsx';

interface Props {
  room: Room;
  pages: Pages<CaseRow>;
  /** What the person is looking for; kept by the page, so that it outlives the list. */
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
  open: Id | null;
}

/** The list of cases with its search, filters and order. */
export function CaseList({ room, pages, search, onSearch, open }: Props) {
  const { t } = room.translator;
  const field = useRef<HTMLInputElement>(null);
  const [enter, setEnter] = useState(0);
  const [showsViews, setShowsViews] = useState(false);
  const listing = pages.listing.value;
  const isPlain = sameSearch(search, { ...EVERY_CASE, sort: search.sort, descending: search.descending });
  useSlash(field);

  return (
    <>
      <search class="case-list-head no-print">
        <label class="visually-hidden" for="case-search">
          {t('cases.list.search')}
        </label>
        <div class="case-list-search">
          <input
            ref={field}
            id="case-search"
            type="search"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            enterkeyhint="search"
            placeholder={t('cases.list.searchHint')}
            aria-keyshortcuts="/"
            value={search.text}
            onInput={(event) => onSearch({ ...search, text: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') {
                event.preventDefault();
                setEnter(enter + 1);
              }
            }}
          />
          {open !== null && (
            <Button
              kind="quiet"
              icon
              class="case-fold"
              label={t('cases.list.fold')}
              onClick={() => foldList(true)}
            >
              <Icon name="back" />
            </Button>
          )}
        </div>
        <FilterChips room={room} search={search} onSearch={onSearch} />
        <div class="case-list-count">
          <p role="status" class="muted small" data-answers={listing?.search.text}>
            {listing !== null && countText(room, listing)}
          </p>
          <Button
            kind="quiet"
            icon
            label={t('cases.views.open')}
            aria-haspopup="dialog"
            onClick={() => setShowsViews(true)}
          >
            <Icon name="bookmark" />
          </Button>
          <SortSelect translator={room.translator} search={search} onSearch={onSearch} />
        </div>
        {showsViews && (
          <SavedViews room={room} search={search} onSearch={onSearch} onClose={() => setShowsViews(false)} />
        )}
      </search>
      {listing === null ? (
        <p class="case-list-state muted" role="status">
          {t('cases.list.loading')}
        </p>
      ) : listing.count === 0 ? (
        <NoCases
          room={room}
          isPlain={isPlain}
          isStale={Object.keys(search.filters).some((name) => !filtersOf('case').includes(name))}
          onClear={() => onSearch({ ...search, text: '', filters: {} })}
        />
      ) : (
        <CaseRows room={room} listing={listing} open={open} onShow={pages.show} enter={enter} />
      )}
    </>
  );
}

/** "214 cases", or "10 000+ cases" where counting on would only take time. */
function countText({ translator: { t, language } }: Room, { total, more }: Listing<CaseRow>): string {
  return more
    ? t('cases.list.countMore', { number: formatNumber(language, total) })
    : t('cases.list.count', { count: total });
}

interface NoCasesProps {
  room: Room;
  isPlain: boolean;
  /** A saved list names a filter that this version does not have: nothing is in it. */
  isStale: boolean;
  onClear: () => void;
}

function NoCases({ room, isPlain, isStale, onClear }: NoCasesProps) {
  const { t } = room.translator;
  if (!isPlain) {
    return (
      <div class="case-list-state stack stack-tight">
        <p class="strong">{t('cases.list.nothingFound')}</p>
        <p class="muted">{isStale ? t('cases.filters.gone') : t('cases.list.nothingFoundHint')}</p>
        <Button kind="plain" onClick={onClear}>
          {t('cases.list.clear')}
        </Button>
      </div>
    );
  }
  return (
    <div class="case-list-state stack stack-tight">
      <p class="strong">{t('cases.list.empty')}</p>
      <p class="muted">{t('cases.list.emptyHint')}</p>
      {room.role !== 'viewer' && (
        <>
          <Button href="/cases/new">{t('cases.list.start')}</Button>
          <Button kind="plain" href="/register">
            {t('register.title')}
          </Button>
        </>
      )}
    </div>
  );
}

/** "/" puts the cursor into the search field, unless somebody is writing or a dialog is open. */
function useSlash(field: { current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      const at = event.target instanceof Element ? event.target : null;
      if (at?.closest('input, textarea, select, dialog, [contenteditable]')) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
