import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { plainOf } from './lz4.ts';

const PROGRAM = process.env['FIREFOX'];
/** Whether there is one here (`scripts/browsers.mjs`). */
export const hasFirefox = PROGRAM !== undefined;
/** Milliseconds, as for `Device`. */
const PATIENCE = Number(process.env['E2E_PATIENCE'] ?? 90_000);

/** As somebody's own Firefox is set, not as a test's: open pages are written down again and again, to come back after a crash. */
const SETTINGS = { 'browser.sessionstore.resume_from_crash': true, 'browser.sessionstore.interval': 500 };

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
      ...(PROGRAM === undefined ? {} : { executablePath: PROGRAM }),
      headless: true,
      userDataDir: join(folder, 'profile'),
      defaultViewport: PHONE,
      extraPrefsFirefox: SETTINGS,
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

  /** Each file of the profile as it is read, with those of the marks that stand in it. */
  async found(marks: readonly string[]): Promise<string[]> {
    const files = await readdir(join(this.folder, 'profile'), { recursive: true, withFileTypes: true });
    const found = await Promise.all(
      files.map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        // Files come and go while the browser runs.
        const bytes = entry.isFile() ? await readFile(path).catch(() => Buffer.alloc(0)) : Buffer.alloc(0);
        const plain = plainOf(bytes);
        return marks.filter((mark) => plain.includes(mark)).map((mark) => `${entry.name}: ${mark}`);
      }),
    );
    return found.flat();
  }

  /**
   * What the browser has written down of the open pages' fields, to come back after a crash, once it has done so with a field
   * of the test's own, which says nothing against that: beside that field.
   */
  async writtenDown(): Promise<unknown[]> {
    const word = `control${Date.now()}`;
    await this.page.evaluate(() => {
      const field = document.createElement('textarea');
      field.id = 'control';
      document.body.append(field);
    });
    await this.fill('#control', word);
    await expect.poll(async () => (await this.found([word])).length).toBeGreaterThan(0);
    await this.page.evaluate(() => document.querySelector('#control')?.remove());
    const file = await readFile(join(this.folder, 'profile', 'sessionstore-backups', 'recovery.jsonlz4'));
    const { windows } = JSON.parse(plainOf(file).toString()) as {
      windows: { tabs: { formdata?: { id?: Record<string, unknown>; xpath?: object } }[] }[];
    };
    return windows
      .flatMap(({ tabs }) => tabs)
      .flatMap(({ formdata: { id = {}, xpath = {} } = {} }) => Object.entries({ ...id, ...xpath }))
      .filter(([name, value]) => name !== 'control' || value !== word);
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
