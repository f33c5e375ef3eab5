import { expect, test } from 'vitest';
import { unlock } from './lib/account.ts';
import { editCase, openCase, searchCases, theCase } from './lib/cases.ts';
import { go } from './lib/navigate.ts';
import { photograph } from './lib/photograph.ts';
import { quickCase, startIntake, tellAll, saveIntake } from './lib/intake.ts';
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
