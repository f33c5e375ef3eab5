import { expect, test } from 'vitest';
import { found, lock, offeredPassphrase, passKit, unlock } from './lib/account.ts';
import { searchCases } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { inspect } from './lib/inspect.ts';
import { quickCase } from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { anOrganisation } from './lib/organisations.ts';
import { invite } from './lib/people.ts';
import { photograph } from './lib/photograph.ts';
import { isStill } from './lib/still.ts';
import { isReady } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld('whole');

const press = ({ page }: Device, name: string) => page.getByRole('button', { name, exact: true }).click();

async function looksWell(device: Device, name: string): Promise<void> {
  await photograph(device, name);
  await isStill(device.page);
  expect(await inspect(device.page, name, device.options.language)).toEqual([]);
}

/** Tries a passphrase on the lock that is shown, and sees it refused. */
async function isRefused({ page, words }: Device, passphrase: string): Promise<void> {
  await page.getByLabel(words.t('account.passphrase.label'), { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: words.t('account.unlock.act'), exact: true }).click();
  await page.getByText(words.t('errors.wrong-passphrase')).waitFor();
}

test('two people share a phone, each behind their own lock, and nothing of the one opens to the other', async () => {
  const world = await worlds.start();
  const phone = await world.device('phone', 'az');
  const { page, words } = phone;
  const first = await found(phone, world.server.foundingLink, {
    organisation: 'Şəhər dəstəyi',
    name: 'Nigar',
  });
  await quickCase(phone, 'Lalə', 'Yalnız bizim iş.');
  const others = await anOrganisation(
    world,
    { size: 'laptop', language: 'ru', organisation: 'Дом у реки', name: 'Марьям' },
    await world.server.anotherLink(),
  );
  const link = await invite(others);
  await lock(phone);

  // Somebody else opens an invitation on the locked phone.
  await page.goto(link);
  await page.getByRole('heading', { name: words.t('account.join.unlockTitle') }).waitFor();
  await page.getByRole('heading', { name: words.t('account.others.title') }).waitFor();
  await looksWell(phone, 'shared-device-invited');
  await press(phone, words.t('account.others.more'));
  await page.getByLabel(words.t('account.name.label'), { exact: true }).fill('Aysel');
  const second = await offeredPassphrase(phone);
  await press(phone, words.t('account.join.act'));
  await passKit(phone);
  await isReady(phone);
  expect(await searchCases(phone, 'Lalə')).toEqual([]);
  await quickCase(phone, 'Orxan', 'Ayselin işi.');

  // Her lock is the one that stands there, and neither passphrase opens the other's.
  await lock(phone);
  await page.getByText(words.t('account.others.this', { number: 2 })).waitFor();
  await looksWell(phone, 'shared-device-locked');
  await isRefused(phone, first.passphrase);
  await press(phone, words.t('account.others.lock', { number: 1 }));
  await page.getByText(words.t('account.others.this', { number: 1 })).waitFor();
  await isRefused(phone, second);
  await unlock(phone, first.passphrase);
  expect(await searchCases(phone, 'Orxan')).toEqual([]);
  expect(await searchCases(phone, 'Lalə')).toEqual([expect.stringContaining('Lalə')]);

  // Wiping takes one's own things and leaves the other's.
  await go(phone, 'settings');
  await press(phone, words.t('settings.wipe.start'));
  const dialog = page.getByRole('dialog');
  await dialog.getByText(words.t('settings.wipe.others')).waitFor();
  await dialog.getByRole('textbox').fill(words.t('settings.wipe.word'));
  await dialog.getByRole('button', { name: words.t('settings.wipe.act'), exact: true }).click();
  await page.getByRole('textbox', { name: words.t('shell.away') }).waitFor();
  await phone.goto('/cases');
  await unlock(phone, second);
  expect(await searchCases(phone, 'Orxan')).toEqual([expect.stringContaining('Orxan')]);
});
