import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language, Translator } from '@dayaq/locale';
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { until } from '../../apps/server/src/testing/until.ts';
import { ZONE } from './clock.ts';
import { browserOf, family, isAlive } from './processes.ts';
import { watch } from './watch.ts';
import { wordsIn } from './words.ts';

/** A cheap phone, and an office laptop. */
const SIZES = {
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  laptop: { viewport: { width: 1280, height: 800 } },
} as const satisfies Record<string, BrowserContextOptions>;
export type Size = keyof typeof SIZES;

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing but the server's own host can be reached, whatever a page may ask for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];
/** Milliseconds: two cores may be shared with other work. */
const PATIENCE = Number(process.env['E2E_PATIENCE'] ?? 90_000);

/**
 * `whole`: the browser that people have. `headless`: the same engine without a window around it, which starts in a third of
 * the time; where there is none (`scripts/browsers.mjs`), the whole one.
 */
export type Browser = 'whole' | 'headless';

function programOf(browser: Browser): string {
  const whole = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  return browser === 'whole' ? whole : (process.env['CHROMIUM_HEADLESS'] ?? whole);
}

export interface DeviceOptions {
  /** The server's origin. */
  url: string;
  language: Language;
  size: Size;
  browser: Browser;
}

/** One browser with a profile folder of its own: a person's phone or laptop. */
export class Device {
  readonly options: DeviceOptions;
  readonly profile: string;
  readonly words: Translator;
  /** What went wrong in the pages, and requests to strangers: empty at the end of a good journey. */
  readonly problems: string[] = [];
  #context: BrowserContext | null = null;
  #page: Page | null = null;

  private constructor(options: DeviceOptions, profile: string, words: Translator) {
    this.options = options;
    this.profile = profile;
    this.words = words;
  }

  static async make(options: DeviceOptions): Promise<Device> {
    const folder = await mkdtemp(join(tmpdir(), 'dayaq-e2e-device-'));
    const device = new Device(options, join(folder, 'profile'), await wordsIn(options.language));
    await mkdir(device.profile);
    await device.open();
    return device;
  }

  get page(): Page {
    if (this.#page === null) throw new Error('this browser is closed');
    return this.#page;
  }

  get context(): BrowserContext {
    if (this.#context === null) throw new Error('this browser is closed');
    return this.#context;
  }

  /** Starts the browser on its profile, as after a restart of the phone. */
  async open(extra: { offline?: boolean; arguments?: readonly string[] } = {}): Promise<void> {
    const { size, language, browser } = this.options;
    const context = await chromium.launchPersistentContext(this.profile, {
      executablePath: programOf(browser),
      headless: true,
      args: [...ARGUMENTS, ...(extra.arguments ?? [])],
      ...SIZES[size],
      locale: language,
      timezoneId: ZONE,
      colorScheme: 'light',
      offline: extra.offline ?? false,
      acceptDownloads: true,
    });
    context.setDefaultTimeout(PATIENCE);
    watch(context, this.options.url, this.problems);
    this.#context = context;
    this.#page = context.pages()[0] ?? (await context.newPage());
  }

  /** Another tab of the same browser. */
  newTab(): Promise<Page> {
    return this.context.newPage();
  }

  /** The same browser seen through one of its tabs, perhaps in another language. */
  inTab(page: Page, words: Translator): Device {
    const other = new Device(this.options, this.profile, words);
    other.#context = this.#context;
    other.#page = page;
    return other;
  }

  /** The tab in which the person goes on. */
  turnTo(page: Page): void {
    this.#page = page;
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.options.url).href);
  }

  offline(): Promise<void> {
    return this.context.setOffline(true);
  }

  online(): Promise<void> {
    return this.context.setOffline(false);
  }

  /** Ends the browser as a power cut would: nobody is asked, nothing is written any more. */
  async kill(): Promise<void> {
    const all = family(browserOf(this.profile));
    for (const pid of all) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    await this.#context?.close().catch(() => undefined);
    this.#context = null;
    this.#page = null;
    await until('the end of the browser', () => !all.some(isAlive));
  }

  /** Closes the browser as its owner would. */
  async close(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
    this.#page = null;
  }

  /** Closes it and takes its profile away. */
  async discard(): Promise<void> {
    await this.close().catch(() => undefined);
    await rm(join(this.profile, '..'), { recursive: true, force: true });
  }
}
