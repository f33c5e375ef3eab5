import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { LeaveButton } from '../shell/LeaveButton.tsx';
import { status } from '../vault/session.ts';
import { LanguagePicker } from './LanguagePicker.tsx';
import { Notice } from '../look/Notice.tsx';

/** The frame of pages before one is in: language, quick exit, and one calm column. */
export function Outside({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: string;
  children: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [title]);
  return (
    <div class="outside">
      <header class="outside-head">
        <LanguagePicker />
        <LeaveButton />
      </header>
      <main class="outside-main stack stack-loose" id="main">
        <div class="stack stack-tight">
          <h1 tabIndex={-1} ref={heading}>
            {title}
          </h1>
          {lead && <p class="muted">{lead}</p>}
        </div>
        {status.value.storage === 'memory' && (
          <Notice tone="w">
            <p>{t('account.memory')}</p>
          </Notice>
        )}
        {children}
      </main>
    </div>
  );
}
