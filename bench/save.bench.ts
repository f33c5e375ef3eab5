/**
 * Saving a new case with no network, in the workspace's own pages on a phone-sized screen: from the tap to "saved" on
 * the screen, the page's processor four times slower. Chromium slows the page's thread only; the vault's own part runs
 * in a Worker, so three times what it takes unslowed is added.
 */
import { found } from '../e2e/lib/account.ts';
import { Device } from '../e2e/lib/device.ts';
import { next, startIntake, tellStory, tellWho, type Telling } from '../e2e/lib/intake.ts';
import { isKept } from '../e2e/lib/offline.ts';
import { inventCase } from './lib/cases.ts';
import { benchPage } from './lib/chromium.ts';
import { conclude, percentile, say } from './lib/figure.ts';
import { pagesWithBench } from './lib/pages.ts';
import { startBenchServer } from './lib/server.ts';

const SAVES = 20;
const SLOWER = 4;
const BAR_MS = 100;

/** Goes through an intake to its story and stops before saving. */
async function untilSaving(device: Device, n: number): Promise<void> {
  const { alias, acts } = inventCase(n, { acts: 1, writers: 1 });
  const account = acts[0]?.changes.find(({ kind }) => kind === 'violation')?.fields['account'];
  const words = account !== undefined && 'set' in account ? String(account.set) : alias;
  const telling: Telling = { client: { alias }, types: [], words, act: {}, perpetrators: [], consents: {} };
  await startIntake(device);
  await tellWho(device, telling);
  await next(device, 'about');
  await next(device, 'what');
  await next(device, 'story');
  await tellStory(device, telling);
}

/** Milliseconds from the tap on "save" to the painted page that says that it is saved. */
async function save({ page, context, words }: Device): Promise<number> {
  const button = page.getByRole('button', { name: words.t('intake.saveNow'), exact: true });
  await button.waitFor();
  // A person's finger comes later than half a second after the last letter: by then what was typed is kept.
  await page.locator('[data-keeping="kept"]').waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const ms = await button.evaluate(
    (element, title) =>
      new Promise<number>((resolve) => {
        const from = performance.now();
        new MutationObserver((_, observer) => {
          if (![...document.querySelectorAll('h2')].some((heading) => heading.textContent?.trim() === title))
            return;
          observer.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)));
        }).observe(document.body, { childList: true, subtree: true, characterData: true });
        (element as HTMLButtonElement).click();
      }),
    words.t('intake.done.title'),
  );
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  return ms;
}

/** The vault's own part: the same save, asked from a page that does nothing else. The device is offline from then on. */
async function vaultSaves(device: Device, url: string): Promise<number[]> {
  const acts = Array.from({ length: SAVES }, (_, i) => inventCase(1000 + i, { acts: 1, writers: 1 }));
  const page = await benchPage(device.context, url);
  // Its page, the vault's Worker and all other pages are here; what sending takes is not saving.
  await isKept(device);
  await device.offline();
  const times = await page.evaluate(
    async (cases) => {
      const times: number[] = [];
      for (const { id, changes } of cases) {
        const from = performance.now();
        const saved = await window.vault.save({ dossier: id, changes });
        if (!saved.ok) throw new Error(saved.failure.code);
        times.push(performance.now() - from);
      }
      return times;
    },
    acts.map(({ id, acts: [act] }) => ({
      id,
      changes: JSON.parse(JSON.stringify(act?.changes ?? [])) as never[],
    })),
  );
  await page.close();
  return times;
}

const server = await startBenchServer({ pages: await pagesWithBench() });
const device = await Device.make({ url: server.url, language: 'en', size: 'phone', browser: 'whole' });
try {
  await found(device, `${server.url}/begin#${server.tokens[0]}`, { organisation: 'Haven', name: 'Leyla' });
  // The program itself: its pages open with no network from here on.
  await isKept(device);
  say(`${SAVES} new cases through the intake, offline, the page ${SLOWER} times slower while it saves`);
  const own = percentile(await vaultSaves(device, server.url), 0.95);
  const times: number[] = [];
  for (let n = 0; n < SAVES; n++) {
    await untilSaving(device, n);
    times.push(await save(device));
  }
  const seen = percentile(times, 0.95);
  const ms = seen + (SLOWER - 1) * own;
  say(
    `on the screen: p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${seen.toFixed(1)} ms; the vault's part, unslowed: p95 ${own.toFixed(1)} ms`,
  );
  conclude({
    name: 'save',
    value: ms,
    unit: 'ms p95',
    against: null,
    bar: `≤ ${BAR_MS} ms`,
    held: ms <= BAR_MS,
  });
} finally {
  await device.discard();
  await server.stop();
}
process.exit();
