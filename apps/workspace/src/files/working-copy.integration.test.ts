import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPhotoMetadata } from './photo-metadata.ts';
import { hiddenData } from './hidden-data.ts';
import { exifWithPlace } from './testing/exif.ts';
import { HEIC_WITH_PLACE } from './testing/heic.ts';

const CHROMIUM = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (place) => place !== undefined && existsSync(place),
);

let server: ViteDevServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await createServer({
    configFile: false,
    root: join(import.meta.dirname, '..'),
    logLevel: 'silent',
    server: { host: '127.0.0.1', port: 0, hmr: false },
    optimizeDeps: { noDiscovery: true },
  });
  await server.listen();
  browser = await chromium.launch({
    ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  page = await browser.newPage();
  const url = server.resolvedUrls?.local[0] ?? '';
  // The module is loaded by the page itself: what the test runner makes of an import would not run in there.
  const body = `<!doctype html><script type="module">
    import { makeWorkingCopy } from '/files/working-copy.ts';
    window.makeWorkingCopy = makeWorkingCopy;
  </script>`;
  await page.route('**/photo', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${url}photo`);
  await page.waitForFunction(() => 'makeWorkingCopy' in window);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A real photo: an upright picture, 40 × 20, the left half dark. */
async function photo(type: 'image/jpeg' | 'image/png'): Promise<Uint8Array> {
  const bytes = await page.evaluate(async (type) => {
    const canvas = new OffscreenCanvas(40, 20);
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, 40, 20);
    pen.fillStyle = '#102040';
    pen.fillRect(0, 0, 20, 20);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer())];
  }, type);
  return Uint8Array.from(bytes);
}

/** The working copy as the product makes it, and its size and left and right brightness (0–255). */
async function copyOf(original: Uint8Array, type: string) {
  return page.evaluate(
    async ({ original, type }) => {
      const makeWorkingCopy: (original: Blob) => Promise<Blob | null> = Reflect.get(
        window,
        'makeWorkingCopy',
      );
      const copy = await makeWorkingCopy(new Blob([Uint8Array.from(original)], { type }));
      if (copy === null) return null;
      const picture = await createImageBitmap(copy);
      const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      if (pen === null) throw new Error('no canvas');
      pen.drawImage(picture, 0, 0);
      const at = (x: number) => pen.getImageData(x, 10, 1, 1).data[0];
      const bytes = [...new Uint8Array(await copy.arrayBuffer())];
      return {
        bytes,
        type: copy.type,
        width: picture.width,
        height: picture.height,
        left: at(5),
        right: at(35),
      };
    },
    { original: [...original], type },
  );
}

describe('the working copy of a photo', () => {
  it('carries no place, time or device, though the original does, and shows the same picture', async () => {
    const original = exifWithPlace(await photo('image/jpeg'));
    expect(readPhotoMetadata(original)).toMatchObject({
      hasPlace: true,
      hasDevice: true,
      takenOn: '2023-11-04',
    });
    const copy = await copyOf(original, 'image/jpeg');
    if (copy === null) throw new Error('the browser could not read the photo');
    expect(readPhotoMetadata(Uint8Array.from(copy.bytes))).toEqual({
      blocks: [],
      hasPlace: false,
      hasDevice: false,
      takenOn: null,
    });
    const text = String.fromCharCode(...copy.bytes);
    for (const trace of ['Exif', 'Phone', '2023:11:04']) expect(text).not.toContain(trace);
    expect(copy).toMatchObject({ type: 'image/jpeg', width: 40, height: 20 });
    expect(copy.left).toBeLessThan(60);
    expect(copy.right).toBeGreaterThan(200);
  });
  it('is made of other kinds of pictures too', async () => {
    expect(await copyOf(await photo('image/png'), 'image/png')).toMatchObject({
      type: 'image/jpeg',
      width: 40,
    });
  });
  it('is made of HEIC, which this browser does not read, by a library', async () => {
    const copy = await copyOf(HEIC_WITH_PLACE, 'image/heic');
    if (copy === null) throw new Error('the library could not read the photo');
    expect(copy).toMatchObject({ type: 'image/jpeg', width: 64, height: 32 });
    expect(copy.left).toBeLessThan(60);
    expect(copy.right).toBeGreaterThan(200);
    expect(await hiddenData(Uint8Array.from(copy.bytes), 'image')).toEqual([]);
  });
  it('is not pretended where the browser cannot read the picture', async () => {
    expect(await copyOf(new TextEncoder().encode('no picture'), 'image/heic')).toBeNull();
  });
});
