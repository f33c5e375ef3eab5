/**
 * Type-ahead over 100 000 cases: names and words typed letter by letter, from the page through the vault's Worker and
 * back, rows with their snippets included, against native SQLite FTS5 over the same folded text.
 */
import { foldForQuery } from '@dayaq/locale/fold';
import { Chance } from '../worlds/demo/random.ts';
import { CASES, openBigDevice } from './lib/big-device.ts';
import { inventCase } from './lib/cases.ts';
import { benchPage } from './lib/chromium.ts';
import { PASSPHRASE } from './lib/circle.ts';
import { conclude, median, percentile, say, timed } from './lib/figure.ts';
import { nativeCases, nativeSearch, PAGE } from './lib/native-cases.ts';
import { openNativeSqlite } from './lib/native.ts';

const TYPED = 60;
const BAR_MS = 50;
const BAR_RATIO = 0.8;

/** What people look for: whole names, family names alone, words of an account; each letter is one query. */
function keystrokes(): string[] {
  const chance = new Chance(7);
  const typed: string[] = [];
  for (let i = 0; i < TYPED; i++) {
    const { alias, acts } = inventCase(chance.whole(0, CASES - 1), { acts: 1, writers: 1 });
    const account = acts[0]?.changes.find(({ kind }) => kind === 'violation')?.fields['account'];
    const words = account !== undefined && 'set' in account ? String(account.set).split(' ') : [];
    const text = [alias, alias.split(' ')[1] ?? alias, words[chance.whole(0, words.length - 1)] ?? alias][
      i % 3
    ] as string;
    for (let length = 1; length <= text.length; length++) typed.push(text.slice(0, length));
  }
  return typed;
}

const file = await nativeCases();
const typed = keystrokes();
const device = await openBigDevice();
try {
  const page = await benchPage(device.context, device.server.url);
  const times = await page.evaluate(
    async ({ typed, passphrase, limit }) => {
      const opened = await window.vault.unlock(passphrase);
      if (!opened.ok) throw new Error(opened.failure.code);
      const query = { filters: {}, sort: 'updated', descending: true, offset: 0, limit } as const;
      const { total } = await window.vault.cases({ ...query, text: '' });
      if (total === 0) throw new Error('nothing is there to be found');
      const times: { ms: number; total: number }[] = [];
      for (const text of typed) {
        const from = performance.now();
        const { total } = await window.vault.cases({ ...query, text });
        times.push({ ms: performance.now() - from, total });
      }
      if ((await window.vault.status()).phase !== 'open') throw new Error('it was locked meanwhile');
      return times;
    },
    { typed, passphrase: PASSPHRASE, limit: PAGE },
  );
  const sqlite = openNativeSqlite(file);
  const baseline: number[] = [];
  for (const text of typed) {
    const words = foldForQuery(text);
    if (words.length > 0) baseline.push((await timed(() => nativeSearch(sqlite, words))).ms);
  }
  sqlite.close();
  const ms = times.map((each) => each.ms);
  const p95 = percentile(ms, 0.95);
  const slowest = times.reduce((a, b) => (b.ms > a.ms ? b : a));
  say(
    `${typed.length} keystrokes over ${CASES} cases: median ${median(ms).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, slowest ${slowest.ms.toFixed(1)} ms`,
  );
  say(`native: median ${median(baseline).toFixed(1)} ms, p95 ${percentile(baseline, 0.95).toFixed(1)} ms`);
  const ratio = p95 / percentile(baseline, 0.95);
  conclude({
    name: 'search',
    value: p95,
    unit: 'ms p95',
    against: { ratio, baseline: 'native SQLite FTS5' },
    bar: `≤ ${BAR_MS} ms and ≤ ${BAR_RATIO}`,
    held: p95 <= BAR_MS && ratio <= BAR_RATIO,
  });
} finally {
  await device.close();
}
process.exit();
