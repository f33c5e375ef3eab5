import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Taps since `countTaps`, as a finger would make them. */
    taps?: number;
  }
}

/** Text fields that a person taps to write into. */
const WRITTEN = 'input[type="text"], textarea';

/**
 * Counts from now on what a finger does: one for each press, one for each field into which somebody writes, two for each
 * native list (open, choose). Typing itself is not counted.
 */
export async function countTaps(page: Page): Promise<void> {
  await page.evaluate((written) => {
    const isCounting = window.taps !== undefined;
    window.taps = 0;
    if (isCounting) return;
    const add = (count: number) => {
      window.taps = (window.taps ?? 0) + count;
    };
    addEventListener('pointerdown', () => add(1), true);
    addEventListener('change', ({ target }) => target instanceof HTMLSelectElement && add(2), true);
    // Where the page itself puts the cursor, nobody taps. The journey's own focus does not come by this door.
    let isOwn = false;
    const { focus } = HTMLElement.prototype;
    HTMLElement.prototype.focus = function (options) {
      isOwn = true;
      focus.call(this, options);
      isOwn = false;
    };
    addEventListener(
      'focusin',
      ({ target }) => !isOwn && target instanceof Element && target.matches(written) && add(1),
    );
  }, WRITTEN);
}

export const tapsOf = (page: Page): Promise<number> => page.evaluate(() => window.taps ?? 0);
