import { offersOf } from '@dayaq/domain';
import type { DossierRow, Id } from '@dayaq/vault/client';
import { useMemo } from 'preact/hooks';
import type { Room } from '../../cases/room.ts';
import { type Listing, placeOf, rowAt } from '../../list/pages.ts';
import { Rows } from '../../list/Rows.tsx';
import type { Window } from '../../list/window.ts';
import { t } from '../../locale/index.ts';
import type { ClockTime } from '../clock.ts';
import { askOf, type ListSearch } from './list-search.ts';
import { ServiceRow } from './ServiceRow.tsx';

interface Props {
  room: Room;
  listing: Listing<DossierRow, ListSearch>;
  /** The provider that stands beside the list. */
  open: Id | null;
  now: ClockTime;
  /** Called when other rows come into sight. */
  onShow: (window: Window) => void;
  /** Tells the list to take the focus, e.g. after arrow down in the search field; counts up. */
  enter: number;
}

/** The providers of the directory. */
export function ServiceRows({ room, listing, open, now, onShow, enter }: Props) {
  const { search } = listing;
  const list = useMemo(
    () => ({
      search,
      count: listing.count,
      more: listing.more,
      at: (index: number) => rowAt(listing, index),
      placeOf: (id: Id) => placeOf(listing, id),
    }),
    [listing],
  );
  const ask = askOf(search, now);
  // Where one service is what was looked for, it is what comes into sight.
  const addressOf = ({ id, records = [] }: DossierRow): string => {
    const [one, another] = offersOf(records, ask) ?? [];
    return one === undefined || another !== undefined ? `/services/${id}` : `/services/${id}/${one.id}`;
  };
  return (
    <Rows
      list={list}
      class="service-rows"
      label={t('services.list.label')}
      addressOf={addressOf}
      content={(row) => <ServiceRow room={room} row={row} text={search.text} ask={ask} now={now} />}
      open={open}
      onShow={onShow}
      enter={enter}
    />
  );
}
