/** The journeys in a real browser; with a name, only those whose file or title has it. */
import { needChromium } from './chromium.mjs';
import { needPackages, run, say, tool } from './run.mjs';

await needPackages();
const CHROMIUM = await needChromium();
say('building…');
const built = await run('node', ['scripts/build.mjs'], { quiet: true });
if (built.code !== 0) {
  process.stderr.write(built.output);
  process.exit(1);
}
const names = process.argv.slice(2);
const { code } = await run(tool('vitest'), ['run', '--project', 'e2e', ...names], { env: { CHROMIUM } });
process.exit(code);
