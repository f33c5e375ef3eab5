import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BUILD = fileURLToPath(new URL('build.mjs', import.meta.url));

/** Before the tests that start the server as operators do, in a process of its own: nobody starts it out of its source. */
export const setup = (): void => {
  execFileSync(process.execPath, [BUILD, 'apps/server'], { stdio: ['ignore', 'ignore', 'inherit'] });
};
