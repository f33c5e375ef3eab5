import type { Id } from '@dayaq/vault/client';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { scrollerOf, useSight } from './use-sight.ts';
import { scrollToShow, type Window, windowOf } from './window.ts';

/** What is listed, whole or as far as it was fetched. Replaced whole, never changed in place. */
export interface RowList<Row> {
  /** Another one begins at the top. */
  search: unknown;
  /** Rows to reserve room for. */
  count: number;
  /** There are more than are counted. */
  more: boolean;
  /** Undefined while it is on its way. */
  at(index: number): Row | undefined;
  /** Where a row stands, as far as that is known, or -1. */
  placeOf(id: Id): number;
}

/** Rows drawn above and below what is in sight, so that a quick flick meets no blank. */
const SPARE_ROWS = 6;

interface Props<Row> {
  list: RowList<Row>;
  /** What the list is called for those who do not see it. */
  label: string;
  addressOf: (row: Row) => string;
  content: (row: Row) => JSX.Element;
  /** Attributes of a row's link, by which others know it. */
  named?: (row: Row) => Readonly<Record<`data-${string}`, string>>;
  /** The row that stands beside the list. */
  open: Id | null;
  /** Called when other rows come into sight. */
  onShow?: (window: Window) => void;
  class?: string;
  /** Tells the list to move the focus into itself, e.g. after arrow down in the search field; counts up. */
  enter: number;
}

/**
 * The rows of the list. Only those in sight stand in the page, so 100 000 scroll like twenty. Rows keep their
 * identity: news that arrives neither takes the focus away nor lets the list jump under the reader's eyes.
 */
export function Rows<Row extends { id: Id }>({
  list: listing,
  label,
  addressOf,
  content,
  named,
  open,
  onShow,
  class: look,
  enter,
}: Props<Row>) {
  const list = useRef<HTMLUListElement>(null);
  const ruler = useRef<HTMLLIElement>(null);
  const [active, setActive] = useState(0);
  const wantsFocus = useRef(false);
  // Going to the row that is active already must draw once more too, for the focus to follow.
  const [, drawAgain] = useState(0);
  const sight = useSight(list, ruler);
  const { count } = listing;
  const shown = windowOf({ ...sight, count, spare: SPARE_ROWS });
  const current = Math.min(active, Math.max(0, count - 1));

  useEffect(() => onShow?.(shown), [shown.first, shown.end, listing]);
  useStillness(list, listing, sight.scrollTop, sight.rowHeight, setActive);

  useEffect(() => {
    if (enter > 0) goTo(0);
  }, [enter]);

  // A row that was far away gets the focus once it is there.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const link = list.current?.querySelector<HTMLElement>(`[data-row="${current}"]`);
    if (!link) return;
    wantsFocus.current = false;
    link.focus({ preventScroll: true });
  });

  function goTo(index: number): void {
    const to = Math.max(0, Math.min(count - 1, index));
    setActive(to);
    wantsFocus.current = true;
    drawAgain((turn) => turn + 1);
    if (list.current === null || sight.rowHeight === 0) return;
    const scroller = scrollerOf(list.current);
    const by = scrollToShow({ ...sight, index: to }) - sight.scrollTop;
    if (by !== 0) scroller.scrollBy({ top: by, behavior: 'instant' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(sight.height / (sight.rowHeight || 1)) - 1);
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: count - 1,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    goTo(to);
  }

  const indexes = new Set<number>();
  for (let index = shown.first; index < shown.end; index++) indexes.add(index);
  // The row with the focus stays in the page even when it is scrolled out of sight: focus is never dropped.
  if (count > 0) indexes.add(current);

  return (
    <ul
      ref={list}
      class={look === undefined ? 'case-rows' : `case-rows ${look}`}
      aria-label={label}
      style={{ blockSize: `${count * sight.rowHeight}px` }}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => {
        const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row;
        if (row !== undefined) setActive(Number(row));
      }}
    >
      <li ref={ruler} class="case-row case-row-ruler" aria-hidden="true" />
      {[...indexes]
        .sort((a, b) => a - b)
        .map((index) => {
          const row = listing.at(index);
          return (
            <li
              key={row?.id ?? `waiting-${index}`}
              class="case-row"
              aria-posinset={index + 1}
              aria-setsize={listing.more ? -1 : count}
              style={{ insetBlockStart: `${index * sight.rowHeight}px` }}
            >
              {row && (
                <a
                  class="case-row-link"
                  href={addressOf(row)}
                  data-row={index}
                  {...named?.(row)}
                  tabIndex={index === current ? 0 : -1}
                  aria-current={row.id === open ? 'page' : undefined}
                >
                  {content(row)}
                </a>
              )}
            </li>
          );
        })}
    </ul>
  );
}

/**
 * When the same search is answered anew and rows moved, scrolls by as much as the topmost row in sight moved, and lets
 * the active row follow.
 */
function useStillness<Row extends { id: Id }>(
  list: { current: HTMLUListElement | null },
  listing: RowList<Row>,
  scrollTop: number,
  rowHeight: number,
  setActive: (update: (index: number) => number) => void,
): void {
  const before = useRef(listing);
  useLayoutEffect(() => {
    const former = before.current;
    before.current = listing;
    if (former === listing) return;
    if (former.search !== listing.search) {
      setActive(() => 0);
      if (list.current && scrollTop > 0)
        scrollerOf(list.current).scrollBy({ top: -scrollTop, behavior: 'instant' });
      return;
    }
    setActive((index) => {
      const row = former.at(index);
      const place = row === undefined ? -1 : listing.placeOf(row.id);
      return place < 0 ? index : place;
    });
    const holdsFocus = list.current?.contains(document.activeElement) ?? false;
    if (!list.current || rowHeight === 0 || (scrollTop <= 0 && !holdsFocus)) return;
    const top = Math.max(0, Math.floor(scrollTop / rowHeight));
    const row = former.at(top);
    const place = row === undefined ? -1 : listing.placeOf(row.id);
    if (place >= 0 && place !== top) {
      scrollerOf(list.current).scrollBy({ top: (place - top) * rowHeight, behavior: 'instant' });
    }
  }, [listing]);
}
