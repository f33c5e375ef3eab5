import { t } from '../locale/index.ts';
import { Notice } from '../look/Notice.tsx';
import { hasStopped } from './push-device.ts';

/** Says that this device is woken no more although somebody wanted it; nothing while all is well. */
export function RemindersStopped() {
  if (!hasStopped.value) return null;
  return (
    <Notice tone="w">
      <p>{t('reminders.stopped.text')}</p>
      <p>
        <a href="/settings#reminders">{t('reminders.stopped.look')}</a>
      </p>
    </Notice>
  );
}
