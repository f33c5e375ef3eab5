/**
 * A new device pulls, opens, verifies (every signature) and indexes 100 000 entries through the real vault, against a
 * program that only decrypts the same rows and inserts them, with full-text search, by native SQLite.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeCanonical, idBytes } from '@dayaq/sealing';
import { memoryKeep, openNodeVault } from '@dayaq/vault/node';
import { benchPage, openChromium } from './lib/chromium.ts';
import { type Circle, foundCircle, PASSPHRASE } from './lib/circle.ts';
import { conclude, say, timed } from './lib/figure.ts';
import { nativePull } from './lib/native-pull.ts';
import { openNativeSqlite } from './lib/native.ts';
import { pagesWithBench } from './lib/pages.ts';
import { fetchRows, type PulledRows } from './lib/pulled-rows.ts';
import { fillSpace } from './lib/seed.ts';
import { type BenchServer, startBenchServer } from './lib/server.ts';

const CASES = Number(process.env['PULL_CASES'] ?? 25_000);
const ACTS = 4;
const MEMBERS = 4;
const BAR = 2.5;
const everything = { text: '', filters: {}, sort: 'updated', descending: true, offset: 0, limit: 1 } as const;

async function native(circle: Circle, rows: PulledRows, file: string): Promise<number> {
  const sqlite = openNativeSqlite(file);
  if (file !== ':memory:') sqlite.pragma('journal_mode = wal');
  const space = idBytes(circle.space);
  const ms = await nativePull(sqlite, rows, circle.space, (row) =>
    encodeCanonical(['dayaq/1/entry', space, idBytes(row.dossier), row.generation, row.id]),
  );
  sqlite.close();
  return ms;
}

function expectWhole(sync: { refused: number; state: string }, total: number): void {
  if (sync.state === 'idle' && sync.refused === 0 && total === Math.min(CASES, 10_000)) return;
  throw new Error(`the pull is not whole: ${JSON.stringify(sync)}, ${total} cases`);
}

async function inNode(server: BenchServer, circle: Circle): Promise<number> {
  const vault = await openNodeVault(server.url, { keep: memoryKeep() });
  const restored = await vault.restore({ kit: circle.kit, passphrase: PASSPHRASE });
  if (!restored.ok) throw new Error(restored.failure.code);
  const { ms } = await timed(() => vault.syncNow());
  expectWhole((await vault.status()).sync, (await vault.cases(everything)).total);
  await vault.lock();
  return ms;
}

async function inChromium(server: BenchServer, circle: Circle): Promise<number> {
  const profile = await mkdtemp(join(tmpdir(), 'dayaq-bench-profile-'));
  const context = await openChromium(profile);
  const page = await benchPage(context, server.url);
  const { ms, sync, total } = await page.evaluate(
    async ({ kit, passphrase, query }) => {
      const restored = await window.vault.restore({ kit, passphrase });
      if (!restored.ok) throw new Error(restored.failure.code);
      const from = performance.now();
      await window.vault.syncNow();
      const ms = performance.now() - from;
      return {
        ms,
        sync: (await window.vault.status()).sync,
        total: (await window.vault.cases({ ...query, filters: {} })).total,
      };
    },
    { kit: circle.kit, passphrase: PASSPHRASE, query: everything },
  );
  await context.close();
  await rm(profile, { recursive: true, force: true });
  expectWhole(sync, total);
  return ms;
}

const rate = (ms: number): string =>
  `${(ms / 1000).toFixed(1)} s, ${Math.round((CASES * ACTS) / (ms / 1000))}/s`;

const folder = await mkdtemp(join(tmpdir(), 'dayaq-bench-native-'));
const server = await startBenchServer({ pages: await pagesWithBench() });
try {
  say(
    `sealing ${CASES} cases with ${ACTS} entries each, as ${MEMBERS} members would have, and sending them to a real server…`,
  );
  const circle = await foundCircle(server.url, server.tokens[0] ?? '', MEMBERS);
  await fillSpace(circle, CASES, ACTS);
  const rows = await fetchRows(circle);

  const memory = await native(circle, rows, ':memory:');
  const node = await inNode(server, circle);
  say(`in Node, in memory: the vault ${rate(node)}; native ${rate(memory)}; ${(node / memory).toFixed(2)} x`);

  const disk = await native(circle, rows, join(folder, 'native.db'));
  const chromium = await inChromium(server, circle);
  say(`in Chromium, on disk, every page encrypted: the vault ${rate(chromium)}; native, clear ${rate(disk)}`);
  const ratio = chromium / disk;
  conclude({
    name: 'pull',
    value: chromium / 1000,
    unit: `s for ${CASES * ACTS} entries`,
    against: { ratio, baseline: 'WebCrypto and native SQLite with FTS' },
    bar: `≤ ${BAR}`,
    held: ratio <= BAR,
  });
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit();
