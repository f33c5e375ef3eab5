import type { Role } from '@dayaq/vault/client';
import type { Device } from './device.ts';
import { go } from './navigate.ts';

/** Makes an invitation on the people's page and reads its link. */
export async function invite(device: Device, role: Role = 'caseworker'): Promise<string> {
  const { page, words } = device;
  await go(device, 'people');
  await page.getByRole('button', { name: words.t('people.invite.act'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: words.t('people.invite.title') });
  await dialog.getByRole('radio', { name: words.t(`people.role.${role}`) }).check();
  await dialog.getByRole('button', { name: words.t('people.invite.make') }).click();
  const link = await dialog.locator('.share-link').innerText();
  await dialog.getByRole('button', { name: words.t('people.done'), exact: true }).click();
  return link;
}
