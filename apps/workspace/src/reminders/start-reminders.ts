import { effect } from '@preact/signals';
import { innerWordsSettled, language, t } from '../locale/index.ts';
import { useVault, whenPhaseChanges } from '../vault/session.ts';

/** What they need comes once somebody has come in. */
const fetchDevice = () => import('./push-device.ts');

/** Keeps this device known to the server and the notification in the language of the pages, where it was turned on. */
export function startReminders(): void {
  whenPhaseChanges((phase) => {
    if (phase !== 'open') return;
    const vault = useVault();
    // Nobody waits for it, and the next opening does it again.
    fetchDevice()
      .then(({ renew }) => renew(vault))
      .catch(() => undefined);
  });
  effect(() => {
    if (!innerWordsSettled.value) return;
    const words = { title: t('reminders.notification'), language: language.value };
    keepTheirWords(words).catch(() => undefined);
  });
}

async function keepTheirWords(words: { title: string; language: string }): Promise<void> {
  const [{ pushState }, { keepWords }] = await Promise.all([
    fetchDevice(),
    import('./notification-words.ts'),
  ]);
  if ((await pushState()) === 'on') await keepWords(words);
}
