/**
 * Changes the program in one place at a time and counts how often no test notices. Hours for everything:
 *
 *   npm run mutants -- [journal|sealing|vault|server …] [--file NAME …] [--sample N] [--seed S] [--workers 1|2]
 *
 * `--file` takes only the files whose name begins so; `--workers` says how many changes are tried at a time, by default 2.
 * What survived is printed, and is in `dayaq-mutants` in the temporary folder, as is a page to read for each room. The last
 * line is the count.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { rooms } from './mutants/rooms.mjs';
import { needPackages, root, run, say, tool } from './run.mjs';

const BAR = 85;
const COUNTED = new Set(['Killed', 'Timeout', 'Survived', 'NoCoverage']);

await needPackages();
const { sampleOf, sourcesOf } = await import('./mutants/sample.mjs');
const { openScratch } = await import('./mutants/scratch.mjs');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    file: { type: 'string', multiple: true, default: [] },
    sample: { type: 'string' },
    seed: { type: 'string', default: '7' },
    workers: { type: 'string', default: '2' },
  },
});
const unknown = positionals.filter((name) => !(name in rooms));
if (unknown.length > 0) {
  say(`no room named ${unknown.join(', ')}. There are: ${Object.keys(rooms).join(', ')}`);
  process.exit(2);
}
const folder = join(tmpdir(), 'dayaq-mutants');
mkdirSync(folder, { recursive: true });
const scratch = openScratch();

/** What came of one room: how many were tried and found, and each that was not. */
async function tryRoom(name) {
  const { change, sample, cold, quick } = rooms[name];
  const files = sourcesOf(root, change).filter(
    (file) => values.file.length === 0 || values.file.some((start) => basename(file).startsWith(start)),
  );
  const count = values.sample ?? sample;
  const changed =
    count === undefined ? files : await sampleOf(root, files, Number(count), Number(values.seed));
  say(`${name}: ${count === undefined ? `${files.length} files` : `${changed.length} lines`}…`);
  const record = join(folder, `${name}.jsonl`);
  rmSync(record, { force: true });
  // A run that is stopped says of what it had not tried that it survived: what is known is replaced by a whole run only.
  const known = join(root, '.mutants', `${name}.json`);
  const found = join(folder, `${name}-found.json`);
  if (existsSync(known)) copyFileSync(known, found);
  else rmSync(found, { force: true });
  const isCold = (place) => cold.some((start) => basename(place).startsWith(start));
  let whole = true;
  const tryAll = async (places, allCases) => {
    for (const at of [0, 1]) {
      const part = places.filter((place) => isCold(place) === (at === 1));
      if (part.length === 0) continue;
      const env = {
        MUTANTS_FOLDER: folder,
        MUTANTS_ROOM: name,
        MUTANTS_CHANGE: JSON.stringify(part),
        MUTANTS_RECORD: record,
        MUTANTS_FOUND: found,
        MUTANTS_COLD: String(at),
        MUTANTS_QUICK: quick ? '1' : '0',
        MUTANTS_WORKERS: values.workers,
        MUTANTS_ALL_CASES: allCases ? '1' : '0',
        MUTANTS_SCRATCH: scratch.folder,
        TMPDIR: scratch.folder,
      };
      const { code } = await run(tool('stryker'), ['run', 'scripts/mutants/stryker.config.mjs'], { env });
      scratch.empty();
      whole &&= code === 0;
    }
  };
  await tryAll(changed, false);
  // Properties ran with a few of their cases: what these did not notice, all of them may. Servers have no properties.
  const left = quick ? [] : countOf(record).survived;
  await tryAll([...new Set(left.map(({ file, from, to }) => `${file}:${from.line}-${to.line}`))], true);
  if (whole && existsSync(found)) {
    mkdirSync(join(root, '.mutants'), { recursive: true });
    copyFileSync(found, known);
  }
  return { whole, ...countOf(record) };
}

/** What was written down of each change, the last word on it. */
function countOf(record) {
  const lines = existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n') : [];
  const last = new Map();
  for (const line of lines) {
    const { file, from, to, mutator, replacement, status } = JSON.parse(line);
    last.set(JSON.stringify([file, from, to, mutator, replacement]), {
      file,
      from,
      to,
      mutator,
      replacement,
      status,
    });
  }
  const tried = [...last.values()].filter(({ status }) => COUNTED.has(status));
  return { tried, survived: tried.filter(({ status }) => status === 'Survived' || status === 'NoCoverage') };
}

const percent = (part, whole) => (whole === 0 ? 0 : Math.floor((1000 * part) / whole) / 10);
let all = 0;
let killed = 0;
let broken = false;
for (const name of positionals.length > 0 ? positionals : Object.keys(rooms)) {
  const { whole, tried, survived } = await tryRoom(name);
  for (const { file, from, mutator, replacement, status } of survived) {
    const what = replacement.replace(/\s+/g, ' ').slice(0, 80);
    process.stdout.write(`${status.padEnd(10)} ${file}:${from.line}:${from.column}  ${mutator}: ${what}\n`);
  }
  const found = tried.length - survived.length;
  process.stdout.write(`${name}: ${found} of ${tried.length} killed (${percent(found, tried.length)} %)\n`);
  broken ||= !whole;
  all += tried.length;
  killed += found;
}
if (broken) say('a run did not come to its end; what is counted is what it had tried.');
const held = !broken && percent(killed, all) >= BAR;
process.stdout.write(
  `mutants: ${killed} of ${all} killed (${percent(killed, all)} %), bar ≥ ${BAR} %: ${held ? 'held' : 'missed'}\n`,
);
process.exit(held ? 0 : 1);
