import { useEffect, useRef } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

interface Props {
  text: string;
  onUndo: () => void;
  onClose: () => void;
}

/**
 * Says what was just done and offers to take it back, in a row of its own above the acts. It stays until the next act or
 * until it is closed: nobody has to be quick. It takes the focus, because what held it may be gone.
 */
export function Toast({ text, onUndo, onClose }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <div class="toast no-print">
      <span class="grow" role="status">
        {text}
      </span>
      <Button kind="quiet" buttonRef={button} onClick={onUndo}>
        <Icon name="undo" />
        {t('cases.undo.undo')}
      </Button>
      <Button kind="quiet" icon label={t('shell.close')} onClick={onClose}>
        <Icon name="close" />
      </Button>
    </div>
  );
}
