import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More presses than any page has stops. */
const MOST_STOPS = 120;

/** Whether the focus can be seen: a ring around the element, or around what it stretches over its row, or around the row or label that stands for it. */
function isSeen(element: Element): boolean {
  let at: Element | null = element;
  for (let level = 0; at !== null && level < 3; level++, at = at.parentElement) {
    // A row's link covers its row by what is drawn after it.
    for (const drawn of [null, '::after']) {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at, drawn);
      if ((outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none') return true;
    }
  }
  return false;
}

const hasFocus = (locator: Locator): Promise<boolean> =>
  locator
    .first()
    .evaluate((element) => element === document.activeElement || element.contains(document.activeElement));

/** Presses Tab until the focus is on it (or inside it), and sees that the focus shows. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.first().waitFor({ state: 'attached' });
  for (let stop = 0; !(await hasFocus(target)); stop++) {
    if (stop === MOST_STOPS) throw new Error(`the keyboard does not reach ${target.toString()}`);
    await page.keyboard.press(key);
  }
  const focused = page.locator('*:focus').last();
  expect(await focused.evaluate(isSeen), `the focus shows on ${target.toString()}`).toBe(true);
}

/** Goes to a button or link and presses it. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes to a text field and types in place of what stands there. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  expect(await target.inputValue()).toBe(text);
}

/** Goes to a group of radio rows and along it with the arrows. */
export async function choose(page: Page, group: Locator, code: string): Promise<void> {
  const row = group.locator(`input[type="radio"][value="${code}"]`);
  await tabTo(page, group.locator('input[type="radio"]:focus, input[type="radio"]').first().or(group));
  for (let step = 0; !(await hasFocus(row)); step++) {
    if (step === MOST_STOPS) throw new Error(`the arrows do not reach ${code}`);
    await page.keyboard.press('ArrowDown');
  }
  if (!(await row.isChecked())) await page.keyboard.press('Space');
  expect(await row.isChecked()).toBe(true);
}

/** Goes to a checkbox and ticks it. */
export async function tickRow(page: Page, group: Locator, code: string): Promise<void> {
  const box = group.locator(`input[type="checkbox"][value="${code}"]`);
  await tabTo(page, box);
  await page.keyboard.press('Space');
  expect(await box.isChecked()).toBe(true);
}
