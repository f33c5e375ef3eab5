import './look/look.css';
import { connectVault } from '@dayaq/vault/browser/connect';
import { render } from 'preact';
import { App } from './app.tsx';
import { startLanguage } from './locale/index.ts';
import { startOffline } from './shell/offline.ts';
import { startInstallOffer } from './settings/install.ts';
import { startTheme } from './settings/theme.ts';
import { openSession } from './vault/session.ts';

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no #app');

startTheme();
openSession(connectVault(new Worker(new URL('./vault/worker.ts', import.meta.url), { type: 'module' })));
startOffline();
startInstallOffer();
// Words first: a page without them would only flash its keys.
startLanguage().then(() => render(<App />, place));
