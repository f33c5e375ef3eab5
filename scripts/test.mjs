/**
 * Everything: the checks, the unit tests, the tests against a real PostgreSQL and the journeys in a real browser.
 * Installs what it needs. The last line counts: `N passed, N failed`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needBrowsers } from './browsers.mjs';
import { needPackages, run, say, tool } from './run.mjs';

await needPackages();
// Fetched and unpacked, where they are not there yet, while that is checked which needs none.
const fetching = needBrowsers();
const folder = mkdtempSync(join(tmpdir(), 'dayaq-test-'));
let passed = 0;
let failed = 0;
/** What failed, in words: said once more at the end, where the last page of a long log shows it. */
const failures = [];
const count = (ok) => {
  if (ok) passed++;
  else failed++;
};

async function step(name, command, args) {
  say(`${name}…`);
  const { code, output } = await run(command, args, { quiet: true });
  if (code !== 0) process.stdout.write(output);
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}\n`);
  if (code !== 0) failures.push(name);
  count(code === 0);
  return code === 0;
}

async function tests(project, browsers = {}) {
  say(`${project} tests…`);
  const report = join(folder, `${project}.json`);
  const { code } = await run(
    tool('vitest'),
    [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      '--reporter=./scripts/second-try.mjs',
      `--outputFile.json=${report}`,
    ],
    { env: browsers },
  );
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    passed += result.numPassedTests;
    failed += result.numFailedTests;
    for (const file of result.testResults) {
      if (file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')) {
        failures.push(`${project}: ${file.name}: ${file.message}`);
      }
      for (const test of file.assertionResults) {
        if (test.status === 'failed')
          failures.push(`${project}: ${test.fullName}\n${test.failureMessages.join('\n')}`);
      }
    }
    // A file that does not load has no tests to count, and is a failure all the same.
    if (code !== 0 && result.numFailedTests === 0) failed++;
  } catch (error) {
    failed++;
    failures.push(`${project}: no report (${error.message})`);
  }
}

await step('messages', 'node', ['packages/locale/scripts/generate.mjs', '--strict']);
const [built] = await Promise.all([
  step('build', 'node', ['scripts/build.mjs']),
  step('types', tool('tsc'), ['--noEmit', '-p', 'tsconfig.json']),
  step('rules', tool('oxlint'), ['--type-aware', '--deny-warnings']),
  step('format', tool('biome'), ['format', '.']),
]);
await tests('unit');
const browsers = await fetching;
await tests('integration', browsers);
// Without a build every journey fails for the same reason, and hides it.
if (built) await tests('e2e', browsers);
else failures.push('e2e: nothing to try, the build failed');
if (browsers.FIREFOX === undefined) process.stdout.write('Not tried: Firefox, there is none here\n');
rmSync(folder, { recursive: true, force: true });
if (failures.length > 0)
  process.stdout.write(`\nFailed:\n${failures.map((one) => `- ${one.slice(0, 2000)}\n`).join('')}`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
