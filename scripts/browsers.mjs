import { existsSync } from 'node:fs';
import { run, say } from './run.mjs';

const DEBIANS = '/usr/bin/chromium';
/** Not by Debian's script, which stays there as a process of its own. */
const HEADLESS = '/usr/lib/chromium/chromium-headless-shell';

const PLACES = [
  process.env.CHROMIUM,
  DEBIANS,
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const first = (places) => places.find((place) => place !== undefined && existsSync(place));
const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Without a network it gives up within a minute or two. */
const PATIENCE = [
  '-o',
  'Acquire::http::Timeout=30',
  '-o',
  'Acquire::https::Timeout=30',
  '-o',
  'Acquire::Retries=1',
];

async function install(name) {
  say(`installing ${name} from Debian (once)…`);
  await run('apt-get', [...PATIENCE, 'update', '-q'], { quiet: true });
  return run('apt-get', [...PATIENCE, 'install', '-y', '-q', '--no-install-recommends', name], {
    quiet: true,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** Where Chromium is; installs Debian's when there is none and this is root on a machine with apt. */
export async function needChromium() {
  const there = first(PLACES);
  if (there !== undefined) return there;
  if (mayInstall()) {
    const { code, output } = await install('chromium');
    if (code !== 0) process.stderr.write(output);
  }
  const installed = first(PLACES);
  if (installed !== undefined) return installed;
  say(
    'no Chromium found. Install it (on Debian: apt-get install chromium) or name it in the variable CHROMIUM.',
  );
  return process.exit(1);
}

/**
 * Where the same engine without a window around it is, in which most journeys are made: it starts in a third of the time.
 * Debian's, installed beside Debian's Chromium; where there is none, or somebody named another browser, that is `chromium`.
 */
async function needHeadless(chromium) {
  if (process.env.CHROMIUM_HEADLESS !== undefined) return process.env.CHROMIUM_HEADLESS;
  if (chromium !== DEBIANS) return chromium;
  if (!existsSync(HEADLESS) && mayInstall()) await install('chromium-headless-shell');
  return existsSync(HEADLESS) ? HEADLESS : chromium;
}

/**
 * Where Firefox is, in which the public page is walked, too; null where there is none and none can be installed: that journey is
 * left out then, and `npm test` says so.
 */
async function needFirefox() {
  const places = [
    process.env.FIREFOX,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ];
  if (first(places) === undefined && mayInstall()) await install('firefox-esr');
  return first(places) ?? null;
}

/** The browsers by the names under which the journeys look for them. */
export async function needBrowsers() {
  const chromium = await needChromium();
  const firefox = await needFirefox();
  return {
    CHROMIUM: chromium,
    CHROMIUM_HEADLESS: await needHeadless(chromium),
    ...(firefox === null ? {} : { FIREFOX: firefox }),
  };
}
