import { expect, test } from 'vitest';
import { found, unlock } from './lib/account.ts';
import { add, answersTo, openCase, searchCases, theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { inspect } from './lib/inspect.ts';
import { quickCase } from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { anOrganisation } from './lib/organisations.ts';
import { invite } from './lib/people.ts';
import { photograph } from './lib/photograph.ts';
import { isStill } from './lib/still.ts';
import { lookOver, openSpaces, pasteLink, spaceButton, spacesOf, switchTo } from './lib/spaces.ts';
import { aColleague, isReady } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();
const OURS = 'Şəhər dəstəyi';
const THEIRS = 'Дом у реки';
const TOGETHER = 'Коалиция';

const row = ({ page }: Device, text: string) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: text });

/** Today begins with one's own tasks. */
async function seeEveryones({ page, words }: Device): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: words.t('today.whose.all'), exact: true })
    .click();
}

async function looksWell(device: Device, name: string): Promise<void> {
  await photograph(device, name);
  await isStill(device.page);
  expect(await inspect(device.page, name, device.options.language)).toEqual([]);
}

test('a member joins and founds further organisations from inside, and works in all of them without mixing any', async () => {
  const world = await worlds.start();
  const phone = await world.device('phone', 'az');
  const { passphrase } = await found(phone, world.server.foundingLink, { organisation: OURS, name: 'Nigar' });
  const laptop = await anOrganisation(
    world,
    { size: 'laptop', language: 'ru', organisation: THEIRS, name: 'Марьям' },
    await world.server.anotherLink(),
  );
  await quickCase(phone, 'Lalə', 'Bizim iş.');
  await openCase(phone, 'Lalə');
  await add(phone, 'task', { what: 'Zəng et', due: { day: '2026-11-20' } });

  // A phone, from inside: no passphrase, no kit, and a word that it is this account.
  const link = await invite(laptop);
  await pasteLink(phone, OURS, link);
  const { page, words } = phone;
  const joinTitle = words.t('account.join.title', { organisation: THEIRS });
  await page.getByRole('heading', { name: joinTitle }).waitFor();
  await page.getByText(words.t('spaces.account', { name: 'Nigar', organisation: OURS })).waitFor();
  expect(await page.getByLabel(words.t('account.passphrase.label'), { exact: true }).count()).toBe(0);
  const name = page.getByLabel(words.t('account.name.label'), { exact: true });
  expect(await name.inputValue()).toBe('Nigar');
  await looksWell(phone, 'two-spaces-join');
  await name.fill('N. from the city');
  await page.getByRole('button', { name: words.t('account.join.act'), exact: true }).click();
  await spaceButton(phone, THEIRS).waitFor();
  await isReady(phone);

  // The other organisation's work, and nothing of ours.
  await quickCase(laptop, 'Тимур', 'Их дело.');
  await openCase(laptop, 'Тимур');
  await add(laptop, 'task', { what: 'Написать врачу', due: { day: '2026-11-21' } });
  await openCase(phone, 'Тимур');
  expect(await searchCases(phone, 'Lalə')).toEqual([]);

  // Back to ours by the switcher; Today over all says which is whose.
  await openSpaces(phone, THEIRS);
  await spacesOf(phone).getByText(words.t('people.role.caseworker')).waitFor();
  await looksWell(phone, 'two-spaces-list');
  await page.keyboard.press('Escape');
  await switchTo(phone, THEIRS, OURS);
  await row(phone, 'Zəng et').first().waitFor();
  await seeEveryones(phone);
  expect(await row(phone, 'Написать врачу').count()).toBe(0);
  await lookOver(phone, page.getByRole('main'), words.t('spaces.scope.all'));
  await row(phone, 'Написать врачу').filter({ hasText: THEIRS }).first().waitFor();
  await row(phone, 'Zəng et').filter({ hasText: OURS }).first().waitFor();
  await looksWell(phone, 'two-spaces-today');

  // What is written from Today's row of another organisation lands there.
  await row(phone, 'Написать врачу').getByRole('button', { name: 'Написать врачу' }).click();
  await page.getByRole('button', { name: words.t('today.take'), exact: true }).click();
  await go(laptop, 'today');
  await seeEveryones(laptop);
  await row(laptop, 'Написать врачу').filter({ hasText: 'N. from the city' }).first().waitFor();
  await spaceButton(phone, OURS).waitFor();

  // The jump box over all; a row of another organisation leads into it, and Back leads home again.
  await page.getByRole('button', { name: words.t('shell.jump.open'), exact: true }).click();
  const box = page.getByRole('dialog', { name: words.t('shell.jump.open'), exact: true });
  await box.getByRole('combobox').fill('Тимур');
  await answersTo(page, 'Тимур');
  const theirs = box.getByRole('option').filter({ hasText: THEIRS });
  await theirs.first().waitFor();
  await looksWell(phone, 'two-spaces-jump');
  await lookOver(phone, box, OURS);
  await theirs.first().waitFor({ state: 'detached' });
  await lookOver(phone, box, words.t('spaces.scope.all'));
  await theirs.first().click();
  await theCase(phone).getByRole('heading', { level: 2, name: 'Тимур' }).waitFor();
  await spaceButton(phone, THEIRS).waitFor();
  await switchTo(phone, THEIRS, OURS);
  await openCase(phone, 'Lalə');
  await switchTo(phone, OURS, THEIRS);
  await page.goBack();
  await theCase(phone).getByRole('heading', { level: 2, name: 'Lalə' }).waitFor();
  await spaceButton(phone, OURS).waitFor();

  // A link that was used says so, and nothing changes.
  const { device: third } = await aColleague(world, laptop, 'en');
  await isReady(third);
  await pasteLink(third, THEIRS, link);
  await third.page.getByText(third.words.t('errors.invitation-used')).waitFor();
  await looksWell(third, 'two-spaces-used');
  await third.page.getByRole('link', { name: third.words.t('spaces.notNow'), exact: true }).click();
  await third.page.getByRole('heading', { level: 1, name: third.words.t('shell.today') }).waitFor();

  // On the laptop a coalition is founded with the open account, and the phone's owner is invited.
  const { t } = laptop.words;
  await pasteLink(laptop, THEIRS, (await world.server.anotherLink()).replace(/#.{6}/, '#AAAAAA'));
  const organisation = laptop.page.getByLabel(t('account.begin.organisation'), { exact: true });
  const foundIt = laptop.page.getByRole('button', { name: t('spaces.found.act'), exact: true });
  await organisation.fill(TOGETHER);
  await foundIt.click();
  await laptop.page.getByText(t('errors.founding-unknown')).waitFor();
  await laptop.page.getByRole('link', { name: t('spaces.notNow'), exact: true }).click();
  await pasteLink(laptop, THEIRS, await world.server.anotherLink());
  await laptop.page.getByText(t('spaces.account', { name: 'Марьям', organisation: THEIRS })).waitFor();
  await organisation.fill(TOGETHER);
  await looksWell(laptop, 'two-spaces-found');
  await foundIt.click();
  await spaceButton(laptop, TOGETHER).waitFor();
  await laptop.page.getByRole('main').getByRole('heading', { level: 2, name: TOGETHER }).waitFor();
  expect(await searchCases(laptop, 'Тимур')).toEqual([]);
  await pasteLink(phone, OURS, await invite(laptop));
  await page.getByRole('button', { name: words.t('account.join.act'), exact: true }).click();
  await spaceButton(phone, TOGETHER).waitFor();
  await isReady(phone);

  // By keyboard alone: the switcher at the top, a row, and back.
  await go(laptop, 'today');
  await spaceButton(laptop, TOGETHER).focus();
  await laptop.page.keyboard.press('Enter');
  await spacesOf(laptop).waitFor();
  await looksWell(laptop, 'two-spaces-list-laptop');
  const rowButton = spacesOf(laptop).getByRole('listitem').filter({ hasText: THEIRS }).getByRole('button');
  // One begins at the organisation that one is in; the other stands before it.
  await spacesOf(laptop).locator('[aria-current]:focus').waitFor();
  await laptop.page.keyboard.press('Shift+Tab');
  expect(await rowButton.evaluate((element) => element === document.activeElement)).toBe(true);
  await laptop.page.keyboard.press('Enter');
  await spaceButton(laptop, THEIRS).waitFor();
  await lookOver(laptop, laptop.page.getByRole('main'), t('spaces.scope.all'));
  await row(laptop, 'Написать врачу').filter({ hasText: THEIRS }).first().waitFor();
  await looksWell(laptop, 'two-spaces-today-laptop');

  // Locked, nothing of any is said; opened again, it goes on in the one that was chosen last.
  await phone.page.reload();
  await phone.page.getByRole('heading', { name: words.t('account.unlock.title') }).waitFor();
  for (const text of [OURS, THEIRS, TOGETHER]) expect(await phone.page.getByText(text).count()).toBe(0);
  await unlock(phone, passphrase);
  await spaceButton(phone, TOGETHER).waitFor();
  for (const device of [phone, laptop, third]) expect(device.problems).toEqual([]);
}, 900_000);
