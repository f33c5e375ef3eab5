/**
 * From the passphrase to a usable list of one's own among 100 000 cases: the workspace's own page, in Chromium, on disk. The ratio is
 * against the same passphrase derivation followed by native SQLite opening its file and answering the same query.
 */
import { deriveUnlock, newDeviceSecret } from '@dayaq/sealing';
import type { Page } from 'playwright-core';
import { openBigDevice } from './lib/big-device.ts';
import { PASSPHRASE } from './lib/circle.ts';
import { conclude, median, say, timed } from './lib/figure.ts';
import { nativeCases, nativeList } from './lib/native-cases.ts';
import { openNativeSqlite } from './lib/native.ts';

const ROUNDS = 7;
const BAR_MS = 1000;
const BAR_RATIO = 1.5;

/** Milliseconds from sending the passphrase off to rows that have been painted. */
async function unlock(page: Page, url: string): Promise<number> {
  await page.goto(`${url}/cases`);
  const field = page.locator('input[type=password]');
  await field.waitFor();
  await field.fill(PASSPHRASE);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const from = performance.now();
        new MutationObserver((_, observer) => {
          if (document.querySelector('.case-row-title') === null) return;
          observer.disconnect();
          // The frame after the next one: by then these rows are on the screen.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)));
        }).observe(document.body, { childList: true, subtree: true });
        document.querySelector('form')?.requestSubmit();
      }),
  );
}

async function native(file: string): Promise<{ whole: number; database: number }> {
  const secret = newDeviceSecret();
  const derived = await timed(() => deriveUnlock(PASSPHRASE, secret));
  const opened = await timed(() => {
    const sqlite = openNativeSqlite(file);
    nativeList(sqlite);
    sqlite.close();
  });
  return { whole: derived.ms + opened.ms, database: opened.ms };
}

const file = await nativeCases();
const device = await openBigDevice();
try {
  const times: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await device.context.newPage();
    const ms = await unlock(page, device.server.url);
    await page.close();
    const { whole, database } = await native(file);
    say(
      `passphrase to list ${Math.round(ms)} ms; native ${Math.round(whole)} ms, of which ${database.toFixed(1)} ms are SQLite's`,
    );
    times.push(ms);
    ratios.push(ms / whole);
  }
  const ratio = median(ratios);
  const ms = median(times);
  conclude({
    name: 'open',
    value: ms,
    unit: 'ms',
    against: { ratio, baseline: 'the same derivation and native SQLite' },
    bar: `≤ 1.0 s and ≤ ${BAR_RATIO}`,
    held: ms <= BAR_MS && ratio <= BAR_RATIO,
  });
} finally {
  await device.close();
}
process.exit();
