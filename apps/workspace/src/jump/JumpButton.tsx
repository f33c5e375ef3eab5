import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Icon } from '../look/Icon.tsx';
import { openJump } from './open-jump.ts';

/** Opens the search over everything. In the rail it says its name and its keys; over a page it is an icon. */
export function JumpButton({ inRail = false }: { inRail?: boolean }) {
  return (
    <Button
      kind={inRail ? 'plain' : 'quiet'}
      icon={!inRail}
      class={inRail ? 'nav-jump' : 'page-jump'}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={openJump}
    >
      <Icon name="search" />
      <span class={inRail ? undefined : 'visually-hidden'}>{t('shell.jump.open')}</span>
      {inRail && (
        <kbd class="muted small" aria-hidden="true">
          Ctrl K
        </kbd>
      )}
    </Button>
  );
}
