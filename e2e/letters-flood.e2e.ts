/** Somebody floods the public page; the letters of those who need help are found in the inbox, and the rest goes in one press. */
import type { SpaceId } from '@dayaq/sealing';
import { expect, test } from 'vitest';
import { Visitor } from '../worlds/devices/visitor.ts';
import { found } from './lib/account.ts';
import { inspect } from './lib/inspect.ts';
import { go } from './lib/navigate.ts';
import { photograph } from './lib/photograph.ts';
import { openPublicPage } from './lib/public-page.ts';
import { aColleague } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const browsers = aWorld();
const JUNK = 24;

test('a flood is put away in one press and taken back by one; who says danger stands first, and what is like no other is left', async () => {
  const here = await browsers.start();
  const laptop = await here.device('laptop', 'az');
  await found(laptop, here.server.foundingLink, { organisation: 'Dayaq sınağı', name: 'Nigar' });
  const { device: phone } = await aColleague(here, laptop, 'ru', { role: 'coordinator' });
  await openPublicPage(laptop, phone);
  const { t } = laptop.words;
  const { page } = laptop;
  const first = await (await fetch(`${here.server.url}/page/`)).text();
  const mark = /href="([\w-]{16})\//.exec(first)?.[1] ?? '';
  const tell = await (await fetch(`${here.server.url}/page/${mark}/az/tell`)).text();
  const space = /data-space="([\w-]+)"/.exec(tell)?.[1] as SpaceId;
  for (let i = 0; i < JUNK; i++)
    await new Visitor(here.server.url, space).write(`Bu gün ${i} manat uduş var, saytımıza gəlin, dost!`);
  await new Visitor(here.server.url, space).write('Qardaşımı aparıblar, harada olduğunu demirlər.', {
    answers: { danger: 'high' },
  });

  await go(laptop, 'inbox');
  await page.getByRole('button', { name: t('letters.sort.open'), exact: true }).waitFor();
  await page.getByText('Qardaşımı aparıblar').first().waitFor();
  const rows = page.locator('section[aria-labelledby="inbox-letters"] li');
  expect(await rows.first().innerText()).toContain('Qardaşımı aparıblar');
  await page.getByRole('button', { name: t('letters.sort.open'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(t('letters.sort.group', { count: JUNK })).waitFor();
  await dialog.getByText('Qardaşımı aparıblar').waitFor();
  await photograph(laptop, 'letters-flood');
  expect(await inspect(page, 'inbox: letters that are alike', 'az')).toEqual([]);
  await dialog.getByRole('button', { name: t('letters.sort.away', { count: JUNK }), exact: true }).click();
  await dialog.getByText(t('letters.sort.none')).waitFor();
  await dialog.getByRole('button', { name: t('letters.sort.undo', { count: JUNK }), exact: true }).click();
  await dialog.getByText(t('letters.sort.group', { count: JUNK })).waitFor();
  await dialog.getByRole('button', { name: t('letters.sort.away', { count: JUNK }), exact: true }).click();
  await dialog.getByText(t('letters.sort.none')).waitFor();
  await page.keyboard.press('Escape');
  await rows.nth(1).waitFor({ state: 'detached' });
  expect(await rows.count()).toBe(1);
});
