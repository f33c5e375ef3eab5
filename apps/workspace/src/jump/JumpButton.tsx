import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Icon } from '../look/Icon.tsx';
import { openJump } from './open-jump.ts';

/** Opens the search over everything. On a laptop it says its name and its keys; elsewhere it is an icon. */
export function JumpButton() {
  return (
    <Button
      kind="quiet"
      icon
      class="page-jump"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={openJump}
    >
      <Icon name="search" />
      <span class="page-jump-name">{t('shell.jump.open')}</span>
      <kbd class="page-jump-keys muted" aria-hidden="true">
        Ctrl K
      </kbd>
    </Button>
  );
}
