import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { BackButton } from './BackButton.tsx';
import { furniture } from './furniture.ts';

interface Props {
  /** The page's one h1. */
  title: string;
  /** What the page is about, while its own heading is out of sight; empty while it is seen. */
  about?: string;
  /** Where "back" leads; omitted, to where a page of its place leads. */
  back?: string | undefined;
  /** Beside the title. */
  actions?: ComponentChildren;
  /** `column` for reading and forms, `wide` for tables, `panes` for list beside detail (children are `.pane`s). */
  layout?: 'column' | 'wide' | 'panes';
  children: ComponentChildren;
}

/** The frame of every page: title, way back, quick exit, state line, and the main part. */
export function Page({ title, about = '', back, actions, layout = 'column', children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const head = useRef<HTMLElement>(null);
  useLayoutEffect(() => (head.current === null ? undefined : stickByLastLine(head.current)), []);
  useEffect(() => {
    // Whoever does not see the page change hears where they are. Somebody who already stands in a field stays there.
    const at = document.activeElement;
    if (at === null || at === document.body || at.closest('.nav') !== null) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <div class="page">
      <header class="page-head" ref={head}>
        {back === undefined ? <furniture.Back /> : <BackButton href={back} />}
        <h1 class="page-title" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {about !== '' && (
          <span class="page-about" aria-hidden="true" dir="auto">
            {about}
          </span>
        )}
        {actions}
        <furniture.Jump />
        <furniture.Leave />
      </header>
      <furniture.State />
      {layout === 'panes' ? (
        <main class="panes" id="main" tabIndex={-1}>
          {children}
        </main>
      ) : (
        <main class="page-main" id="main" tabIndex={-1}>
          <div class={layout === 'column' ? 'page-column' : 'page-wide'}>{children}</div>
        </main>
      )}
    </div>
  );
}

/**
 * With large text the title takes lines of its own. They scroll away, and only the last line of the head, in which Leave is,
 * stays in sight: what sticks leaves the page its room.
 */
function stickByLastLine(head: HTMLElement): () => void {
  const measure = (): void => {
    const last = head.querySelector<HTMLElement>(':scope > .leave');
    const above = last === null ? 0 : last.offsetTop - Number.parseFloat(getComputedStyle(head).paddingTop);
    head.style.setProperty('--above', above > head.offsetHeight / 4 ? `${-above}px` : '0px');
  };
  const watch = new ResizeObserver(measure);
  watch.observe(head);
  return () => watch.disconnect();
}
