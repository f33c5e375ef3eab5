import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { scrollerOf, useSight } from '../../cases/list/use-sight.ts';
import { scrollToShow, windowOf } from '../../cases/list/window.ts';
import type { Room } from '../../cases/room.ts';
import { t } from '../../locale/index.ts';
import type { ClockTime } from '../clock.ts';
import type { Listed } from '../directory.ts';
import { ServiceRow } from './ServiceRow.tsx';

/** Rows drawn above and below what is in sight. */
const SPARE_ROWS = 6;

interface Props {
  room: Room;
  lines: readonly Listed[];
  /** What they were searched by: another search begins at the top. */
  search: string;
  /** The service or provider that stands beside the list. */
  open: string | null;
  now: ClockTime;
  /** Tells the list to take the focus, e.g. after arrow down in the search field; counts up. */
  enter: number;
}

export const addressOf = ({ id, provider }: Pick<Listed, 'id' | 'provider'>): string =>
  id === provider ? `/services/${provider}` : `/services/${provider}/${id}`;

/** The lines of the directory. Only those in sight stand in the page, so five thousand scroll like twenty. */
export function ServiceRows({ room, lines, search, open, now, enter }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const ruler = useRef<HTMLLIElement>(null);
  const [active, setActive] = useState(0);
  const wantsFocus = useRef(false);
  const [, drawAgain] = useState(0);
  const sight = useSight(list, ruler);
  const count = lines.length;
  const shown = windowOf({ ...sight, count, spare: SPARE_ROWS });
  const current = Math.min(active, Math.max(0, count - 1));

  useEffect(() => {
    if (enter > 0) goTo(0);
  }, [enter]);

  const before = useRef(search);
  useLayoutEffect(() => {
    if (before.current === search) return;
    before.current = search;
    setActive(0);
    if (list.current !== null && sight.scrollTop > 0)
      scrollerOf(list.current).scrollBy({ top: -sight.scrollTop, behavior: 'instant' });
  }, [search]);

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
    const by = scrollToShow({ ...sight, index: to }) - sight.scrollTop;
    if (by !== 0) scrollerOf(list.current).scrollBy({ top: by, behavior: 'instant' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(sight.height / Math.max(1, sight.rowHeight)) - 1);
    const to = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: count - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    goTo(to);
  }

  const indexes = new Set<number>();
  for (let index = shown.first; index < shown.end; index++) indexes.add(index);
  // The row with the focus stays in the page even when it is scrolled out of sight.
  if (count > 0) indexes.add(current);

  return (
    <ul
      ref={list}
      class="case-rows service-rows"
      aria-label={t('services.list.label')}
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
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <li
              key={line.id}
              class="case-row"
              aria-posinset={index + 1}
              aria-setsize={count}
              style={{ insetBlockStart: `${index * sight.rowHeight}px` }}
            >
              <a
                class="case-row-link"
                href={addressOf(line)}
                data-row={index}
                tabIndex={index === current ? 0 : -1}
                aria-current={line.id === open ? 'page' : undefined}
              >
                <ServiceRow room={room} line={line} search={search} now={now} />
              </a>
            </li>
          );
        })}
    </ul>
  );
}
