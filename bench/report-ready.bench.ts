/** How long somebody waits on 2G with a cheap phone until the first letter that they type into the public page's form stands there. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChromium } from './lib/chromium.ts';
import { openBenchDoor } from './lib/door.ts';
import { conclude, median, say } from './lib/figure.ts';
import { builtWorkspace } from './lib/pages.ts';
import { startBenchServer } from './lib/server.ts';

const BAR = 5;
const ROUNDS = 3;
/** Bits a second, and milliseconds there and back. */
const RATE = 250_000;
const LATENCY = 300;
const SLOWER = 4;

/** Milliseconds from asking for the page to the letter on an empty profile. */
async function firstLetter(url: string): Promise<number> {
  const profile = await mkdtemp(join(tmpdir(), 'dayaq-bench-profile-'));
  const context = await openChromium(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY,
    downloadThroughput: RATE / 8,
    uploadThroughput: RATE / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('#story').click();
  await page.keyboard.press('b');
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#story')?.value === 'b');
  const ms = await page.evaluate(() => performance.now());
  await context.close();
  await rm(profile, { recursive: true, force: true });
  return ms;
}

const server = await startBenchServer({ pages: builtWorkspace() });
try {
  const { tell } = await openBenchDoor(server.url, server.tokens[0] ?? '');
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const ms = await firstLetter(`${server.url}${tell}`);
    say(`${(ms / 1000).toFixed(2)} s`);
    times.push(ms);
  }
  const seconds = median(times) / 1000;
  conclude({
    name: 'report-ready',
    value: seconds,
    unit: `s at ${RATE / 1000} kbit/s, ${LATENCY} ms there and back, a processor ${SLOWER} times slower`,
    against: null,
    bar: `≤ ${BAR} s`,
    held: seconds <= BAR,
  });
} finally {
  await server.stop();
}
process.exit();
