import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { rooms } from './rooms.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const room = rooms[process.env.MUTANTS_ROOM];

/** The tests of one room, run on a copy of the repository in which one line at a time is changed. */
export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^fast-check$/, replacement: join(here, 'fewer-runs.mjs') },
      // `node_modules` leads back to the unchanged packages.
      { find: /^@dayaq\/sealing\/verify$/, replacement: join(root, 'packages/sealing/src/verify.ts') },
      { find: /^@dayaq\/server$/, replacement: join(root, 'apps/server/src/index.ts') },
      { find: /^@dayaq\/([a-z]+)$/, replacement: join(root, 'packages/$1/src/index.ts') },
    ],
  },
  test: {
    include: room.tests,
    exclude: ['**/node_modules/**', ...room.without],
    // Whole numbers of minutes: a busy machine must not look like a change that was found.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One worker loads the room once for all files.
    isolate: false,
    maxWorkers: 1,
  },
});
