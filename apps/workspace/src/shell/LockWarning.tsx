import { t } from '../locale/index.ts';
import { aboutToLock } from './auto-lock.ts';

/** In the last half minute before the device locks by itself. Stands inside an element with the role `status`. */
export function LockWarning() {
  if (!aboutToLock.value) return null;
  return (
    <div class="state-line">
      <p>
        <span class="dot" aria-hidden="true" />
        <span>{t('shell.state.aboutToLock')}</span>
      </p>
    </div>
  );
}
