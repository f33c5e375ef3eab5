/**
 * Types, rules, format, messages and unit tests: everything that needs neither database nor browser. Properties
 * run a fifth of their cases here, and what takes seconds a file (`.slow.test.ts`) does not run: all of it does in `npm test`.
 */
import { needPackages, run, tool } from './run.mjs';

const TYPES = 'node_modules/.cache/dayaq/types.tsbuildinfo';

await needPackages();
const generated = await run('node', ['packages/locale/scripts/generate.mjs', '--strict'], { quiet: true });
/** @type {[string, Promise<{code: number, output: string}>][]} */
const steps = [
  ['messages', Promise.resolve(generated)],
  [
    'types',
    run(
      tool('tsc'),
      // Only what has changed since the last check, and what rests on it.
      ['--noEmit', '-p', 'tsconfig.json', '--incremental', '--tsBuildInfoFile', TYPES],
      { quiet: true },
    ),
  ],
  ['rules', run(tool('oxlint'), ['--type-aware', '--deny-warnings'], { quiet: true })],
  ['format', run(tool('biome'), ['format', '.'], { quiet: true })],
  [
    'unit tests',
    run(tool('vitest'), ['run', '--project', 'unit', '--reporter=dot'], {
      quiet: true,
      env: { FEWER_RUNS: '1' },
    }),
  ],
];
let failed = 0;
for (const [name, step] of steps) {
  const { code, output } = await step;
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}\n`);
  if (code !== 0) {
    failed++;
    process.stdout.write(`${output.trim().split('\n').slice(-80).join('\n')}\n\n`);
  }
}
process.exit(failed === 0 ? 0 : 1);
