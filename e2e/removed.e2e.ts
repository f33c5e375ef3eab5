import { expect, test } from 'vitest';
import { openCase, searchCases } from './lib/cases.ts';
import { quickCase } from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { photograph } from './lib/photograph.ts';
import { aColleague, aTeam } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

test('who was removed reads nothing new and is told so; those who stay go on with new keys', async () => {
  const world = await worlds.start();
  const { laptop, phone } = await aTeam(world, ['ru', 'az']);
  const { device: leaving, name } = await aColleague(world, laptop, 'en');
  await quickCase(laptop, 'Прежняя', 'До ухода это читали все.');
  await openCase(leaving, 'Прежняя');
  await openCase(phone, 'Прежняя');

  const { page, words } = laptop;
  const { t } = words;
  await go(laptop, 'people');
  await page.getByRole('button', { name: t('people.changeWho', { name }), exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('people.remove.start'), exact: true })
    .click();
  await page.getByRole('dialog').getByText(t('people.remove.kept')).waitFor();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('people.remove.act'), exact: true })
    .click();
  await page.getByText(t('people.remove.done', { name })).first().waitFor();
  await page.getByText(t('people.rotationOwed.title')).waitFor({ state: 'hidden' });
  await page.getByText(t('people.former', { count: 1 })).waitFor();

  await leaving.page.getByText(leaving.words.t('shell.state.removed')).waitFor();
  await photograph(leaving, 'removed-says-so');
  await quickCase(laptop, 'Новая', 'После ухода это читают двое.');
  await quickCase(phone, 'Təzə', 'Bu da yeni açarla yazılıb.');
  await openCase(phone, 'Новая');
  await openCase(laptop, 'Təzə');
  // What had been read before stays readable; nothing else has come, however long one waits and however often one asks.
  expect(await searchCases(leaving, 'Прежняя')).toHaveLength(1);
  for (const search of ['Новая', 'ухода', 'Təzə', 'yeni']) {
    const found = await searchCases(leaving, search);
    expect(found.filter((title) => !title.includes('Прежняя'))).toEqual([]);
  }
});
