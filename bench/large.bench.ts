/**
 * A note into a dossier of 5 000 records, and opening that dossier after the device was locked: from the page through the
 * vault's Worker and back, in Chromium, on disk, on a processor four times slower. Chromium slows the page's thread only,
 * so three times what the vault takes unslowed is added. What the pages draw from it is not in here.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inventCase } from './lib/cases.ts';
import { benchPage, openChromium } from './lib/chromium.ts';
import { foundCircle, PASSPHRASE } from './lib/circle.ts';
import { conclude, percentile, say } from './lib/figure.ts';
import { pagesWithBench } from './lib/pages.ts';
import { startBenchServer } from './lib/server.ts';

const RECORDS = Number(process.env['LARGE_RECORDS'] ?? 5_000);
const PER_ACT = 10;
const NOTES = 20;
const OPENINGS = 5;
const SLOWER = 4;
const BAR_NOTE_MS = 100;
const BAR_OPEN_MS = 1_000;

type Changes = ReturnType<typeof inventCase>['acts'][number]['changes'];

/** The acts of which the dossier is made: what a case holds, over and over, until there are enough records. As JSON. */
function invent(): { id: string; acts: string } {
  const { id, acts: all } = inventCase(7, { acts: 2 * RECORDS, writers: 1 });
  const found = new Set<string>();
  const changes: Changes = [];
  for (const change of all.flatMap((act) => act.changes)) {
    if (found.size === RECORDS) break;
    found.add(change.record);
    changes.push(change);
  }
  const parts = Array.from({ length: Math.ceil(changes.length / PER_ACT) }, (_, i) =>
    changes.slice(i * PER_ACT, (i + 1) * PER_ACT),
  );
  return { id, acts: JSON.stringify(parts) };
}

async function fill(page: Page, dossier: { id: string; acts: string }): Promise<void> {
  await page.evaluate(async ({ id, acts }) => {
    for (const changes of JSON.parse(acts) as never[]) {
      const saved = await window.vault.save({ dossier: id, changes });
      if (!saved.ok) throw new Error(saved.failure.code);
    }
    await window.vault.syncNow();
  }, dossier);
}

/** Milliseconds from asking to the answer, of each note; between two, what follows a save has come to its end. */
function notes(page: Page, id: string, from: number): Promise<number[]> {
  const texts = Array.from({ length: NOTES }, (_, i) => `The clinic called back, ${from + i}.`);
  return page.evaluate(
    async ({ dossier, texts }) => {
      const times: number[] = [];
      for (const text of texts) {
        const change = {
          kind: 'note',
          record: await window.vault.newId(),
          fields: { text: { set: text }, date: { set: { day: '2026-11-03' } } },
        };
        const began = performance.now();
        const saved = await window.vault.save({ dossier, changes: [change] as never });
        times.push(performance.now() - began);
        if (!saved.ok) throw new Error(saved.failure.code);
        await window.vault.syncNow();
      }
      return times;
    },
    { dossier: id, texts },
  );
}

/** Milliseconds in which the dossier is here, of each time: anew after a lock, so that nothing of it is at hand. */
function openings(page: Page, id: string): Promise<number[]> {
  return page.evaluate(
    async ({ dossier, passphrase, count }) => {
      const times: number[] = [];
      for (let i = 0; i < count; i++) {
        await window.vault.lock();
        const unlocked = await window.vault.unlock(passphrase);
        if (!unlocked.ok) throw new Error(unlocked.failure.code);
        await window.vault.syncNow();
        const began = performance.now();
        const found = await window.vault.dossier(dossier);
        times.push(performance.now() - began);
        if (!found.ok) throw new Error(found.failure.code);
      }
      return times;
    },
    { dossier: id, passphrase: PASSPHRASE, count: OPENINGS },
  );
}

const profile = await mkdtemp(join(tmpdir(), 'dayaq-bench-profile-'));
const server = await startBenchServer({ pages: await pagesWithBench() });
const context = await openChromium(profile);
try {
  const circle = await foundCircle(server.url, server.tokens[0] ?? '', 1);
  const page = await benchPage(context, server.url);
  await page.evaluate(
    async ({ kit, passphrase }) => {
      const restored = await window.vault.restore({ kit, passphrase });
      if (!restored.ok) throw new Error(restored.failure.code);
      await window.vault.syncNow();
    },
    { kit: circle.kit, passphrase: PASSPHRASE },
  );
  const dossier = invent();
  say(`a dossier of ${RECORDS} records, in acts of ${PER_ACT}…`);
  await fill(page, dossier);
  const session = await context.newCDPSession(page);
  const slowed = async (measure: () => Promise<number[]>): Promise<{ ms: number; own: number }> => {
    const own = percentile(await measure(), 0.95);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const seen = percentile(await measure(), 0.95);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    return { ms: seen + (SLOWER - 1) * own, own };
  };
  const note = await slowed(() => notes(page, dossier.id, 0));
  const open = await slowed(() => openings(page, dossier.id));
  say(`unslowed: a note ${note.own.toFixed(1)} ms p95; opening it ${open.own.toFixed(0)} ms`);
  say(`opening it, ${SLOWER} times slower: ${open.ms.toFixed(0)} ms, bar ≤ ${BAR_OPEN_MS} ms`);
  conclude({
    name: 'large',
    value: note.ms,
    unit: `ms p95 (opening it ${open.ms.toFixed(0)} ms)`,
    against: null,
    bar: `≤ ${BAR_NOTE_MS} ms and ≤ ${BAR_OPEN_MS} ms`,
    held: note.ms <= BAR_NOTE_MS && open.ms <= BAR_OPEN_MS,
  });
} finally {
  await context.close();
  await server.stop();
  await rm(profile, { recursive: true, force: true });
}
process.exit();
