import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';

const PROGRAM = process.env['FIREFOX'] ?? '/usr/bin/firefox-esr';
/** Milliseconds, as for `Device`. */
const PATIENCE = Number(process.env['E2E_PATIENCE'] ?? 90_000);

/** A cheap phone's screen. Firefox is on many of them, and under the Tor Browser. */
const PHONE = { width: 360, height: 740, deviceScaleFactor: 2 };

/** Firefox with a profile folder of its own, on somebody's phone; the person goes by what stands there. */
export class Firefox {
  readonly folder: string;
  readonly page: Page;
  /** What went wrong in the page: empty at the end of a good journey. */
  readonly problems: string[] = [];
  readonly #browser: Browser;

  private constructor(folder: string, browser: Browser, page: Page) {
    this.folder = folder;
    this.#browser = browser;
    this.page = page;
    page.on('pageerror', (error) => this.problems.push(String(error)));
  }

  static async open(): Promise<Firefox> {
    const folder = await mkdtemp(join(tmpdir(), 'dayaq-e2e-firefox-'));
    const browser = await launch({
      browser: 'firefox',
      executablePath: PROGRAM,
      headless: true,
      userDataDir: join(folder, 'profile'),
      defaultViewport: PHONE,
    });
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    return new Firefox(folder, browser, page);
  }

  /** Presses what somebody sees: a button by its name, a link by a part of it, a choice by its label. */
  async press(what: 'button' | 'link' | 'choice', name: string): Promise<void> {
    const text = JSON.stringify(name);
    const path = {
      button: `//button[normalize-space()=${text}]`,
      link: `//a[contains(normalize-space(), ${text})]`,
      choice: `//label[normalize-space()=${text}]`,
    }[what];
    await this.page.locator(`::-p-xpath(${path})`).click();
  }

  /** Types into a field. */
  async fill(selector: string, text: string): Promise<void> {
    await this.page.locator(selector).fill(text);
  }

  /** Waits until the words stand there for everybody to see. */
  async sees(text: string): Promise<void> {
    await this.page.locator(`::-p-text(${text})`).wait();
  }

  /** Everything that a page could leave behind in this browser. */
  left() {
    return this.page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
  }

  /** Closes the browser as its owner would; the profile stays. */
  close(): Promise<void> {
    return this.#browser.close();
  }

  async discard(): Promise<void> {
    await this.close().catch(() => undefined);
    await rm(this.folder, { recursive: true, force: true });
  }
}
