import { Button } from '../../look/Button.tsx';
import { formatNumber } from '@dayaq/locale';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Room } from '../../cases/room.ts';
import { t } from '../../locale/index.ts';
import { Menu } from '../../look/Menu.tsx';
import { Notice } from '../../look/Notice.tsx';
import { useQuery } from '../../vault/session.ts';
import type { ClockTime } from '../clock.ts';
import { DIRECTORY_LIMIT, type Directory } from '../directory.ts';
import { UNFINISHED } from '../exchange/unfinished.ts';
import { ListFilters } from './ListFilters.tsx';
import {
  EVERYTHING,
  isNarrowed,
  type ListSearch,
  type ListSort,
  prepareSearch,
  searchDirectory,
} from './list-search.ts';
import { ServiceRows } from './ServiceRows.tsx';

interface Props {
  room: Room;
  directory: Directory;
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
  /** Id of the service or provider that stands beside the list. */
  open: string | null;
  now: ClockTime;
}

/** The directory with its search, filters and order, and the ways to what belongs to it. */
export function ServiceList({ room, directory, search, onSearch, open, now }: Props) {
  const { translator } = room;
  const [enter, setEnter] = useState(0);
  const lines = useMemo(
    () => searchDirectory(directory.listed, search, translator, now, room.country),
    [directory, search, translator, room.country, now.day, search.openNow ? now.minute : 0],
  );
  useEffect(() => prepareSearch(directory.listed, translator), [directory, translator]);
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
          <p role="status" class="muted small" data-answers={search.text}>
            {t('services.list.count', {
              count: lines.length,
              number: formatNumber(translator.language, lines.length),
            })}
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
      {(unfinished != null || directory.cut) && (
        <div class="service-list-notices stack stack-tight no-print">
          {unfinished != null && (
            <Notice tone="w">
              <p>{t('services.list.unfinished')}</p>
              <a href="/services/exchange">{t('services.list.goOn')}</a>
            </Notice>
          )}
          {directory.cut && (
            <Notice tone="w">
              <p>{t('services.list.cut', { number: formatNumber(translator.language, DIRECTORY_LIMIT) })}</p>
            </Notice>
          )}
        </div>
      )}
      {lines.length > 0 ? (
        <ServiceRows
          room={room}
          lines={lines}
          search={search.text}
          group={search.admits}
          open={open}
          now={now}
          enter={enter}
        />
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
