import { useLocation } from 'preact-iso';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { TABLET } from '../../look/breakpoints.ts';
import type { ShownPart } from './parts.ts';

/**
 * The parts of a tab, one below the other; the one whose address it is comes into sight, or in it the record that the
 * address names (`#record-<id>`), which takes the focus too. On a phone a tab that was pressed comes to the top.
 */
export function TabContent({ tab, part }: ShownPart) {
  const { url } = useLocation();
  const wanted = useRef<HTMLDivElement>(null);
  const before = useRef(tab);
  useLayoutEffect(() => {
    const element = wanted.current;
    const named = location.hash.startsWith('#record-') ? location.hash.slice(1) : null;
    // On a phone the head of the case may fill the screen: without this, pressing a tab seems to do nothing.
    const pressed = before.current !== tab && !matchMedia(TABLET).matches;
    before.current = tab;
    const isFirst = element?.previousElementSibling === null;
    if (element === null || (isFirst && named === null && !pressed)) return undefined;
    let focused = false;
    const show = (): void => {
      const record = named === null ? null : document.getElementById(named);
      if (record === null) {
        if (!isFirst) element.scrollIntoView();
        else if (pressed) element.closest('.case-main')?.querySelector('.tabs')?.scrollIntoView();
        return;
      }
      record.scrollIntoView({ block: 'center' });
      if (focused) return;
      focused = true;
      record.tabIndex = -1;
      record.focus({ preventScroll: true });
    };
    show();
    // What arrives later would push it away, or is what is looked for: until somebody scrolls.
    const around = new ResizeObserver(show);
    for (const each of element.parentElement?.children ?? [])
      if (each !== element || named !== null || isFirst) around.observe(each);
    const rest = (): void => around.disconnect();
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
