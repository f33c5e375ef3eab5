/**
 * Leave, from the press to the neutral page in place of Dayaq's, on a laptop, against the same browser going to that neutral
 * page by its address.
 */
import { found, unlock } from '../e2e/lib/account.ts';
import { Device } from '../e2e/lib/device.ts';
import { isKept } from '../e2e/lib/offline.ts';
import { conclude, median, percentile, say } from './lib/figure.ts';
import { pagesWithBench } from './lib/pages.ts';
import { startBenchServer } from './lib/server.ts';

const LEAVES = 10;
const BAR_MS = 200;

/** Milliseconds until the neutral page has begun. `goes` answers when it was asked for. */
async function until({ page, words }: Device, goes: () => Promise<number>): Promise<number> {
  const from = await goes();
  await page.getByRole('textbox', { name: words.t('shell.away') }).waitFor();
  return (await page.evaluate(() => performance.timeOrigin)) - from;
}

const server = await startBenchServer({ pages: await pagesWithBench() });
const device = await Device.make({ url: server.url, language: 'en', size: 'laptop', browser: 'whole' });
try {
  const { page, words } = device;
  const { passphrase } = await found(device, `${server.url}/begin#${server.tokens[0]}`, {
    organisation: 'Haven',
    name: 'Leyla',
  });
  await isKept(device);
  const times: number[] = [];
  const plain: number[] = [];
  for (let n = 0; n < LEAVES; n++) {
    const leave = page.getByRole('button', { name: words.t('shell.leave'), exact: true });
    const press = (button: Element): number => {
      const from = Date.now();
      (button as HTMLButtonElement).click();
      return from;
    };
    times.push(await until(device, () => leave.evaluate(press)));
    plain.push(
      await until(device, async () => {
        const from = Date.now();
        await page.goto(`${server.url}/away.en.html`);
        return from;
      }),
    );
    await device.goto('/cases');
    await unlock(device, passphrase);
  }
  const ms = percentile(times, 0.95);
  say(`median ${median(times).toFixed(0)} ms; by its address ${median(plain).toFixed(0)} ms`);
  conclude({
    name: 'leave',
    value: ms,
    unit: 'ms p95',
    against: { ratio: ms / percentile(plain, 0.95), baseline: 'going there by its address' },
    bar: `≤ ${BAR_MS} ms`,
    held: ms <= BAR_MS,
  });
} finally {
  await device.discard();
  await server.stop();
}
process.exit();
