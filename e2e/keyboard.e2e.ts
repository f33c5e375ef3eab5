import { expect, test } from 'vitest';
import { KIT_CHECK, offeredPassphrase, readKit } from './lib/account.ts';
import { theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { choose, press, tabTo, tickRow, typeInto } from './lib/keyboard.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld('whole');

test('first run, an intake, opening the case and adding to it, all by keyboard', async () => {
  const world = await worlds.start();
  const laptop = await world.device('laptop', 'tg');
  const passphrase = await comesIn(laptop, world.server.foundingLink);
  await skipsNavigation(laptop);
  const reference = await tellsCase(laptop);
  await findsCase(laptop, reference);
  await addsResponse(laptop);
  await locksAndUnlocks(laptop, passphrase, reference);
});

/** Answers the passphrase that was taken. */
async function comesIn(device: Device, link: string): Promise<string> {
  const { page, words } = device;
  const { t } = words;
  await page.goto(link);
  await typeInto(page, page.getByLabel(t('account.begin.organisation'), { exact: true }), 'Такягоҳ');
  await typeInto(page, page.getByLabel(t('account.name.label'), { exact: true }), 'Зарина');
  const passphrase = await offeredPassphrase(device);
  await press(page, page.getByRole('button', { name: t('account.begin.act'), exact: true }));
  const kit = await readKit(device);
  await press(page, page.getByRole('button', { name: t('account.kit.have') }));
  for (const number of KIT_CHECK) {
    await typeInto(
      page,
      page.getByLabel(t('account.kit.word', { number }), { exact: true }),
      kit[number - 1] ?? '',
    );
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: t('shell.today'), level: 1 }).waitFor();
  return passphrase;
}

/** The first stop leads past the navigation, into the page. */
async function skipsNavigation({ page, words }: Device): Promise<void> {
  const skip = page.getByRole('link', { name: words.t('shell.skip'), exact: true });
  await tabTo(page, skip);
  expect(await skip.isVisible()).toBe(true);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
}

async function tellsCase(device: Device): Promise<string> {
  const { page, words } = device;
  const { t } = words;
  const group = (name: string) => page.getByRole('group', { name, exact: true });
  const bar = page.getByRole('navigation', { name: t('shell.navigation') });
  await press(page, bar.getByRole('link', { name: t('shell.newCase'), exact: true }));

  await typeInto(page, page.getByLabel(t('intake.who.alias'), { exact: true }), 'Парасту');
  await choose(page, group(t('intake.who.age')), '25-34');
  await goesOn(device, 'about');
  await tickRow(page, group(t('intake.about.populations')), 'migrant');
  await goesOn(device, 'what');
  await tickRow(page, group(t('intake.what.title')), 'housing');
  await tickRow(page, group(t('intake.what.title')), 'evicted');
  await goesOn(device, 'story');
  await typeInto(page, page.getByLabel(t('intake.story.words'), { exact: true }), 'Аз хона берун карданд.');
  for (const step of ['by', 'now', 'contact', 'consent'] as const) await goesOn(device, step);
  await choose(page, group(t('intake.consent.service')), 'yes');
  await goesOn(device, 'review');
  await press(page, page.getByRole('button', { name: t('intake.save'), exact: true }));
  await page.getByRole('heading', { name: t('intake.done.title'), exact: true, level: 2 }).waitFor();
  return page.locator('.intake-reference dd').first().innerText();
}

/** Each step begins at its heading, so that a screen reader says where one is. */
async function goesOn(
  { page, words }: Device,
  step: 'about' | 'what' | 'story' | 'by' | 'now' | 'contact' | 'consent' | 'review',
): Promise<void> {
  const { t } = words;
  await press(
    page,
    page.getByRole('button', { name: t('intake.next', { step: t(`intake.${step}.short`) }), exact: true }),
  );
  const heading = page.getByRole('heading', { name: t(`intake.${step}.title`), exact: true, level: 2 });
  await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
}

async function findsCase(device: Device, reference: string): Promise<void> {
  const { page, words } = device;
  const { t } = words;
  await press(
    page,
    page
      .getByRole('navigation', { name: t('shell.navigation') })
      .getByRole('link', { name: t('shell.cases'), exact: true }),
  );
  await typeInto(page, page.getByLabel(t('cases.list.search'), { exact: true }), 'паРАСту');
  const row = page
    .getByRole('list', { name: t('cases.list.label') })
    .getByRole('link')
    .filter({ hasText: reference });
  await press(page, row);
  await theCase(device).getByText('Аз хона берун карданд.').first().waitFor();
}

async function addsResponse(device: Device): Promise<void> {
  const { page, words } = device;
  const { t, label } = words;
  const add = theCase(device).getByRole('button', { name: t('cases.add.response'), exact: true });
  await press(page, add);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => add.evaluate((element) => element === document.activeElement)).toBe(true);

  await page.keyboard.press('Enter');
  const kind = dialog.getByLabel(label('kinds', 'response', 'fields', 'type'), { exact: true });
  await press(page, kind);
  const shelter = label('codes', 'response-types', 'shelter');
  await page.keyboard.type(shelter);
  await page.keyboard.press('Enter');
  await expect.poll(() => kind.innerText()).toContain(shelter);
  // The focus stays in the dialog however far one goes.
  for (let stop = 0; stop < 30; stop++) await page.keyboard.press('Tab');
  expect(
    await dialog.evaluate(
      (element) => element.contains(document.activeElement) || document.activeElement === document.body,
    ),
  ).toBe(true);
  await press(page, dialog.getByRole('button', { name: t('cases.edit.save'), exact: true }));
  await dialog.waitFor({ state: 'detached' });
  await theCase(device).getByText(shelter).first().waitFor();
}

async function locksAndUnlocks(device: Device, passphrase: string, reference: string): Promise<void> {
  const { page, words } = device;
  const { t } = words;
  await press(page, page.getByRole('button', { name: t('shell.lock'), exact: true }));
  await typeInto(page, page.getByLabel(t('account.passphrase.label'), { exact: true }), passphrase);
  await page.keyboard.press('Enter');
  // The page one was on is behind the lock.
  await theCase(device).getByText(reference).first().waitFor();
}
