import { expect, test } from 'vitest';
import { openCase, searchCases, theCase } from './lib/cases.ts';
import { quickCase } from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { photograph } from './lib/photograph.ts';
import { aColleague, aTeam } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

test('a case is destroyed for good over three devices: one was off, is waited for, and does not bring it back', async () => {
  const world = await worlds.start();
  const { laptop, phone } = await aTeam(world, ['en', 'az']);
  const { device: late, name } = await aColleague(world, laptop, 'ru');
  await quickCase(laptop, 'Ülkər', 'Unudulmaq istəyir.');
  for (const device of [phone, late]) await openCase(device, 'Ülkər');
  await late.offline();

  await openCase(laptop, 'Ülkər');
  const { page, words } = laptop;
  await theCase(laptop)
    .getByRole('button', { name: words.t('cases.head.more'), exact: true })
    .click();
  await page.getByRole('link', { name: words.t('erasure.title'), exact: true }).click();
  await page
    .getByRole('radio', { name: words.label('codes', 'erasure-reasons', 'the-person-asked') })
    .check();
  await page.getByRole('checkbox', { name: words.t('erasure.sure') }).check();
  await photograph(laptop, 'erasure-asked');
  await page.getByRole('button', { name: words.t('erasure.act'), exact: true }).click();
  await page.getByLabel(words.t('cases.list.search'), { exact: true }).waitFor();
  expect(await searchCases(laptop, 'Ülkər')).toEqual([]);
  await expect.poll(() => searchCases(phone, 'Ülkər')).toEqual([]);

  await go(laptop, 'people');
  const trace = page.getByRole('region', { name: words.t('erasure.list.title') });
  await trace.getByText(words.t('erasure.list.server'), { exact: true }).waitFor();
  await trace.getByText(words.t('erasure.list.devices', { count: 2 })).waitFor();
  await trace.getByText(words.t('erasure.list.waits', { names: name }), { exact: true }).waitFor();
  expect(await trace.innerText()).not.toContain('Ülkər');
  await photograph(laptop, 'erasure-waits');
  expect(await searchCases(late, 'Ülkər')).toHaveLength(1);

  await late.online();
  await trace.getByText(words.t('erasure.list.devices', { count: 3 })).waitFor();
  await trace
    .getByText(words.t('erasure.list.waits', { names: name }), { exact: true })
    .waitFor({ state: 'hidden' });
  await expect.poll(() => searchCases(late, 'Ülkər')).toEqual([]);
  expect(await searchCases(laptop, 'Ülkər')).toEqual([]);
});
