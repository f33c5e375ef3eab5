/** A lying server and an insider against honest devices: see `adversary.ts`. */
import { needPackages, run, tool } from './run.mjs';

await needPackages();
const { code } = await run(tool('tsx'), ['scripts/adversary.ts', ...process.argv.slice(2)]);
process.exit(code);
