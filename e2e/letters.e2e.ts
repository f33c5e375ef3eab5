/**
 * Somebody without an account tells what happened from a phone, is heard by those whom they left, and comes back. The organisation's
 * own devices are real vaults; what stands on theirs is in `packages/vault/src/letters`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTranslator, loadVisitorWords, type Translator } from '@dayaq/locale';
import { readSealedFile } from '@dayaq/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDoor } from '../worlds/devices/visitor.ts';
import { type Device as Vaulted, expectOk, settle, startWorld, type World } from '../worlds/devices/world.ts';
import { found } from './lib/account.ts';
import type { Device } from './lib/device.ts';
import { inspect } from './lib/inspect.ts';
import { go } from './lib/navigate.ts';
import { photograph } from './lib/photograph.ts';
import { photoWithPlace } from './lib/photo.ts';
import { openPublicPage } from './lib/public-page.ts';
import { aColleague } from './lib/team.ts';
import { Visiting } from './lib/visiting.ts';
import { aWorld } from './lib/world.ts';
import type { Page } from 'playwright-core';

const PAGES = join(import.meta.dirname, '..', 'apps', 'workspace', 'dist');
const MARK = 'Zeytun-4417';

const browsers = aWorld();
let world: World;
let ana: Vaulted;
let bahar: Vaulted;
let t: Translator['t'];
beforeAll(async () => {
  world = await startWorld({ workspaceDir: PAGES });
  ana = await world.found('Ana');
  bahar = await world.join(ana, 'Bahar', 'coordinator');
  await openDoor(ana, bahar, [ana, bahar]);
  ({ t } = createTranslator('az', await loadVisitorWords('az')));
});
afterAll(() => world.stop());

const lettersOf = async ({ vault }: Vaulted) =>
  (
    await vault.dossiers({
      kinds: ['letter'],
      text: '',
      filters: {},
      sort: 'updated',
      descending: true,
      offset: 0,
      limit: 20,
      space: null,
    })
  ).rows;

/** What every element of the page says, but for names, numbers and those who read. */
const saidOn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter(
        (each) =>
          each.children.length === 0 &&
          each.closest('noscript, [role="alert"], #readers label, #words, a[href^="tel:"]') === null,
      )
      .map(({ textContent }) => (textContent ?? '').trim())
      .filter((text) => /\p{L}/u.test(text)),
  );

/** Goes to another language and back: nothing is left in the one before, but for `own` words, and in the end it is all as it was. */
async function isAllSaidIn(page: Page, [there, back]: readonly [string, string], own = ''): Promise<void> {
  const before = await saidOn(page);
  const to = async (language: string): Promise<void> => {
    await page.getByRole('link', { name: language }).click();
    await page.locator(`nav a[aria-current]:text-is("${language}")`).waitFor();
  };
  await to(there);
  const now = new Set(await saidOn(page));
  expect(now.size).toBeGreaterThan(3);
  expect(before.filter((each) => now.has(each) && each !== own)).toEqual([]);
  await to(back);
  expect(await saidOn(page)).toEqual(before);
}

/** Everything that a page could leave behind in this browser. */
const left = (device: Device) =>
  device.page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));

