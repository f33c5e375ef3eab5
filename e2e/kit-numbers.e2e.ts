import { expect, test } from 'vitest';
import {
  answerKitCheck,
  fillFounding,
  lock,
  offeredPassphrase,
  readKit,
  readKitNumbers,
  unlock,
} from './lib/account.ts';
import type { Device } from './lib/device.ts';
import { photograph } from './lib/photograph.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

test('in Azerbaijani: an offered passphrase of Azerbaijani words opens from an English keyboard, a kit from its numbers', async () => {
  const world = await worlds.start();
  const phone = await world.device('phone', 'az');
  await phone.page.goto(world.server.foundingLink);
  expect(await offeredPassphrase(phone)).toMatch(
    /^[abcçdeəfgğhxıijkqlmnoöprsştuüvyz]+( [abcçdeəfgğhxıijkqlmnoöprsştuüvyz]+){5}$/u,
  );
  await photograph(phone, 'kit-begin-az');
  const passphrase = await fillFounding(phone, world.server.foundingLink, {
    organisation: 'Sığınacaq',
    name: 'Nigar',
  });
  const kit = await readKit(phone);
  const numbers = await readKitNumbers(phone);
  expect(numbers).toHaveLength(12);
  await photograph(phone, 'kit-sheet-az');
  await phone.page.getByRole('button', { name: phone.words.t('account.kit.have') }).click();
  await answerKitCheck(phone, numbers);
  await phone.page.getByRole('heading', { name: phone.words.t('shell.today'), level: 1 }).waitFor();
  await lock(phone);
  await unlock(phone, englishKeyboard(passphrase));

  const second = await world.device('phone', 'ru');
  await second.goto('/restore');
  await restore(second, [...kit.slice(0, 6), 'zebraa', ...kit.slice(7)].join(' '), passphrase);
  await second.page
    .getByText(second.words.t('errors.wrong-kit-near', { word: '7', near: 'zebra' }))
    .waitFor();
  await photograph(second, 'kit-restore-near-ru');
  await restore(second, numbers.join(' '), ` ${passphrase.toUpperCase()} `);
  await second.page.getByRole('navigation', { name: second.words.t('shell.navigation') }).waitFor();
});

test('in Russian: one’s own passphrase is refused while it is weak, or typed twice differently, and taken once it was seen', async () => {
  const world = await worlds.start();
  const phone = await world.device('phone', 'ru');
  const { page, words } = phone;
  await page.goto(world.server.foundingLink);
  await page.getByLabel(words.t('account.begin.organisation'), { exact: true }).fill('Опора');
  await page.getByLabel(words.t('account.name.label'), { exact: true }).fill('Вера');
  await page.getByLabel(words.t('account.passphrase.own')).check();
  const own = page.getByLabel(words.t('account.passphrase.ownLabel'), { exact: true });
  const again = page.getByLabel(words.t('account.passphrase.again'), { exact: true });
  const begin = page.getByRole('button', { name: words.t('account.begin.act'), exact: true });
  await own.fill('Я тебя люблю навсегда');
  await page.getByText(words.t('account.strength.weak')).waitFor();
  await begin.click();
  await page.getByText(words.t('errors.weak-passphrase')).first().waitFor();
  await own.fill('сойка утес кувшин наперсток облако брусника');
  await page.getByText(words.t('account.strength.strong')).waitFor();
  await again.fill('сойка утес кувшин наперсток облако');
  await begin.click();
  await page.getByText(words.t('account.passphrase.differs')).first().waitFor();
  await photograph(phone, 'kit-own-passphrase-ru');
  // What a keyboard makes of it does not count, and is said as one types.
  await again.fill(' Сойка утёс  КУВШИН напёрсток облако брусника');
  await page.getByText(words.t('account.passphrase.agrees')).waitFor();
  await page
    .getByRole('button', { name: `${words.t('account.show')}: ${words.t('account.passphrase.ownLabel')}` })
    .click();
  await again.waitFor({ state: 'detached' });
  await begin.click();
  expect(await readKit(phone)).toHaveLength(12);
  await photograph(phone, 'kit-sheet-ru');
});

/** What a keyboard without Azerbaijani letters makes of it. */
function englishKeyboard(text: string): string {
  const letters: Record<string, string> = { ə: 'e', ı: 'i', ç: 'c', ğ: 'g', ö: 'o', ş: 's', ü: 'u' };
  return [...text].map((letter) => letters[letter] ?? letter).join('');
}

async function restore({ page, words }: Device, kit: string, passphrase: string): Promise<void> {
  await page.getByLabel(words.t('account.restore.words'), { exact: true }).fill(kit);
  await page.getByLabel(words.t('account.passphrase.label'), { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: words.t('account.restore.act'), exact: true }).click();
}
