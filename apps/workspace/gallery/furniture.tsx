import { t } from '../src/locale/index.ts';
import { Button } from '../src/look/Button.tsx';
import type { Furniture } from '../src/look/furniture.ts';
import { Icon } from '../src/look/Icon.tsx';

/** Stands where the real one stands, and leads nowhere. */
export const FURNITURE: Furniture = {
  Leave: () => (
    <Button kind="plain" class="leave">
      {t('shell.leave')}
    </Button>
  ),
  LockWarning: () => (
    <div class="state-line state-line-w">
      <p>
        <Icon name="lock" size={15} />
        <span>{t('shell.state.aboutToLock')}</span>
      </p>
    </div>
  ),
  Jump: () => (
    <Button kind="quiet" icon label={t('shell.jump.open')}>
      <Icon name="search" />
    </Button>
  ),
  Back: () => null,
  State: () => (
    <div class="state-line">
      <p>
        <span class="dot" aria-hidden="true" />
        <span>{t('shell.state.offline', { count: 3 })}</span>
      </p>
      <a href="#waiting">{t('shell.state.show')}</a>
    </div>
  ),
};
