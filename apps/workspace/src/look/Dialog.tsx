import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { LeaveButton } from '../shell/LeaveButton.tsx';
import { LockWarning } from '../shell/LockWarning.tsx';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

interface Props {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  /** Buttons at the end; closing is always there. */
  actions?: ComponentChildren;
}

/** The browser's own dialog, with its own way to leave and warning before locking, since it covers the page's: it keeps the focus inside, closes on Escape, and gives the focus back. */
export function Dialog({ open, title, onClose, children, actions }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null || !open) return;
    const opener = document.activeElement;
    if (!element.open) element.showModal();
    return () => {
      element.close();
      // When a page takes the whole dialog away, the element has left the document by now and the browser gives nothing back.
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && opener instanceof HTMLElement && opener.isConnected)
        opener.focus({ preventScroll: true });
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        // The page decides: closing is its state, not the element's.
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        // A second Escape in a row closes it without asking. The page is told; if it wants to stay open, it comes back.
        if (dialog.current === null) return;
        onClose();
        setTimeout(() => {
          if (dialog.current?.open === false) dialog.current.showModal();
        });
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div class="dialog-body">
        <div class="dialog-head">
          <h2 id={id}>{title}</h2>
          <LeaveButton />
          <Button kind="quiet" icon label={t('shell.close')} onClick={onClose}>
            <Icon name="close" />
          </Button>
        </div>
        <div role="status">
          <LockWarning />
        </div>
        {children}
        {actions && <div class="buttons">{actions}</div>}
      </div>
    </dialog>
  );
}
