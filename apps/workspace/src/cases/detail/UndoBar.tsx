import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../look/Icon.tsx';
import { useOpenCase } from './open-case.ts';

interface Props {
  text: string;
  onUndo: () => void;
  onClose: () => void;
}

/**
 * Offers to take back what was just done. It stays until the next act or until it is closed: nobody has to be quick. It
 * takes the focus, because what held it may be gone.
 */
export function UndoBar({ text, onUndo, onClose }: Props) {
  const { t } = useOpenCase().translator;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <div class="case-undo no-print">
      <span class="grow" role="status">
        {text}
      </span>
      <button ref={button} type="button" class="button button-quiet" onClick={onUndo}>
        {t('cases.undo.undo')}
      </button>
      <button
        type="button"
        class="button button-quiet button-icon"
        aria-label={t('cases.close')}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
