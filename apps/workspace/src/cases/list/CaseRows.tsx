import type { CaseRow, Id } from '@dayaq/vault/client';
import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { type Listing, placeOf, rowAt } from '../../list/pages.ts';
import { Rows } from '../../list/Rows.tsx';
import type { Window } from '../../list/window.ts';
import type { Room } from '../room.ts';
import { CaseListRow } from './CaseListRow.tsx';

interface Props {
  room: Room;
  listing: Listing<CaseRow>;
  /** The case that stands beside the list. */
  open: Id | null;
  /** Called when other rows come into sight. */
  onShow: (window: Window) => void;
  /** Tells the list to move the focus into itself, e.g. after arrow down in the search field; counts up. */
  enter: number;
}

/** The rows of the list of cases. */
export function CaseRows({ room, listing, open, onShow, enter }: Props) {
  const cells = useRef(new WeakMap<CaseRow, { made: unknown[]; content: JSX.Element }>());
  const list = useMemo(
    () => ({
      search: listing.search,
      count: listing.count,
      more: listing.more,
      at: (index: number) => rowAt(listing, index),
      placeOf: (id: Id) => placeOf(listing, id),
    }),
    [listing],
  );

  // Rows that stay are not made anew while the list scrolls past.
  function cell(row: CaseRow): JSX.Element {
    const held = cells.current.get(row);
    const { text } = listing.search;
    const { translator, members, today } = room;
    if (held?.made.every((part, i) => part === [text, translator, members, today][i])) return held.content;
    const content = <CaseListRow room={room} row={row} search={text} />;
    cells.current.set(row, { made: [text, translator, members, today], content });
    return content;
  }

  return (
    <Rows
      list={list}
      label={room.translator.t('cases.list.label')}
      addressOf={({ id }) => `/cases/${id}`}
      named={({ id }) => ({ 'data-case': id })}
      content={cell}
      open={open}
      onShow={onShow}
      enter={enter}
    />
  );
}
