import type { Locator } from 'playwright-core';
import type { Device } from './device.ts';

const IN_THE_BAR = new Set(['today', 'cases', 'newCase', 'services']);

/** Goes to a page by the navigation, as people do: loading an address anew would lock. */
export async function go(
  device: Device,
  to: 'today' | 'cases' | 'newCase' | 'services' | 'people' | 'settings' | 'costs' | 'referrals',
): Promise<void> {
  const { page, words } = device;
  const bar = page.getByRole('navigation', { name: words.t('shell.navigation') });
  await outOfTheCase(device, bar);
  if (device.options.size === 'laptop' || IN_THE_BAR.has(to)) {
    await bar.getByRole('link', { name: words.t(`shell.${to}`), exact: true }).click();
    return;
  }
  await bar.getByRole('link', { name: words.t('shell.more'), exact: true }).click();
  // A count of what waits there stands behind the name.
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`^${words.t(`shell.${to}`)}`) })
    .click();
}

/** On a phone what can be done in a case stands where the navigation stood: one goes back first. */
async function outOfTheCase({ page, words }: Device, bar: Locator): Promise<void> {
  if (!(await page.locator('.case').isVisible()) || (await bar.isVisible())) return;
  await page.getByRole('link', { name: words.t('shell.back'), exact: true }).click();
  await bar.waitFor();
}
