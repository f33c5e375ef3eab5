/**
 * Files, types, rules, format, messages and unit tests: everything that needs neither database nor browser. Properties
 * run a fifth of their cases here, and what takes seconds a file (`.slow.test.ts`) does not run: all of it does in `npm test`.
 */
import { needPackages, run, tool } from './run.mjs';

const TYPES = 'node_modules/.cache/dayaq/types.tsbuildinfo';

await needPackages();
const generated = await run('node', ['packages/locale/scripts/generate.mjs', '--strict'], { quiet: true });
/** A file that is imported and was never added builds here and nowhere else. Without git there is nothing to ask. */
async function added() {
  const asked = await run('git', ['ls-files', '--others', '--exclude-standard'], { quiet: true });
  if (asked.code !== 0 || asked.output === '') return { code: 0, output: '' };
  return { code: 1, output: `Not added to git (git add, or .gitignore):\n${asked.output}` };
}

/** @type {[string, Promise<{code: number, output: string}>][]} */
const steps = [
  ['files', added()],
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
