/**
 * What a browser that has never been here loads until somebody can sign in: bytes on the wire between Chromium and
 * the real server, whoever in the browser asks for them. What the service worker lays up afterwards, so that the workspace opens with no network, is
 * counted apart: it comes behind a page that is ready.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openChromium } from './lib/chromium.ts';
import { countingProxy, type Sent } from './lib/counting-proxy.ts';
import { conclude, say } from './lib/figure.ts';
import { builtWorkspace } from './lib/pages.ts';
import { startBenchServer } from './lib/server.ts';

const BAR_SCRIPT = 120_000;
const BAR_ALL = 700_000;
/** The files of the database engine, without their packed copies. */
const ENGINE = /^(?:mc-wa-sqlite|AccessHandlePoolVFS)-.*\.(?:wasm|js)$/;
/** Milliseconds after which nothing more was seen to come. */
const SETTLED = 4000;

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const total = (all: readonly Sent[]): number => all.reduce((sum, { bytes }) => sum + bytes, 0);

function gzipped(folder: string, path: string): number {
  const file = join(folder, path);
  return existsSync(`${file}.gz`)
    ? readFileSync(`${file}.gz`).length
    : gzipSync(readFileSync(file), { level: 9 }).length;
}

/** A first visit on an empty profile until the form is there, and until nothing more comes. */
async function firstVisit(url: string): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'dayaq-bench-profile-'));
  const context = await openChromium(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  await page.locator('main input, main textarea').first().waitFor();
  await page.waitForTimeout(SETTLED);
  await context.close();
  await rm(profile, { recursive: true, force: true });
}

const folder = builtWorkspace();
const server = await startBenchServer({ pages: folder });
const proxy = await countingProxy(server.url);
try {
  await firstVisit(`${proxy.url}/restore`);
  const page = proxy.sent.filter(({ laidUp }) => !laidUp);
  const offline = proxy.sent.filter(({ laidUp }) => laidUp);
  for (const { path, bytes } of [...page].sort((a, b) => b.bytes - a.bytes))
    say(`${kilobytes(bytes).padStart(9)}  ${path}`);
  const scripts = [...new Set(page.map(({ path }) => path).filter((path) => path.endsWith('.js')))];
  const script = scripts.reduce((sum, path) => sum + gzipped(folder, path), 0);
  const engine = readdirSync(join(folder, 'assets')).filter((name) => ENGINE.test(name));
  const streamed = engine.reduce(
    (sum, name) => sum + readFileSync(join(folder, 'assets', `${name}.br`)).length,
    0,
  );
  const all = total(page) + streamed;
  say(
    `${kilobytes(streamed).padStart(9)}  the database engine, which comes behind a page that is ready (${engine.length} files)`,
  );
  say(
    `${page.length} requests; scripts ${kilobytes(script)} as gzip; ${kilobytes(total(offline))} in ${offline.length} requests laid up for offline use so far`,
  );
  conclude({
    name: 'weight-workspace',
    value: script / 1000,
    unit: `kB of scripts as gzip, ${kilobytes(all)} on the wire in all`,
    against: null,
    bar: '≤ 120 kB and ≤ 700 kB',
    held: script <= BAR_SCRIPT && all <= BAR_ALL,
  });
} finally {
  await proxy.close();
  await server.stop();
}
process.exit();
