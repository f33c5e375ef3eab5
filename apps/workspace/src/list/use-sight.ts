import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/** The part of the list that can be seen, under the head that sticks above it. Pixels. */
export interface Sight {
  scrollTop: number;
  height: number;
  rowHeight: number;
}

const UNSEEN: Sight = { scrollTop: 0, height: 0, rowHeight: 0 };

/** What scrolls the list: its pane on a laptop, the page on a phone. */
export function scrollerOf(element: Element): Element {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.documentElement;
}

/**
 * Follows what of `list` is in sight, at most once a frame. `ruler` is a hidden row that is as high as every row, so
 * that larger type makes larger rows.
 */
export function useSight(list: RefObject<HTMLElement | null>, ruler: RefObject<HTMLElement | null>): Sight {
  const [sight, setSight] = useState(UNSEEN);

  const measure = () => {
    if (list.current === null || ruler.current === null) return;
    const scroller = scrollerOf(list.current);
    const isPage = scroller === document.documentElement;
    const top = isPage
      ? (document.querySelector('.page-head')?.getBoundingClientRect().bottom ?? 0)
      : scroller.getBoundingClientRect().top;
    // A rail stands beside the rows, and a bar that is hidden nowhere: both begin at the top.
    const bar = document.querySelector('.nav')?.getBoundingClientRect().top ?? 0;
    const bottom = isPage ? (bar > 0 ? bar : innerHeight) : top + scroller.clientHeight;
    // Beside a detail the search field sticks to the top, and rows pass under it.
    const head = list.current.previousElementSibling?.getBoundingClientRect().bottom ?? top;
    const visible = Math.max(top, head);
    const next: Sight = {
      scrollTop: visible - list.current.getBoundingClientRect().top,
      height: Math.max(0, bottom - visible),
      rowHeight: ruler.current.getBoundingClientRect().height,
    };
    setSight((now) =>
      now.scrollTop === next.scrollTop && now.height === next.height && now.rowHeight === next.rowHeight
        ? now
        : next,
    );
  };

  useLayoutEffect(measure);
  useEffect(() => {
    let frame = 0;
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    };
    // Scrolling does not bubble; capturing hears the pane and the page alike.
    // A list that was folded away has no size until it stands there again.
    const size = new ResizeObserver(later);
    if (list.current?.parentElement) size.observe(list.current.parentElement);
    document.addEventListener('scroll', later, { capture: true, passive: true });
    addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      size.disconnect();
      document.removeEventListener('scroll', later, { capture: true });
      removeEventListener('resize', later);
    };
  }, []);
  return sight;
}
