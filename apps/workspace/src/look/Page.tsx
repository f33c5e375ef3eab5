import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { JumpButton } from '../jump/JumpButton.tsx';
import { LeaveButton } from '../shell/LeaveButton.tsx';
import { StateLine } from '../shell/StateLine.tsx';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

interface Props {
  /** The page's one h1. */
  title: string;
  /** Where "back" leads. */
  back?: string | undefined;
  /** Beside the title. */
  actions?: ComponentChildren;
  /** `column` for reading and forms, `wide` for tables, `panes` for list beside detail (children are `.pane`s). */
  layout?: 'column' | 'wide' | 'panes';
  children: ComponentChildren;
}

/** The frame of every page: title, way back, quick exit, state line, and the main part. */
export function Page({ title, back, actions, layout = 'column', children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Whoever does not see the page change hears where they are. Somebody who already stands in a field stays there.
    const at = document.activeElement;
    if (at === null || at === document.body || at.closest('.nav') !== null) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <div class="page">
      <header class="page-head">
        {back !== undefined && (
          <Button kind="quiet" icon class="back" href={back} label={t('shell.back')}>
            <Icon name="back" />
          </Button>
        )}
        <h1 class="page-title" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {actions}
        <JumpButton class="button button-quiet button-icon page-jump" />
        <LeaveButton />
      </header>
      <StateLine />
      {layout === 'panes' ? (
        <main class="panes" id="main" tabIndex={-1}>
          {children}
        </main>
      ) : (
        <main class="page-main" id="main" tabIndex={-1}>
          <div class={layout === 'column' ? 'page-column' : undefined}>{children}</div>
        </main>
      )}
    </div>
  );
}
