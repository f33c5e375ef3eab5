import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { strykerPlugins } from './words.mjs';

const quiet = { debug() {}, info() {}, isDebugEnabled: () => false };
const OPTIONS = { plugins: null, excludedMutations: [], ignorers: strykerPlugins.map(({ value }) => value) };

/** The source files of these folders, without tests, in a fixed order. */
export function sourcesOf(root, folders) {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)),
    )
    .filter((name) => name.endsWith('.ts') && !/(\.test|\.d|\/index)\.ts$/.test(name))
    .sort();
}

/** How often each line can be changed: `{ file, line, changes }`. */
async function linesOf(root, files) {
  const read = files.map((file) => ({
    name: join(root, file),
    mutate: true,
    content: readFileSync(join(root, file), 'utf8'),
  }));
  const { mutants } = await new Instrumenter(quiet).instrument(read, OPTIONS);
  const lines = new Map();
  for (const { fileName, location, status } of mutants) {
    if (status === 'Ignored' || location.start.line !== location.end.line) continue;
    const file = relative(root, fileName);
    const line = location.start.line + 1;
    const found = lines.get(`${file}:${line}`) ?? { file, line, changes: 0 };
    lines.set(`${file}:${line}`, { ...found, changes: found.changes + 1 });
  }
  return [...lines.values()];
}

/** Numbers of [0, 1), the same for the same seed (mulberry32). */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Lines drawn by a seed until they can be changed in at least `count` ways, as Stryker's `mutate` takes them. */
export async function sampleOf(root, files, count, seed) {
  const lines = await linesOf(root, files);
  const random = seeded(seed);
  const drawn = [];
  let changes = 0;
  while (changes < count && lines.length > 0) {
    const [line] = lines.splice(Math.floor(random() * lines.length), 1);
    drawn.push(`${line.file}:${line.line}-${line.line}`);
    changes += line.changes;
  }
  return drawn.sort();
}
