/**
 * `npm run look`: every part of the pages in every state, to look at, with changes shown as they are saved.
 * `npm run look -- --renew`: takes the kept pictures of them anew (`e2e/look`), to be looked at before they are committed.
 */
import { needChromium } from './browsers.mjs';
import { needPackages, run, say, tool } from './run.mjs';

await needPackages();
if (process.argv.includes('--renew')) {
  const CHROMIUM = await needChromium();
  const { code } = await run(tool('vitest'), ['run', '--project', 'e2e', 'e2e/look.e2e.ts'], {
    env: { CHROMIUM, LOOK_RENEW: '1' },
  });
  process.exit(code);
}
// After the packages are there.
const { createServer } = await import('vite');
const server = await createServer({ configFile: 'apps/workspace/gallery/vite.config.ts', logLevel: 'warn' });
await server.listen();
say(`the parts of every page: ${server.resolvedUrls?.local[0]}`);
