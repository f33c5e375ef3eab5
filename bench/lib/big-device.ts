import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { projectionRules } from '../../apps/workspace/build/projection-rules.ts';
import { benchPage, openChromium } from './chromium.ts';
import { foundCircle, PASSPHRASE } from './circle.ts';
import { say } from './figure.ts';
import { CACHE, pagesWithBench, root } from './pages.ts';
import { fillSpace } from './seed.ts';
import { type BenchServer, startBenchServer } from './server.ts';

const WHOLE = 100_000;
/** Fewer only to try the measurement itself: what it says is then no figure. */
export const CASES = Number(process.env['BENCH_CASES'] ?? WHOLE);
const MEMBERS = 4;
/** The browser's private files belong to an origin, and so to a port: the kept device needs the same again. */
const PORT = CASES === WHOLE ? 47_811 : 47_812;

export interface BigDevice {
  server: BenchServer;
  context: BrowserContext;
  close(): Promise<void>;
}

/** What decides what is in the device, beside the rules that make its lists. Other code opens it as it opens a person's older device. */
const DECIDING = [
  'bench/lib/cases.ts',
  'bench/lib/words.ts',
  'bench/lib/seed.ts',
  'packages/vault/src/database/schema.ts',
];

export async function stamp(): Promise<string> {
  const hash = createHash('sha256').update(`${CASES} ${await projectionRules()}`);
  for (const file of DECIDING) hash.update(await readFile(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

/**
 * A browser whose vault holds 100 000 cases, locked, and its server. Made the first time, by a real pull from a real
 * server, and kept in `bench/.cache` for as long as what it would hold stays the same.
 */
export async function openBigDevice(): Promise<BigDevice> {
  const folder = join(CACHE, `device-${CASES}`);
  const made = join(folder, 'made');
  const current = await stamp();
  const keep = existsSync(made) && (await readFile(made, 'utf8')) === current;
  if (!keep) await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'profile'), { recursive: true });
  const server = await startBenchServer({
    folder: join(folder, 'server'),
    port: PORT,
    pages: await pagesWithBench(),
  });
  const context = await openChromium(join(folder, 'profile'));
  if (!keep) {
    await fill(server, context);
    await writeFile(made, current);
  }
  return {
    server,
    context,
    async close() {
      await context.close();
      await server.stop();
    },
  };
}

async function fill(server: BenchServer, context: BrowserContext): Promise<void> {
  say(`making a device with ${CASES} cases (once, some minutes; kept in bench/.cache)…`);
  const circle = await foundCircle(server.url, server.tokens[0] ?? '', MEMBERS);
  await fillSpace(circle, CASES, 1);
  say('pulling them into Chromium…');
  const page = await benchPage(context, server.url);
  const failure = await page.evaluate(
    async ({ kit, passphrase }) => {
      const restored = await window.vault.restore({ kit, passphrase });
      if (!restored.ok) return restored.failure.code;
      await window.vault.syncNow();
      await window.vault.lock();
      return null;
    },
    { kit: circle.kit, passphrase: PASSPHRASE },
  );
  if (failure !== null) throw new Error(`the device could not be made: ${failure}`);
  await page.close();
}
