import './look/look.css';
import { connectVault, missingParts } from '@dayaq/vault/browser/connect';
import { render } from 'preact';
import { App } from './app.tsx';
import { furnish } from './look/furniture.ts';
import { forgetForms } from './look/forget-forms.ts';
import { followPresses } from './look/pressed.ts';
import { startLanguage } from './locale/index.ts';
import { startReminders } from './reminders/start-reminders.ts';
import { FURNITURE } from './shell/furniture.tsx';
import { startOffline } from './shell/offline.ts';
import { startInstallOffer } from './settings/install.ts';
import { startTheme } from './settings/theme.ts';
import { openSession, refuseSession, status } from './vault/session.ts';
import { ownStore } from './vault/shelves.ts';

furnish(FURNITURE);
forgetForms();
followPresses(document);

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no #app');

startTheme();
const missing = missingParts();
if (missing.length > 0) refuseSession(missing);
else {
  const vault = connectVault(() => {
    const worker = new Worker(new URL('./vault/worker.ts', import.meta.url), { type: 'module' });
    // A worker that cannot even start would leave the page waiting for ever.
    worker.addEventListener('error', () => {
      if (status.value.phase === 'starting') refuseSession(['worker']);
    });
    return worker;
  }, ownStore);
  openSession(vault);
  // The Worker hears this too where the browser tells Workers; where it does not, what waits would wait a minute longer.
  addEventListener('online', () => void vault.syncNow().catch(() => undefined));
}
startOffline();
startInstallOffer();
startReminders();
// Words first: a page without them would only flash its keys.
void startLanguage().then(() => render(<App />, place));
