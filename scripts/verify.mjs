// Checks a custody bundle: no server, no network, no key.
import { join } from 'node:path';
import { needPackages, root, run, tool } from './run.mjs';

await needPackages();
const { code } = await run(tool('tsx'), [join(root, 'scripts', 'verify.ts'), ...process.argv.slice(2)]);
process.exit(code);
