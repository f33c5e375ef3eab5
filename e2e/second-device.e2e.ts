import { readKit } from '@dayaq/sealing';
import { expect, test } from 'vitest';
import { found, lock, unlock } from './lib/account.ts';
import { openCase, theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { quickCase } from './lib/intake.ts';
import { photograph } from './lib/photograph.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

test('a second device opens the account by kit and passphrase; a wrong word and a wrong passphrase are named', async () => {
  const world = await worlds.start();
  const laptop = await world.device('laptop', 'tg');
  const { passphrase, kit } = await found(laptop, world.server.foundingLink, {
    organisation: 'Такягоҳ',
    name: 'Зарина',
  });
  await quickCase(laptop, 'Мавҷуда', 'Аз хона берун карданд.');

  const phone = await world.device('phone', 'en');
  const { t } = phone.words;
  const shows = (text: string) => phone.page.getByText(text).first().waitFor();
  await phone.goto('/');
  await phone.page.getByRole('link', { name: t('account.welcome.kitAct'), exact: true }).click();

  await restore(phone, kit.slice(0, 11), passphrase);
  await shows(t('account.restore.count', { count: 11 }));
  await restore(phone, kit.with(6, 'kelebek'), passphrase);
  await shows(t('errors.wrong-kit-word', { word: '7' }));
  await photograph(phone, 'second-device-wrong-word');
  // Two words in each other's place are all real words, but the sum over them does not fit.
  await restore(phone, swapped(kit), passphrase);
  await shows(t('errors.wrong-kit'));
  await restore(phone, kit, `${passphrase} x`);
  // Without the account on this device, a wrong passphrase and a server that does not have it look alike: both are named.
  await shows(t('errors.account-not-here'));
  await restore(phone, kit, passphrase);
  await phone.page.getByRole('navigation', { name: t('shell.navigation') }).waitFor();
  await openCase(phone, 'Мавҷуда');
  await theCase(phone).getByText('Аз хона берун карданд.').first().waitFor();

  await quickCase(phone, 'Wren', 'Typed on the second device.');
  await openCase(laptop, 'Wren');
});

test('a wrong passphrase is answered by a plain sentence, and the right one still opens', async () => {
  const world = await worlds.start();
  const phone = await world.device('phone', 'az');
  const { passphrase } = await found(phone, world.server.foundingLink, {
    organisation: 'Sığınacaq',
    name: 'Nigar',
  });
  const { page, words } = phone;
  await lock(phone);
  for (const wrong of [`${passphrase}x`, passphrase.toUpperCase().replaceAll(' ', ''), ' ']) {
    await page.getByLabel(words.t('account.passphrase.label'), { exact: true }).fill(wrong);
    await page.getByRole('button', { name: words.t('account.unlock.act'), exact: true }).click();
    await page.getByText(words.t('errors.wrong-passphrase')).waitFor();
    expect(await page.getByRole('navigation', { name: words.t('shell.navigation') }).count()).toBe(0);
  }
  await unlock(phone, passphrase);
});

async function restore({ page, words }: Device, kit: readonly string[], passphrase: string): Promise<void> {
  await page.getByLabel(words.t('account.restore.words'), { exact: true }).fill(kit.join(' '));
  await page.getByLabel(words.t('account.passphrase.label'), { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: words.t('account.restore.act'), exact: true }).click();
}

/** The kit with two words exchanged so that its check sum no longer fits: one exchange in sixteen would fit by chance. */
function swapped(kit: readonly string[]): string[] {
  for (let first = 0; first < kit.length; first++) {
    for (let second = first + 1; second < kit.length; second++) {
      const other = kit.with(first, kit[second] ?? '').with(second, kit[first] ?? '');
      if (!readKit(other.join(' ')).ok) return other;
    }
  }
  throw new Error('every exchange fits');
}
