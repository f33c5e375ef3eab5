/**
 * Every part of the pages as it looked when somebody last looked at it, in four languages, light and dark. A change that
 * is meant: `npm run look -- --renew`, look at the pictures in `e2e/look`, commit them.
 */
import { join } from 'node:path';
import { LANGUAGES } from '@dayaq/locale';
import { type Browser, chromium, type Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { build, preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compare, differ, RENEWING } from './lib/pictures.ts';
import { isStill } from './lib/still.ts';

const CONFIG = join(import.meta.dirname, '../apps/workspace/gallery/vite.config.ts');
/** Letters without hints and without colours at their edges: what differs most from one machine to the next. */
const PLAIN = [
  '--no-sandbox',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];
const PHONE = { width: 360, height: 640 };
/** Those that lie over the page: the whole window is photographed. */
const OVER = new Set(['dialog']);
/** The language in which what has no words is photographed. */
const ONCE = 'en';

let server: PreviewServer;
let browser: Browser;
let url: string;

beforeAll(async () => {
  await build({ configFile: CONFIG, logLevel: 'error' });
  server = await preview({ configFile: CONFIG, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the gallery is served nowhere');
  url = `http://127.0.0.1:${address.port}`;
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: PLAIN,
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test.for(LANGUAGES.flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme }))))(
  'every part looks as it did, in $language, $theme',
  async ({ language, theme }) => {
    const page = await openGallery(`language=${language}&theme=${theme}`);
    const wanted = language === ONCE ? '.gallery-part' : '.gallery-part:not([data-wordless])';
    const parts = await page.locator(wanted).evaluateAll((all) => all.map(({ id }) => id));
    expect(parts.length).toBeGreaterThan(15);
    const wrong: string[] = [];
    for (const part of parts) {
      const wide = await page.locator(`#${part} .gallery-shown`).evaluate(({ scrollWidth }) => scrollWidth);
      if (wide > PHONE.width) wrong.push(`${part}: ${wide} pixels wide on a phone`);
      wrong.push(...listed(await compare(`${part}-${language}-${theme}`, await photograph(page, part))));
    }
    await page.context().close();
    expect(wrong).toEqual([]);
  },
);

test.skipIf(RENEWING)(
  'the comparison sees another colour, another word and another edge, and no other language passes',
  async () => {
    const page = await openGallery('language=en&theme=light');
    const before = PNG.sync.read(await photograph(page, 'buttons'));
    expect(differ(before, PNG.sync.read(await photograph(page, 'buttons')))).toBeNull();
    for (const change of [
      ':root { --accent: #5a0e5a; }',
      '.button { border-radius: 999px; padding-inline: 2rem; }',
      '.button-wide { visibility: hidden; }',
    ]) {
      const style = await page.addStyleTag({ content: change });
      expect(differ(before, PNG.sync.read(await photograph(page, 'buttons'))), change).not.toBeNull();
      await style.evaluate((element) => (element as Element).remove());
    }
    await page.context().close();
    const other = await openGallery('language=az&theme=light');
    expect(differ(before, PNG.sync.read(await photograph(other, 'buttons')))).not.toBeNull();
    await other.context().close();
  },
);

async function openGallery(asked: string): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${url}/?${asked}`);
  await page.locator('.gallery-part').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await isStill(page);
  return page;
}

async function photograph(page: Page, part: string): Promise<Buffer> {
  const look = { animations: 'disabled', caret: 'hide' } as const;
  if (!OVER.has(part)) return page.locator(`#${part} .gallery-shown`).screenshot(look);
  const alone = await page.context().newPage();
  await alone.goto(`${page.url()}&part=${part}`);
  await alone.locator('dialog[open]').waitFor();
  await alone.evaluate(() => document.fonts.ready);
  await isStill(alone);
  const taken = await alone.screenshot(look);
  await alone.close();
  return taken;
}

const listed = (fault: string | null): string[] => (fault === null ? [] : [fault]);
