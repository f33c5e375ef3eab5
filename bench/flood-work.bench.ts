/** How long a cheap phone works for one letter while a door is in flood, at the most that is ever asked for. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LETTER_WORK } from '@dayaq/sealing';
import type { Page } from 'playwright-core';
import { openChromium } from './lib/chromium.ts';
import { openBenchDoor } from './lib/door.ts';
import { conclude, median, say } from './lib/figure.ts';
import { builtWorkspace } from './lib/pages.ts';
import { startBenchServer } from './lib/server.ts';

const BAR = 5;
const LETTERS = 20;
const SLOWER = 4;

/** Milliseconds from asking the Worker to what it found, for some letters; chance makes them differ. */
function workFor(page: Page, worker: string, letters: number): Promise<number[]> {
  return page.evaluate(
    async ({ worker, letters, tries }) => {
      const times: number[] = [];
      for (let i = 0; i < letters; i++) {
        const from = performance.now();
        const doing = new Worker(worker, { type: 'module' });
        await new Promise<void>((done, fail) => {
          doing.addEventListener('error', () => fail(new Error('no Worker')));
          doing.addEventListener('message', ({ data }) => typeof data === 'number' || done());
          const [challenge, letter] = [new Uint8Array(32).fill(i), new Uint8Array(16).fill(i)];
          doing.postMessage({ challenge, tries, letter });
        });
        doing.terminate();
        times.push(performance.now() - from);
      }
      return times;
    },
    { worker, letters, tries: LETTER_WORK.mostTries },
  );
}

const pages = builtWorkspace();
const server = await startBenchServer({ pages });
const profile = await mkdtemp(join(tmpdir(), 'dayaq-bench-profile-'));
try {
  const names = await readdir(join(pages, '../../public/dist/assets'));
  const worker = names.find((name) => name.startsWith('letter-work.worker') && name.endsWith('.js'));
  if (worker === undefined) throw new Error('the public pages are not built');
  const context = await openChromium(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  const { tell } = await openBenchDoor(server.url, server.tokens[0] ?? '');
  await page.goto(`${server.url}${tell}`);
  const url = `${server.url}/page/files/assets/${worker}`;
  const quick = median(await workFor(page, url, LETTERS));
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const times = await workFor(page, url, LETTERS);
  // Where a browser does not slow its Workers down, what they would take is reckoned.
  const slowed = median(times) / quick;
  const factor = slowed < SLOWER / 2 ? SLOWER : 1;
  const seconds = times.map((ms) => (ms * factor) / 1000).toSorted((a, b) => a - b);
  say(`${(quick / 1000).toFixed(2)} s here; ${seconds.map((each) => each.toFixed(1)).join(' ')} s slowed`);
  const middle = median(seconds);
  conclude({
    name: 'flood-work',
    value: middle,
    unit: `s for one letter at the most that is asked, a processor ${SLOWER} times slower${factor > 1 ? ' (reckoned)' : ''}`,
    against: null,
    bar: `≤ ${BAR} s`,
    held: middle <= BAR,
  });
  await context.close();
} finally {
  await server.stop();
  await rm(profile, { recursive: true, force: true });
}
process.exit();
