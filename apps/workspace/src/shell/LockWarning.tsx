import { t } from '../locale/index.ts';
import { aboutToLock } from './auto-lock.ts';
import { Icon } from '../look/Icon.tsx';

/** In the last half minute before the device locks by itself. Stands inside an element with the role `status`. */
export function LockWarning() {
  if (!aboutToLock.value) return null;
  return (
    <div class="state-line state-line-w">
      <p>
        <Icon name="lock" size={15} />
        <span>{t('shell.state.aboutToLock')}</span>
      </p>
    </div>
  );
}
