import { addDays, dayAt } from '@dayaq/domain';
import { expect } from 'vitest';
import { join } from './account.ts';
import type { Device } from './device.ts';
import { fillField } from './fields.ts';
import { inspect } from './inspect.ts';
import { go } from './navigate.ts';
import { photograph } from './photograph.ts';

export const THANKS = 'Чинор барои шумо меистад, ташаккур';

const press = ({ page }: Device, name: string) => page.getByRole('button', { name, exact: true }).click();

/**
 * Somebody whose application was taken is welcomed, comes in on a phone of their own, agrees there, and is parted from.
 * @param member a keyholder, before the application that was decided
 * @param theirs a device on which nobody is
 */
export async function fromWelcomeToGoodbye(member: Device, theirs: Device, called: string): Promise<void> {
  const { page, words } = member;
  const { t } = words;
  await page.getByRole('link', { name: t('volunteers.add'), exact: true }).click();
  const form = page.getByRole('dialog');
  await fillField(form, words, ['volunteer', 'until'], { day: addDays(dayAt(Date.now()), 10) });
  await photograph(member, 'volunteer-welcome');
  await form.getByRole('button', { name: t('cases.edit.save'), exact: true }).click();
  await press(member, t('volunteers.agreement.make'));
  await press(member, t('volunteers.agreement.save'));
  await page.getByRole('link', { name: called, exact: true }).click();
  await press(member, t('volunteers.come.make'));
  const link = await page.locator('.share-link').innerText();

  await join(theirs, link, called);
  const their = theirs.words.t;
  await theirs.page.getByRole('link', { name: their('volunteers.today.agreeLink'), exact: true }).click();
  await theirs.page.getByText(their('volunteers.opens.titleMe')).waitFor();
  await photograph(theirs, 'volunteer-agrees');
  expect(await inspect(theirs.page, 'an agreement', 'tg')).toEqual([]);
  await press(theirs, their('volunteers.agreement.agree'));
  await theirs.page.getByText(their('volunteers.agreement.agreed')).first().waitFor({ state: 'attached' });

  await page.getByText(/öz cihazında razılıq verib/u).waitFor();
  await page.getByText(t('volunteers.opens.noneNamed')).waitFor();
  await press(member, t('volunteers.bye.over'));
  await page.getByText(t('volunteers.bye.notOver')).waitFor();
  await press(member, t('volunteers.bye.thanksAct'));
  await fillField(form, words, ['volunteer', 'thanks'], THANKS);
  await form.getByRole('button', { name: t('cases.edit.save'), exact: true }).click();
  await go(theirs, 'today');
  await theirs.page.getByText(THANKS).waitFor();
  await photograph(member, 'volunteer-goodbye');
  expect(await inspect(page, 'a volunteer', 'az')).toEqual([]);
  await press(member, t('volunteers.bye.membershipAct', { name: called }));
  await press(member, t('volunteers.bye.membershipSure', { name: called }));
  await page.getByRole('button', { name: t('volunteers.bye.workAct') }).waitFor({ state: 'hidden' });
  await expect
    .poll(() => page.getByText(t('volunteers.bye.open'), { exact: true }).count(), { timeout: 30_000 })
    .toBe(0);
  await press(member, t('volunteers.bye.over'));
  await page.getByRole('heading', { name: t('volunteers.bye.title') }).waitFor({ state: 'detached' });
  await page.getByText(THANKS).waitFor();
}
