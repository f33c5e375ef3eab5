import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from './Button.tsx';
import { furniture } from './furniture.ts';
import { Icon } from './Icon.tsx';

interface Props {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  /** Buttons at the end; closing is always there. */
  actions?: ComponentChildren;
}

/**
 * The browser's own dialog: it keeps the focus inside, closes on Escape, and gives the focus back. It has the quick exit and
 * the warning before locking within it, since it lies over those of the page.
 */
export function Dialog({ open, title, onClose, children, actions }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null || !open) return;
    const opener = document.activeElement;
    if (!element.open) element.showModal();
    const endLeading = leadToAlerts(element);
    return () => {
      endLeading();
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
          <Button kind="quiet" icon label={t('shell.close')} onClick={onClose}>
            <Icon name="close" />
          </Button>
          <h2 id={id}>{title}</h2>
          <furniture.Leave />
        </div>
        <div class="dialog-warning" role="status">
          <furniture.LockWarning />
        </div>
        {children}
        {actions && <div class="buttons">{actions}</div>}
      </div>
    </dialog>
  );
}

/** What a form has to say of itself, not of one of its fields. */
const ALERT = '[role="alert"]';
const isOfForm = (alert: Element): boolean => alert.closest('.field') === null;

/**
 * Brings what a dialog says into sight: below a long form it would stand out of it, and its button would seem dead. Also where
 * it is said again, when the button is pressed once more.
 * @returns what ends it
 */
function leadToAlerts(dialog: HTMLElement): () => void {
  const lead = (alerts: Iterable<Element>): void => {
    const last = [...alerts].filter(isOfForm).at(-1);
    last?.scrollIntoView({ block: 'nearest' });
  };
  const observer = new MutationObserver((changes) => {
    const added = changes
      .flatMap(({ addedNodes }) => [...addedNodes])
      .filter((node) => node instanceof Element);
    lead(added.flatMap((node) => [...(node.matches(ALERT) ? [node] : []), ...node.querySelectorAll(ALERT)]));
  });
  observer.observe(dialog, { childList: true, subtree: true });
  const again = (): void => {
    requestAnimationFrame(() => lead(dialog.querySelectorAll(ALERT)));
  };
  dialog.addEventListener('submit', again);
  return () => {
    observer.disconnect();
    dialog.removeEventListener('submit', again);
  };
}
