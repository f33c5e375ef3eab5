/**
 * What a browser that has never been here loads until somebody can type into the public page's form, everything that seals and sends
 * a letter included: bytes on the wire between Chromium and the real server.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChromium } from './lib/chromium.ts';
import { countingProxy } from './lib/counting-proxy.ts';
import { openBenchDoor } from './lib/door.ts';
import { conclude, say } from './lib/figure.ts';
import { builtWorkspace } from './lib/pages.ts';
import { startBenchServer } from './lib/server.ts';

const BAR_BYTES = 80_000;
const BAR_REQUESTS = 10;
/** Milliseconds after which nothing more was seen to come. */
const SETTLED = 3000;

const server = await startBenchServer({ pages: builtWorkspace() });
const proxy = await countingProxy(server.url);
const profile = await mkdtemp(join(tmpdir(), 'dayaq-bench-profile-'));
try {
  const { tell } = await openBenchDoor(server.url, server.tokens[0] ?? '');
  const context = await openChromium(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${proxy.url}${tell}`);
  await page.locator('#story').fill('x');
  await page.waitForTimeout(SETTLED);
  await context.close();
  const bytes = proxy.sent.reduce((sum, sent) => sum + sent.bytes, 0);
  for (const { path, bytes: size } of [...proxy.sent].sort((a, b) => b.bytes - a.bytes))
    say(`${(size / 1000).toFixed(1).padStart(7)} kB  ${path}`);
  const requests = proxy.sent.length;
  conclude({
    name: 'weight-report',
    value: bytes / 1000,
    unit: `kB on the wire in ${requests} requests`,
    against: null,
    bar: '≤ 80 kB and ≤ 10 requests',
    held: bytes <= BAR_BYTES && requests <= BAR_REQUESTS,
  });
} finally {
  await proxy.close();
  await server.stop();
  await rm(profile, { recursive: true, force: true });
}
process.exit();
