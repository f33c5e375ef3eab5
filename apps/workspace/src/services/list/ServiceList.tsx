import { Button } from '../../look/Button.tsx';
import { formatNumber, type Translator } from '@dayaq/locale';
import type { DossierRow, Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Room } from '../../cases/room.ts';
import type { Pages } from '../../list/pages.ts';
import { t } from '../../locale/index.ts';
import { Menu } from '../../look/Menu.tsx';
import { Notice } from '../../look/Notice.tsx';
import { useQuery } from '../../vault/session.ts';
import type { ClockTime } from '../clock.ts';
import { UNFINISHED } from '../exchange/unfinished.ts';
import { ListFilters } from './ListFilters.tsx';
import { EVERYTHING, isNarrowed, type ListSearch, type ListSort } from './list-search.ts';
import { ServiceRows } from './ServiceRows.tsx';

interface Props {
  room: Room;
  pages: Pages<DossierRow, ListSearch>;
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
  /** The provider that stands beside the list. */
  open: Id | null;
  now: ClockTime;
}

/** The directory with its search, filters and order, and the ways to what belongs to it. */
export function ServiceList({ room, pages, search, onSearch, open, now }: Props) {
  const { translator } = room;
  const [enter, setEnter] = useState(0);
  const listing = pages.listing.value;
  const unfinished = useQuery((vault) => vault.preference(UNFINISHED), [], []).data;
  const isWriting = room.role !== 'viewer';
  return (
    <>
      <search class="case-list-head no-print">
        <label class="visually-hidden" for="service-search">
          {t('services.list.search')}
        </label>
        <input
          id="service-search"
          type="search"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          placeholder={t('services.list.searchHint')}
          value={search.text}
          onInput={(event) => onSearch({ ...search, text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            setEnter(enter + 1);
          }}
        />
        <ListFilters room={room} search={search} onSearch={onSearch} />
        <div class="case-chips service-ways">
          <Button kind="quiet" small href="/services/match">
            {t('services.match.title')}
          </Button>
          {isWriting && (
            <Button kind="quiet" small href="/services/new">
              {t('services.new.short')}
            </Button>
          )}
        </div>
        <div class="case-list-count">
          <p role="status" class="muted small" data-answers={listing?.search.text}>
            {listing !== null && countText(translator, listing)}
          </p>
          <label class="case-sort">
            <span class="visually-hidden">{t('services.list.sort')}</span>
            <select
              value={search.sort}
              onChange={(event) => onSearch({ ...search, sort: event.currentTarget.value as ListSort })}
            >
              <option value="name">{t('services.list.byName')}</option>
              <option value="unchecked">{t('services.list.byUnchecked')}</option>
            </select>
          </label>
          {/* Its list opens towards the beginning of the line: at the beginning itself it would lie under the rail. */}
          <Menu
            label={t('services.list.more')}
            as="dots"
            items={[
              { text: t('services.list.coverage'), href: '/coverage' },
              { text: t('services.exchange.title'), href: '/services/exchange' },
            ]}
          />
        </div>
      </search>
      {unfinished != null && (
        <div class="service-list-notices no-print">
          <Notice tone="w">
            <p>{t('services.list.unfinished')}</p>
            <a href="/services/exchange">{t('services.list.goOn')}</a>
          </Notice>
        </div>
      )}
      {listing === null ? (
        <p class="case-list-state muted" role="status">
          {t('services.loading')}
        </p>
      ) : listing.count > 0 ? (
        <ServiceRows room={room} listing={listing} open={open} now={now} onShow={pages.show} enter={enter} />
      ) : (
        <div class="case-list-state stack stack-tight">
          {isNarrowed(search) ? (
            <>
              <p class="strong">{t('services.list.nothingFound')}</p>
              <p class="muted">{t('services.list.nothingFoundHint')}</p>
              <Button kind="plain" onClick={() => onSearch({ ...EVERYTHING, sort: search.sort })}>
                {t('services.filters.clear')}
              </Button>
            </>
          ) : (
            <>
              <p class="strong">{t('services.list.empty')}</p>
              <p class="muted">{t('services.list.emptyHint')}</p>
              {isWriting && <Button href="/services/new">{t('services.new.act')}</Button>}
            </>
          )}
        </div>
      )}
    </>
  );
}

function countText({ language }: Translator, { total, more }: { total: number; more: boolean }): string {
  const number = formatNumber(language, total);
  return more ? t('services.list.countMore', { number }) : t('services.list.count', { count: total, number });
}
