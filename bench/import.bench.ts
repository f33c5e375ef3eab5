/**
 * A register of 10 000 rows, in windows-1251 with semicolons, from its bytes to cases that a crash does not lose: opened,
 * its columns proposed, every row tried, and each row mapped, signed, sealed and kept with its rows of the lists, by the
 * pages' own code in a real Chromium. Memory: the largest that the page's process held at any look, its Worker and the
 * database in it, with what Chromium needs for itself.
 */
import { readFileSync } from 'node:fs';
import { found } from '../e2e/lib/account.ts';
import { Device } from '../e2e/lib/device.ts';
import { latin } from '../packages/register/src/testing/files.ts';
import { streetRegister } from '../packages/register/src/testing/samples.ts';
import { benchPage } from './lib/chromium.ts';
import { conclude, say } from './lib/figure.ts';
import { pagesWithBench } from './lib/pages.ts';
import { startBenchServer } from './lib/server.ts';

const ROWS = Number(process.env['IMPORT_ROWS'] ?? 10_000);
const BAR_A_MINUTE = 10_000;
const BAR_MB = 300;
/** Milliseconds between two looks at the memory. */
const LOOK_EVERY = 250;

/** Megabytes that a process holds in memory of its own, and its share of what it holds with others. */
function held(pid: number): number {
  const said = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return Number(said?.[1] ?? 0) / 1024;
}

/** The processes that draw pages, by which one was at work during `work`: the one that grew most. */
async function largest(device: Device, work: () => Promise<number>): Promise<{ ms: number; mb: number }> {
  const browser = device.context.browser();
  if (browser === null) throw new Error('the device has no browser of its own');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number }[];
  };
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  let mb = 0;
  const look = setInterval(() => {
    for (const pid of pages) {
      try {
        mb = Math.max(mb, held(pid));
      } catch {
        // A page that was closed meanwhile holds nothing.
      }
    }
  }, LOOK_EVERY);
  try {
    return { ms: await work(), mb };
  } finally {
    clearInterval(look);
  }
}

const server = await startBenchServer({ pages: await pagesWithBench() });
const device = await Device.make({ url: server.url, language: 'ru', size: 'laptop', browser: 'whole' });
try {
  await found(device, `${server.url}/begin#${server.tokens[0]}`, { organisation: 'Haven', name: 'Leyla' });
  say(`${ROWS} rows of 16 columns, with the network there and sending behind`);
  const bytes = Buffer.from(latin(streetRegister(ROWS, 0).text, 'windows-1251')).toString('base64');
  const page = await benchPage(device.context, server.url);
  const { ms, mb } = await largest(device, () =>
    page.evaluate(async (register) => {
      const from = performance.now();
      const { brought, seen } = await window.importRegister(register);
      if (brought !== seen) throw new Error(`${brought} of ${seen} rows came in`);
      return performance.now() - from;
    }, bytes),
  );
  const aMinute = (ROWS / ms) * 60_000;
  say(`${(ms / 1000).toFixed(1)} s; the page's process held at most ${mb.toFixed(0)} MB (bar ${BAR_MB} MB)`);
  conclude({
    name: 'import',
    value: aMinute,
    unit: 'rows a minute',
    against: null,
    bar: `≥ ${BAR_A_MINUTE} and ≤ ${BAR_MB} MB`,
    held: aMinute >= BAR_A_MINUTE && mb <= BAR_MB,
  });
} finally {
  await device.discard();
  await server.stop();
}
process.exit();
