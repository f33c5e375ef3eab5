/** Measurements, by name; without one, all. The last line of each says its figure, its ratio and whether its bar held. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { needChromium } from './browsers.mjs';
import { needPackages, root, run, say, tool } from './run.mjs';

await needPackages();
const known = readdirSync(join(root, 'bench'))
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.slice(0, -'.bench.ts'.length))
  .sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  say(`no measurement named ${unknown.join(', ')}. There are: ${known.join(', ')}`);
  process.exit(2);
}
const CHROMIUM = await needChromium();
let missed = 0;
for (const name of asked.length > 0 ? asked : known) {
  const { code } = await run(tool('tsx'), [join('bench', `${name}.bench.ts`)], { env: { CHROMIUM } });
  if (code !== 0) missed++;
}
process.exit(missed === 0 ? 0 : 1);
