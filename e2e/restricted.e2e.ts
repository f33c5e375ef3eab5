import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { unlock } from './lib/account.ts';
import { editCase, fillDialog, openCase, searchCases, theCase } from './lib/cases.ts';
import { go } from './lib/navigate.ts';
import { photograph } from './lib/photograph.ts';
import { quickCase, startIntake, tellAll, saveIntake } from './lib/intake.ts';
import { openSide, partOf } from './lib/sides.ts';
import { aColleague, aTeam } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

test('a restricted case is for those who are named: a third member finds it neither in the list nor by search or address', async () => {
  const world = await worlds.start();
  const { laptop, phone } = await aTeam(world, ['ru', 'az']);
  const { device: third, keys } = await aColleague(world, laptop, 'en');

  await quickCase(laptop, 'Открытая', 'Это дело видят все.');
  await startIntake(laptop);
  await tellAll(laptop, {
    client: { alias: 'Закрытая' },
    types: ['threat'],
    words: 'Угрожает человек, которого знает один из нас.',
    act: {},
    perpetrators: [],
    consents: {},
    readers: ['Nigar'],
  });
  await saveIntake(laptop);

  await openCase(phone, 'Закрытая');
  await theCase(phone).getByText('Угрожает человек, которого знает один из нас.').first().waitFor();
  const address = new URL(phone.page.url()).pathname;
  await photograph(phone, 'restricted-seen');

  await openCase(third, 'Открытая');
  expect(await searchCases(third, '')).toEqual([expect.stringContaining('Открытая')]);
  expect(await searchCases(third, 'Закрытая')).toEqual([]);
  expect(await searchCases(third, 'угрожает')).toEqual([]);
  await go(third, 'today');
  await third.goto(address);
  await unlock(third, keys.passphrase);
  await third.page.getByText(third.words.t('errors.not-found')).waitFor();
  await photograph(third, 'restricted-unseen');

  // What a client says in counselling is nobody else's, in a case that everybody opens.
  const { t } = phone.words;
  await openCase(phone, 'Открытая');
  await openSide(phone, 'plan');
  const press = (within: Locator, name: string) => within.getByRole('button', { name, exact: true }).click();
  await press(theCase(phone), t('plan.counselling.begin'));
  const naming = phone.page.getByRole('dialog', { name: t('plan.counselling.name') });
  await naming.getByText(t('plan.counselling.alone'), { exact: true }).waitFor();
  await press(naming, t('cases.edit.save'));
  await press(theCase(phone), t('plan.counselling.add'));
  await fillDialog(phone, 'note', { text: 'Nar: bunu yalnız mənə dedi.' });
  const notes = partOf(phone, t('plan.counselling.title'));
  await notes.getByText('Nar: bunu yalnız mənə dedi.').waitFor();
  await notes.getByText(t('plan.counselling.readers', { names: 'Nigar' }), { exact: true }).waitFor();
  await notes.scrollIntoViewIfNeeded();
  await photograph(phone, 'restricted-counselling');
  await quickCase(phone, 'Sonra', 'Bundan sonra yazılıb.');
  await openCase(laptop, 'Sonra');
  await openCase(laptop, 'Открытая');
  await openSide(laptop, 'plan');
  await theCase(laptop)
    .getByRole('button', { name: laptop.words.t('plan.counselling.begin'), exact: true })
    .waitFor();
  expect(await theCase(laptop).innerText()).not.toContain('Nar:');
  expect(await searchCases(laptop, 'Nar')).toEqual([]);
});

test('a case that is restricted later tells nothing more to those who are not named', async () => {
  const world = await worlds.start();
  const { laptop, phone } = await aTeam(world, ['en', 'tg']);
  await quickCase(laptop, 'Oriole', 'Everybody could read this.');
  await openCase(phone, 'Oriole');
  await openCase(laptop, 'Oriole');
  const article = theCase(laptop);
  const { t } = laptop.words;
  await article.getByRole('button', { name: t('cases.head.more'), exact: true }).click();
  await article.getByRole('button', { name: t('cases.restrict.title'), exact: true }).click();
  const dialog = laptop.page.getByRole('dialog', { name: t('cases.restrict.title') });
  await dialog.getByRole('radio', { name: t('cases.restrict.named') }).check();
  await dialog.getByRole('button', { name: t('cases.restrict.aloneSave'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await article.getByText(t('cases.head.restricted', { count: 1 }), { exact: true }).waitFor();
  await editCase(laptop, 'head', { summary: 'Written after the restriction: quince.' });
  await quickCase(laptop, 'Plover', 'This one is for everybody again.');
  await openCase(phone, 'Plover');
  expect(await searchCases(phone, 'quince')).toEqual([]);
  // What was read before stays: nobody can take it back, and the page said so.
  expect(await searchCases(phone, 'everybody could')).toHaveLength(1);
});
