/**
 * The journeys in a real browser; with names, those whose file has the name. The bars that are a yes or a no go by
 * their own names too, wherever their tests live.
 */
import { needBrowsers } from './browsers.mjs';
import { needPackages, run, say, tool } from './run.mjs';

/** A bar's name → beginnings of test files that show it, beside the journeys that carry its name. */
const BARS = {
  removed: ['packages/vault/src/removed-member', 'packages/sealing/src/removed-member', 'e2e/removed'],
  forge: [
    'packages/vault/src/lying-server',
    'packages/vault/src/excluded-member',
    'packages/vault/src/restored-server',
  ],
  kill: ['apps/server/src/kill', 'e2e/kill'],
  quiet: ['apps/server/src/quiet', 'apps/server/src/testing/quiet'],
  fuzz: ['apps/server/src/fuzz', 'packages/protocol/src/fuzz'],
  locales: ['packages/locale/src/locales', 'e2e/pages'],
  a11y: ['e2e/pages', 'e2e/keyboard'],
};

await needPackages();
const browsers = await needBrowsers();
say('building…');
const built = await run('node', ['scripts/build.mjs'], { quiet: true });
if (built.code !== 0) {
  process.stderr.write(built.output);
  process.exit(1);
}
const names = process.argv.slice(2);
const files = names.flatMap((name) => BARS[name] ?? [name]);
const projects = names.some((name) => name in BARS) ? ['unit', 'integration', 'e2e'] : ['e2e'];
const { code } = await run(
  tool('vitest'),
  ['run', ...projects.flatMap((project) => ['--project', project]), ...files],
  { env: browsers },
);
process.exit(code);
