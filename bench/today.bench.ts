/**
 * *Today* over 100 000 cases: what is due (300 rows), who must act on what is dangerous, and how much lies with whom, from
 * the page through the vault's Worker and back, against native SQLite answering the first and the last over the same rows.
 */
import { cardOf, PACKS } from '@dayaq/domain';
import { CASES, openBigDevice } from './lib/big-device.ts';
import { benchPage } from './lib/chromium.ts';
import { PASSPHRASE } from './lib/circle.ts';
import { conclude, median, percentile, say, timed } from './lib/figure.ts';
import { recordsOf } from './lib/native-cases.ts';
import { type NativeSqlite, openNativeSqlite } from './lib/native.ts';

const ROUNDS = 30;
const ROWS = 300;
const BAR_MS = 250;
const BAR_RATIO = 1.5;
const DAY = '2026-11-22';

const TABLES = `
create table dossier(rid integer primary key, card text not null);
create table task(rid integer, danger integer, due text, owner text, data text);
create index task_due on task(danger desc, (due = ''), due);`;

/** The same things to do, in native SQLite's own tables. */
function nativeTasks(): { sqlite: NativeSqlite; tasks: number } {
  const sqlite = openNativeSqlite(':memory:');
  sqlite.exec(TABLES);
  const dossier = sqlite.prepare('insert into dossier values(?, ?)');
  const task = sqlite.prepare('insert into task values(?, ?, ?, ?, ?)');
  let tasks = 0;
  sqlite.exec('begin');
  for (let n = 0; n < CASES; n++) {
    const { id, records } = recordsOf(n);
    const card = cardOf(id, records, PACKS.az);
    dossier.run(n, JSON.stringify(card));
    for (const each of card.tasks) {
      task.run(n, card.danger === '' ? 0 : 1, each.due, each.owner, JSON.stringify(each));
      tasks++;
    }
  }
  sqlite.exec('commit');
  return { sqlite, tasks };
}

function nativeToday(sqlite: NativeSqlite): void {
  const rows = sqlite
    .prepare(
      "select t.data, d.card from task t join dossier d on d.rid = t.rid order by t.danger desc, (t.due = ''), t.due limit ?",
    )
    .all(ROWS) as { data: string; card: string }[];
  for (const row of rows) {
    JSON.parse(row.data);
    JSON.parse(row.card);
  }
  sqlite
    .prepare("select owner, count(*), sum(due <> '' and due < ?), sum(due = ?) from task group by owner")
    .all(DAY, DAY);
}

const device = await openBigDevice();
try {
  const page = await benchPage(device.context, device.server.url);
  const times = await page.evaluate(
    async ({ passphrase, rounds, limit, day }) => {
      const opened = await window.vault.unlock(passphrase);
      if (!opened.ok) throw new Error(opened.failure.code);
      const times: { ms: number; tasks: number; dangers: number }[] = [];
      for (let round = 0; round < rounds; round++) {
        const from = performance.now();
        const [tasks, dangers] = await Promise.all([
          window.vault.tasks({ owner: null, until: null, limit }),
          window.vault.dangers(),
          window.vault.workload(day),
        ]);
        if (tasks.length < limit) throw new Error(`only ${tasks.length} things to do are there`);
        times.push({ ms: performance.now() - from, tasks: tasks.length, dangers: dangers.length });
      }
      return times;
    },
    { passphrase: PASSPHRASE, rounds: ROUNDS, limit: ROWS, day: DAY },
  );
  const { sqlite, tasks } = nativeTasks();
  const baseline: number[] = [];
  for (let round = 0; round < ROUNDS; round++) baseline.push((await timed(() => nativeToday(sqlite))).ms);
  sqlite.close();
  const ms = times.map((each) => each.ms);
  const p95 = percentile(ms, 0.95);
  const last = times.at(-1);
  say(
    `${tasks} things to do in ${CASES} cases; ${last?.tasks} rows and ${last?.dangers} dangers shown: median ${median(ms).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, first ${ms[0]?.toFixed(1)} ms`,
  );
  say(`native: median ${median(baseline).toFixed(1)} ms, p95 ${percentile(baseline, 0.95).toFixed(1)} ms`);
  const ratio = p95 / percentile(baseline, 0.95);
  conclude({
    name: 'today',
    value: p95,
    unit: 'ms p95',
    against: { ratio, baseline: 'native SQLite over the same tasks' },
    bar: `≤ ${BAR_MS} ms and ≤ ${BAR_RATIO}`,
    held: p95 <= BAR_MS && ratio <= BAR_RATIO,
  });
} finally {
  await device.close();
}
process.exit();
