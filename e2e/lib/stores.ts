import type { Page } from 'playwright-core';
import type { Device } from './device.ts';

/**
 * Makes the Worker of a tab spin for ever, as a defect would: it answers nothing from then on. In a task of its own, because a
 * browser ends no Worker in which the debugger is at work.
 */
export async function hangVault(page: Page): Promise<void> {
  const [worker] = page.workers();
  if (worker === undefined) throw new Error('this tab has no Worker');
  const hangs = page.evaluate(
    () =>
      new Promise((said) => new BroadcastChannel('hangs').addEventListener('message', said, { once: true })),
  );
  await worker.evaluate(() => {
    // No pause: the debugger lets go of it first.
    setTimeout(() => {
      new BroadcastChannel('hangs').postMessage(null);
      for (;;);
    }, 50);
  });
  await hangs;
}

/** Clears what the site keeps in IndexedDB, as a person or a cleaning program does. */
export async function clearStore({ context, page, options }: Device): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: options.url, storageTypes: 'indexeddb' });
  await session.detach();
}
