import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const beside = (name) => fileURLToPath(new URL(name, import.meta.url));
const {
  MUTANTS_FOLDER: folder,
  MUTANTS_ROOM: room,
  MUTANTS_CHANGE: change,
  MUTANTS_FOUND: found,
  MUTANTS_QUICK: quick,
  MUTANTS_WORKERS: workers,
} = process.env;

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: JSON.parse(change),
  testRunner: 'vitest',
  // Which test files belong to the room is said by its own configuration.
  vitest: { configFile: 'scripts/mutants/vitest.config.mjs', related: false },
  plugins: ['@stryker-mutator/vitest-runner', beside('words.mjs'), beside('record.mjs')],
  ignorers: ['words'],
  reporters: ['record', 'progress-append-only', 'html', 'json'],
  htmlReporter: { fileName: join(folder, `${room}.html`) },
  jsonReporter: { fileName: join(folder, `${room}.json`) },
  incremental: true,
  // What was found by fewer cases is tried anew by all.
  force: process.env.MUTANTS_ALL_CASES === '1',
  incrementalFile: found,
  coverageAnalysis: 'perTest',
  // What is only reached while a room loads (a label, a table) would need every test anew for each change. What tests reach
  // as well is tried by those.
  ignoreStatic: true,
  concurrency: Number(workers),
  // Generous, for a busy machine: a wait that is too short would count as a change that was found.
  timeoutMS: 60_000,
  // Where every file starts a server, all files together take minutes, and a change is tried by some of them.
  timeoutFactor: quick === '1' ? 1 : 4,
  dryRunTimeoutMinutes: 30,
  tempDirName: join(folder, 'copies'),
  cleanTempDir: 'always',
  // Vitest leaves types alone, and nothing of the copy is compiled.
  tsconfigFile: 'none',
  disableTypeChecks: false,
  allowEmpty: true,
  thresholds: { high: 95, low: 85, break: null },
  ignorePatterns: [
    '**/dist',
    'data',
    'data-demo',
    'bench',
    'docs',
    'deploy',
    '.mutants',
    'e2e',
    '**/trespass',
  ],
};
