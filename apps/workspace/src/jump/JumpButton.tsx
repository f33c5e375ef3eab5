import { t } from '../locale/index.ts';
import { Icon } from '../look/Icon.tsx';
import { openJump } from './open-jump.ts';

/** Opens the search over everything. Where there is room it says its name and its keys. */
export function JumpButton({ class: looks, shortcut }: { class: string; shortcut?: true }) {
  return (
    <button
      type="button"
      class={looks}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={openJump}
    >
      <Icon name="search" />
      <span class={shortcut ? undefined : 'visually-hidden'}>{t('shell.jump.open')}</span>
      {shortcut && (
        <kbd class="muted small" aria-hidden="true">
          Ctrl K
        </kbd>
      )}
    </button>
  );
}
