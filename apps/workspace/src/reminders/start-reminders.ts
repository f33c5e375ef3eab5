import { effect } from '@preact/signals';
import { innerWordsSettled, language, t } from '../locale/index.ts';
import { useVault, whenPhaseChanges } from '../vault/session.ts';
import { keepWords } from './notification-words.ts';
import { hasStopped, pushState, renew } from './push-device.ts';

/** Keeps this device known to the server and the notification in the language of the pages, where it was turned on. */
export function startReminders(): void {
  whenPhaseChanges((phase) => {
    hasStopped.value = false;
    // Nobody waits for it, and the next opening does it again.
    if (phase === 'open') renew(useVault()).catch(() => undefined);
  });
  effect(() => {
    if (!innerWordsSettled.value) return;
    const words = { title: t('reminders.notification'), language: language.value };
    pushState()
      .then((state) => (state === 'on' ? keepWords(words) : undefined))
      .catch(() => undefined);
  });
}
