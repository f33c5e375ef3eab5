/**
 * People who may have been taken down twice, among 100 000 clients on a device: from a pause in typing to the hint, page
 * through the vault's Worker and back, and all likely pairs, slice by slice as the page asks for them.
 */
import { CASES, openBigDevice } from './lib/big-device.ts';
import { inventCase } from './lib/cases.ts';
import { benchPage } from './lib/chromium.ts';
import { PASSPHRASE } from './lib/circle.ts';
import { conclude, median, percentile, say } from './lib/figure.ts';
import { Chance } from '../worlds/demo/random.ts';

const ASKED = 200;
const BAR_MS = 100;
const BAR_S = 60;

/** Whom somebody takes down: people who are here, by their whole name, its beginning, or the family name alone. */
function typed(): string[] {
  const chance = new Chance(11);
  return Array.from({ length: ASKED }, (_, i) => {
    const { alias } = inventCase(chance.whole(0, CASES - 1), { acts: 1, writers: 1 });
    return [alias, alias.slice(0, -1), alias.split(' ')[1] ?? alias][i % 3] as string;
  });
}

const device = await openBigDevice();
try {
  const page = await benchPage(device.context, device.server.url);
  const measured = await page.evaluate(
    async ({ names, passphrase }) => {
      const opened = await window.vault.unlock(passphrase);
      if (!opened.ok) throw new Error(opened.failure.code);
      await window.vault.likelyPairs(null);
      const hints: { ms: number; found: number }[] = [];
      for (const alias of names) {
        const from = performance.now();
        const rows = await window.vault.alike({
          root: 'case',
          record: 'client',
          records: [
            {
              id: 'case',
              kind: 'case',
              fields: { opened: { day: '2026-11-29' }, area: { area: 'az-baku' } },
            },
            { id: 'client', kind: 'person', fields: { role: 'client', alias, ageBand: '25-34' } },
          ],
          limit: 3,
        });
        hints.push({ ms: performance.now() - from, found: rows.length });
      }
      const from = performance.now();
      let pairs = 0;
      let longest = 0;
      for (let after: string | null = null; ; ) {
        const began = performance.now();
        const slice = await window.vault.likelyPairs(after);
        longest = Math.max(longest, performance.now() - began);
        pairs += slice.pairs.length;
        if (slice.next === null) break;
        after = slice.next;
      }
      return { hints, pairs, longest, seconds: (performance.now() - from) / 1000 };
    },
    { names: typed(), passphrase: PASSPHRASE },
  );
  const { hints, pairs, longest, seconds } = measured;
  const ms = hints.map((each) => each.ms);
  const p95 = percentile(ms, 0.95);
  say(
    `${ASKED} hints among ${CASES} clients, ${hints.filter(({ found }) => found > 0).length} of them found somebody: median ${median(ms).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, slowest ${Math.max(...ms).toFixed(1)} ms`,
  );
  say(`all pairs: ${seconds.toFixed(1)} s, ${pairs} likely ones; the longest slice ${longest.toFixed(0)} ms`);
  conclude({
    name: 'duplicates',
    value: p95,
    unit: `ms p95 a hint, ${seconds.toFixed(1)} s all pairs`,
    against: null,
    bar: `≤ ${BAR_MS} ms and ≤ ${BAR_S} s`,
    held: p95 <= BAR_MS && seconds <= BAR_S,
  });
} finally {
  await device.close();
}
process.exit();
