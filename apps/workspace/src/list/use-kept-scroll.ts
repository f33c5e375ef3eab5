import type { Id } from '@dayaq/vault/client';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * On a phone list and detail share the page's scroll: the list begins where it was left, a new detail at its top. On a laptop
 * the list's own pane never moves.
 */
export function useKeptScroll(
  list: { current: HTMLElement | null },
  detail: { current: HTMLElement | null },
  id: Id | null,
  memory: { scroll: number },
): void {
  const former = useRef<Id | null>(id);
  useEffect(() => {
    const remember = () => {
      const pane = list.current;
      if (pane === null || pane.offsetParent === null) return;
      memory.scroll = pane.scrollTop || scrollY;
    };
    document.addEventListener('scroll', remember, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', remember, { capture: true });
  }, []);
  useLayoutEffect(() => {
    const changed = former.current !== id;
    former.current = id;
    if (id !== null) {
      detail.current?.scrollTo({ top: 0, behavior: 'instant' });
      if (changed && list.current?.offsetParent === null) scrollTo({ top: 0, behavior: 'instant' });
    } else if (memory.scroll > 0) {
      const top = memory.scroll;
      requestAnimationFrame(() => {
        list.current?.scrollTo({ top, behavior: 'instant' });
        scrollTo({ top, behavior: 'instant' });
      });
    }
  }, [id]);
}
