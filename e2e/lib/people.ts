import type { Role } from '@dayaq/vault/client';
import type { Device } from './device.ts';
import { go } from './navigate.ts';

/** A day, as an invitation counts them. */
const DAY = 86_400_000;

export interface Invitation {
  role?: Role;
  keyholder?: boolean;
  /** Milliseconds; shorter than the form offers, so that a journey can see one run out. */
  validFor?: number;
}

/** Makes an invitation on the people's page and reads its link. */
export async function invite(
  device: Device,
  { role = 'caseworker', keyholder = false, validFor }: Invitation = {},
): Promise<string> {
  const { page, words } = device;
  await go(device, 'people');
  await page.getByRole('button', { name: words.t('people.invite.act'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: words.t('people.invite.title') });
  await dialog.getByRole('radio', { name: words.t(`people.role.${role}`) }).check();
  await dialog.getByRole('checkbox', { name: words.t('people.keyholder') }).setChecked(keyholder);
  if (validFor !== undefined) {
    const days = dialog.getByLabel(words.t('people.invite.days'), { exact: true });
    await days.evaluate(
      (select: HTMLSelectElement, value) => {
        select.add(new Option(value, value));
      },
      String(validFor / DAY),
    );
    await days.selectOption(String(validFor / DAY));
  }
  await dialog.getByRole('button', { name: words.t('people.invite.make'), exact: true }).click();
  const link = await dialog.locator('.share-link').innerText();
  await dialog.getByRole('button', { name: words.t('people.done'), exact: true }).click();
  return link;
}
