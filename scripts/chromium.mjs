import { existsSync } from 'node:fs';
import { run, say } from './run.mjs';

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const found = () => PLACES.find((place) => place !== undefined && existsSync(place));

/** Where Chromium is; installs Debian's when there is none and this is root on a machine with apt. */
export async function needChromium() {
  const there = found();
  if (there !== undefined) return there;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('installing Chromium from Debian (once)…');
    await run('apt-get', ['update', '-q'], { quiet: true });
    const { code, output } = await run(
      'apt-get',
      ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
      {
        quiet: true,
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      },
    );
    if (code !== 0) process.stderr.write(output);
  }
  const installed = found();
  if (installed !== undefined) return installed;
  say(
    'no Chromium found. Install it (on Debian: apt-get install chromium) or name it in the variable CHROMIUM.',
  );
  return process.exit(1);
}
