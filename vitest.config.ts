import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Milliseconds within which a test of each kind, and what it sets up, must come to its end. Long: a key is drawn from a
 * passphrase by real work, a database and a browser are started, and two busy cores may be all there is. A test waits for
 * a state and not for a time, so it takes no longer than it needs; these end what would never come.
 */
const ENDS = { unit: 180_000, integration: 300_000, e2e: 600_000 };
/** Milliseconds for which `expect.poll` looks for what comes about by itself. */
const COMES = 90_000;
const timeouts = (kind: keyof typeof ENDS) => ({ testTimeout: ENDS[kind], hookTimeout: ENDS[kind] });

/** Set by `npm run check`: properties run a fifth of their cases, and what takes seconds a file (`.slow.test`) waits for `npm test`. */
const FEWER = process.env['FEWER_RUNS'] === '1';
const readyData = fileURLToPath(new URL('scripts/ready-data.ts', import.meta.url));
const readyServer = fileURLToPath(new URL('scripts/ready-server.ts', import.meta.url));
const fewerRuns = fileURLToPath(new URL('scripts/fewer-runs.ts', import.meta.url));

/** Two fifths of a second for each account that a test opens, without it. */
const quickArgon2 = {
  name: 'quick-argon2',
  enforce: 'pre' as const,
  resolveId: (id: string, importer = '') =>
    id === './argon2.ts' && importer.includes('/packages/sealing/src/')
      ? fileURLToPath(new URL('scripts/quick-argon2.mjs', import.meta.url))
      : undefined,
};

/**
 * Three kinds of tests: `unit` is fast and pure, `integration` needs real PostgreSQL, `e2e` a real browser. Files of the former two share
 * their modules (`isolate`), which are most of what loading them costs; what a test sets up is its own. A journey that fails must
 * not take the next file's browser with it.
 */
export default defineConfig({
  test: {
    // Two at a time, also where there are more cores: each file of the latter two starts a server and a database of its own.
    maxWorkers: 2,
    expect: { poll: { timeout: COMES } },
    projects: [
      {
        extends: true,
        ...(FEWER ? { resolve: { alias: [{ find: /^fast-check$/, replacement: fewerRuns }] } } : {}),
        test: {
          name: 'unit',
          isolate: false,
          include: [
            'packages/**/*.test.{ts,tsx}',
            'apps/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
            'worlds/**/*.test.ts',
          ],
          exclude: [
            '**/node_modules/**',
            '**/*.integration.test.ts',
            '**/dist/**',
            ...(FEWER ? ['**/*.slow.test.ts'] : []),
          ],
          ...timeouts('unit'),
        },
      },
      {
        extends: true,
        plugins: [quickArgon2],
        test: {
          name: 'integration',
          isolate: false,
          globalSetup: [readyData, readyServer],
          include: [
            'packages/**/*.integration.test.ts',
            'apps/**/*.integration.test.ts',
            'scripts/**/*.integration.test.ts',
            'worlds/**/*.integration.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/dist/**'],
          ...timeouts('integration'),
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          globalSetup: readyData,
          include: ['e2e/**/*.e2e.ts'],
          // A browser may stop drawing for good where two cores carry five of them. What passes only so is named.
          retry: 1,
          ...timeouts('e2e'),
        },
      },
    ],
  },
});
