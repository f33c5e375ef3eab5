import { signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** What stands in the bar while the name of the open case is out of sight; empty while one sees it. */
export const nameInBar = signal('');

/** Height of the bar (px), under which a name cannot be seen. */
const BAR = '-56px 0px 0px 0px';

/** Whoever came to the middle of a case, or has read on, still sees whose it is. */
export function useNameInBar(element: RefObject<Element | null>, name: string): void {
  useLayoutEffect(() => {
    if (element.current === null) return undefined;
    const watch = new IntersectionObserver(
      (seen) => (nameInBar.value = seen.at(-1)?.isIntersecting === false ? name : ''),
      { rootMargin: BAR },
    );
    watch.observe(element.current);
    return () => {
      watch.disconnect();
      nameInBar.value = '';
    };
  }, [name]);
}
