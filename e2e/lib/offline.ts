import type { Device } from './device.ts';

/** Waits until the program itself is kept on the device, so that it opens with no network. */
export async function isKept({ page }: Device): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}
