import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import { quickParts } from './quick-parts.mjs';
import { rooms } from './rooms.mjs';
import { warmPool } from './warm-pool.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const room = rooms[process.env.MUTANTS_ROOM];

/**
 * What takes long comes last: most changes are found before, and the first failure ends the run. Where that is said, a change
 * that so many files with real parts do not notice is given up: it counts as one that survives.
 */
class QuickFirst extends BaseSequencer {
  sort(specs) {
    const rank = ({ moduleId }) => room.last.findIndex((name) => moduleId.includes(name));
    const sorted = [...specs].sort((a, b) => rank(a) - rank(b));
    const isTry = specs[0]?.project.getProvidedContext().mode === 'mutant';
    if (!isTry || room.most === undefined) return Promise.resolve(sorted);
    const large = sorted.filter(({ moduleId }) => moduleId.includes('.integration.')).slice(room.most);
    return Promise.resolve(sorted.filter((spec) => !large.includes(spec)));
  }
}

const faultsOf = (file) => [file, ...file.children.allSuites()].flatMap((each) => each.errors());

/**
 * Before anything is changed, a file that does not load would find nothing, and nobody would hear of it. Afterwards, what fails in
 * setting up a file's tests skips them, and Stryker would take the change for one that they did not notice.
 */
const everyFile = {
  onTestModuleEnd(file) {
    const { mode } = file.project.getProvidedContext();
    const faults = faultsOf(file);
    if (mode === 'mutant' && faults.length > 0) {
      const [first] = file.children.allTests();
      if (first !== undefined)
        Object.assign(first.task, { mode: 'run', result: { state: 'fail', errors: faults } });
    }
    if (mode !== 'dry-run' || file.state() === 'passed') return;
    for (const test of file.children.allTests('failed')) faults.push(...test.result().errors);
    process.stderr.write(`not as it should be before any change: ${file.moduleId}\n`);
    for (const { stack, message } of faults) process.stderr.write(`${stack ?? message}\n`);
    process.exit(1);
  },
};

/** The tests of one room, run on a copy of the repository in which one line at a time is changed. */
export default defineConfig({
  root,
  plugins: [...(process.env.MUTANTS_COLD === '1' ? [] : [warmPool]), ...(room.quick ? [quickParts] : [])],
  resolve: {
    alias: [
      // What a few cases did not notice is tried by all of them before it counts.
      ...(process.env.MUTANTS_ALL_CASES === '1'
        ? []
        : [{ find: /^fast-check$/, replacement: join(here, 'fewer-runs.mjs') }]),
      // `node_modules` leads back to the unchanged packages.
      { find: /^@dayaq\/sealing\/verify$/, replacement: join(root, 'packages/sealing/src/verify.ts') },
      { find: /^@dayaq\/server$/, replacement: join(root, 'apps/server/src/index.ts') },
      { find: /^@dayaq\/([a-z]+)$/, replacement: join(root, 'packages/$1/src/index.ts') },
    ],
  },
  test: {
    include: room.tests,
    exclude: ['**/node_modules/**', ...room.without],
    setupFiles: [join(here, 'set-up.mjs')],
    // Whole numbers of minutes: a busy machine must not look like a change that was found. What waits for an answer that never
    // comes is found by its end, and there are many of those where servers are.
    testTimeout: room.quick ? 120_000 : 600_000,
    hookTimeout: room.quick ? 120_000 : 600_000,
    expect: { poll: { timeout: 60_000 } },
    // One worker loads the room once for all files.
    isolate: false,
    maxWorkers: 1,
    reporters: [everyFile],
    sequence: { sequencer: QuickFirst },
  },
});