test('somebody tells what happened, keeps it from one of us, is answered, and comes back, and nothing of it stays', async () => {
  const device = await browsers.around(world.server.url).device('phone', 'az');
  const { page } = device;
  const visiting = new Visiting(device, t);
  await device.goto('/page/');
  await page.getByRole('heading', { name: t('visitors.front.danger') }).waitFor();
  expect(await page.title()).toBe(t('visitors.title'));
  await photograph(device, 'letters-front');
  await page.getByRole('link', { name: t('visitors.front.tell') }).click();

  const story = page.locator('#story');
  await story.waitFor();
  await photograph(device, 'letters-tell');
  await page.getByRole('button', { name: t('visitors.tell.next'), exact: true }).click();
  await page.getByText(t('visitors.tell.empty')).waitFor();
  await page.getByRole('checkbox', { name: 'Reader 2' }).uncheck();
  await page.locator('#photo').setInputFiles({
    name: 'IMG_Sumqayit.jpg',
    mimeType: 'image/jpeg',
    buffer: await photoWithPlace(page),
  });
  await page.getByRole('button', { name: t('visitors.tell.remove'), exact: true }).waitFor();
  await story.fill(`Bizi ${MARK} küçəsində saxladılar.`);
  await page.getByText(t('visitors.tell.more')).click();
  await page.getByLabel(t('visitors.tell.danger')).selectOption('high');
  await isAllSaidIn(page, ['English', 'Azərbaycanca']);
  expect(await story.inputValue()).toContain(MARK);
  expect(await page.getByLabel(t('visitors.tell.danger')).inputValue()).toBe('high');
  expect(await page.getByRole('checkbox', { name: 'Reader 2' }).isChecked()).toBe(false);
  await page.getByRole('button', { name: t('visitors.tell.remove'), exact: true }).waitFor();

  // The words that open the answer do not belong into what others read.
  const words = await visiting.toWords();
  await photograph(device, 'letters-words');
  await page.getByRole('button', { name: t('visitors.keep.change'), exact: true }).click();
  await story.fill(`Bizi ${MARK} küçəsində saxladılar. ${words.join(' ')}`);
  expect(await visiting.toWords()).toEqual(words);
  await visiting.confirm(words);
  await page.getByText(t('visitors.keep.inStory')).waitFor();
  await page.getByRole('button', { name: t('visitors.keep.change'), exact: true }).click();
  await story.fill(`Bizi ${MARK} küçəsində saxladılar.`);
  await visiting.toWords();
  await visiting.confirm(words);
  await page.getByRole('heading', { name: t('visitors.send.sent') }).waitFor();
  await photograph(device, 'letters-sent');

  await settle(ana, bahar);
  const [letter] = await lettersOf(ana);
  expect(letter?.told['words']).toContain(MARK);
  expect(letter?.told['danger']).toBe('high');
  expect(await lettersOf(bahar)).toEqual([]);
  const whole = expectOk(await ana.vault.dossier(letter?.id ?? ''));
  const file = readSealedFile(whole.records.find(({ kind }) => kind === 'file')?.fields['file']?.value);
  if (file === null) throw new Error('the photo came along');
  const photo = Buffer.from(expectOk(await ana.vault.openFile({ dossier: letter?.id ?? '', file })));
  expect(photo.subarray(0, 2).toString('hex')).toBe('ffd8');
  for (const tell of ['Exif', 'GPS', 'Sumqayit', 'Photoshop', 'http://ns.adobe.com'])
    expect(photo.includes(tell), tell).toBe(false);
  const today = '2026-11-29';
  expectOk(await ana.vault.answerLetter({ dossier: letter?.id ?? '', words: 'Sabah gəlin.', today }));
  await settle(ana);

  await page.getByRole('link', { name: t('visitors.home') }).click();
  await page.getByRole('link', { name: t('visitors.front.back') }).click();
  await page.locator('#code').fill(words.slice(1).join(' '));
  await page.getByRole('button', { name: t('visitors.back.open'), exact: true }).click();
  await page
    .getByText(t('visitors.back.count', { count: 11 }))
    .first()
    .waitFor();
  await page.locator('#code').fill(words.join(' '));
  await page.getByRole('button', { name: t('visitors.back.open'), exact: true }).click();
  await page.getByText('Sabah gəlin.').waitFor();
  await photograph(device, 'letters-answer');
  await isAllSaidIn(page, ['English', 'Azərbaycanca'], 'Sabah gəlin.');
  // Whom they barred is barred again, though nobody here keeps a list of it.
  expect(await page.getByRole('checkbox', { name: 'Reader 2' }).isChecked()).toBe(false);
  await story.fill('Gələcəyəm.');
  await page.getByRole('button', { name: t('visitors.send.send'), exact: true }).click();
  await page.getByRole('heading', { name: t('visitors.send.sent') }).waitFor();
  await settle(ana, bahar);
  const more = expectOk(await ana.vault.dossier(letter?.id ?? '')).records.find(
    ({ kind }) => kind === 'letter-more',
  );
  expect(more?.fields['words']?.value).toBe('Gələcəyəm.');
  expect(await lettersOf(bahar)).toEqual([]);

  expect(await left(device)).toEqual({
    local: 0,
    session: 0,
    cookies: '',
    databases: 0,
    caches: 0,
    workers: 0,
  });
  await page.locator('#leave').click();
  await page.waitForURL(/\/away\.az\.html$/);
  await device.close();
  for (const entry of await readdir(device.profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    for (const mark of [MARK, words.join(' '), 'Sabah gəlin.'])
      expect(bytes.includes(mark), `${entry.name}: ${mark}`).toBe(false);
  }
});

test('two sign the public page; a letter that came through it is read and answered in the inbox, and becomes a case', async () => {
  const here = await browsers.start();
  const laptop = await here.device('laptop', 'az');
  await found(laptop, here.server.foundingLink, { organisation: 'Dayaq sınağı', name: 'Nigar' });
  const { device: phone } = await aColleague(here, laptop, 'ru', { role: 'coordinator' });
  const ours = laptop.words;
  const on = ({ page }: Device, name: string) => page.getByRole('button', { name, exact: true });

  await openPublicPage(laptop, phone);
  await photograph(phone, 'letters-door-open');
  expect(await inspect(phone.page, 'people: public page', 'ru')).toEqual([]);

  const visitor = await here.device('phone', 'az');
  await visitor.goto('/page/');
  await visitor.page.getByRole('link', { name: t('visitors.front.tell') }).click();
  await visitor.page.locator('#story').fill('Məni işdən çıxardılar.');
  const visiting = new Visiting(visitor, t);
  await visiting.confirm(await visiting.toWords());
  await visitor.page.getByRole('heading', { name: t('visitors.send.sent') }).waitFor();
  expect(await inspect(visitor.page, 'public page: sent', 'az', t('visitors.title'))).toEqual([]);

  await go(laptop, 'inbox');
  await laptop.page.getByRole('link').filter({ hasText: 'Məni işdən çıxardılar.' }).click();
  const answer = laptop.page.getByLabel(ours.t('letters.one.write'), { exact: true });
  await answer.fill('Sabah gəlin.');
  await photograph(laptop, 'letters-inbox');
  await on(laptop, ours.t('letters.one.send')).click();
  await laptop.page.getByRole('heading', { name: ours.t('letters.one.reply') }).waitFor();
  await laptop.page.getByText(ours.t('letters.one.sent')).waitFor();
  expect(await answer.inputValue()).toBe('');
  expect(await laptop.page.getByText(ours.t('drafts.discarded')).count()).toBe(0);
  await photograph(laptop, 'letters-answered');
  expect(await inspect(laptop.page, 'inbox: a letter', 'az')).toEqual([]);
  await laptop.page.getByRole('link', { name: ours.t('letters.one.makeCase'), exact: true }).click();
  await photograph(laptop, 'letters-case');
  await on(laptop, ours.t('intake.saveNow')).click();
  await laptop.page.getByRole('link', { name: ours.t('intake.done.open') }).click();
  await laptop.page.getByText('Məni işdən çıxardılar.').first().waitFor();
});
