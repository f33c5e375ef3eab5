import { useLocation } from 'preact-iso';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ShownPart } from './parts.ts';

/** The parts of a tab, one below the other; the one whose address it is comes into sight. */
export function TabContent({ tab, part }: ShownPart) {
  const { url } = useLocation();
  const wanted = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = wanted.current;
    if (element === null || element.previousElementSibling === null) return undefined;
    element.scrollIntoView();
    // Those above it arrive later and would push it away, until somebody scrolls.
    const above = new ResizeObserver(() => element.scrollIntoView());
    for (const each of element.parentElement?.children ?? []) if (each !== element) above.observe(each);
    const rest = (): void => above.disconnect();
    for (const sign of RESTS) addEventListener(sign, rest, { once: true, passive: true, capture: true });
    return () => {
      rest();
      for (const sign of RESTS) removeEventListener(sign, rest, { capture: true });
    };
  }, [tab, url]);
  return (
    <div class="case-tab">
      {tab.parts.map((each) => (
        <div key={each.part} class="case-part" ref={each.part === part ? wanted : null}>
          <each.Content />
        </div>
      ))}
    </div>
  );
}

/** Signs that somebody is at work on the page: from then on nothing moves by itself. */
const RESTS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
