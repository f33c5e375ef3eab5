import { useEffect, useRef } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** Milliseconds that it stays when nobody is at it. */
const SHOWN_FOR = 10_000;

interface Props {
  text: string;
  onUndo: () => void;
  onClose: () => void;
}

/**
 * Says what was just done and offers to take it back, in a row of its own above the acts. It stays ten seconds, and as long
 * as it has the focus or a pointer on it. It takes the focus only where what held it is gone, so that keys are not lost.
 */
export function Toast({ text, onUndo, onClose }: Props) {
  const row = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const hold = () => clearTimeout(timer.current);
  const leave = () => {
    hold();
    timer.current = setTimeout(() => {
      if (row.current?.matches(':focus-within, :hover') !== true) close.current();
    }, SHOWN_FOR);
  };
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body)
      row.current?.querySelector('button')?.focus({ preventScroll: true });
    leave();
    return hold;
  }, []);
  return (
    <div
      ref={row}
      class="toast-row no-print"
      onFocusOut={leave}
      onPointerLeave={leave}
      onFocusIn={hold}
      onPointerEnter={hold}
    >
      <div class="toast">
        <span class="grow" role="status">
          {text}
        </span>
        <Button kind="quiet" onClick={onUndo}>
          <Icon name="undo" />
          {t('cases.undo.undo')}
        </Button>
        <Button kind="quiet" icon label={t('shell.close')} onClick={onClose}>
          <Icon name="close" />
        </Button>
      </div>
    </div>
  );
}
