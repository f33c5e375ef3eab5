import { useLocation } from 'preact-iso';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ShownPart } from './parts.ts';

/** The parts of a tab, one below the other; the one whose address it is comes into sight, or the record that it names. */
export function TabContent({ tab, part }: ShownPart) {
  const { url } = useLocation();
  const wanted = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = wanted.current;
    const named = new URL(url, location.href).hash.slice(1);
    if (element === null || (named === '' && element.previousElementSibling === null)) return undefined;
    const show = (): void => {
      const record = named === '' ? null : document.getElementById(named);
      if (record !== null) record.scrollIntoView({ block: 'center' });
      else if (element.previousElementSibling !== null) element.scrollIntoView();
    };
    show();
    // What stands above arrives later and would push it away, and the record itself too, until somebody scrolls.
    const arriving = new ResizeObserver(show);
    for (const each of element.parentElement?.children ?? [])
      if (each !== element || named !== '') arriving.observe(each);
    const rest = (): void => arriving.disconnect();
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
