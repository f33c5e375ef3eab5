import { LANGUAGES } from '@dayaq/locale';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { found, lock, unlock } from './lib/account.ts';
import { openCase, searchCases, startAdding, theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { next, quickCase, startIntake, tellStory } from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { photograph } from './lib/photograph.ts';
import { aWorld, type World } from './lib/world.ts';
import { wordsIn } from './lib/words.ts';

const worlds = aWorld('whole');

async function aPerson(size: 'phone' | 'laptop', language: 'az' | 'ru' | 'en' | 'tg') {
  const world: World = await worlds.start();
  const device = await world.device(size, language);
  const { passphrase } = await found(device, world.server.foundingLink, {
    organisation: 'Dayaq sınağı',
    name: 'Nigar',
  });
  return { world, device, passphrase };
}

/** Until the program itself is on the device. */
const isKept = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

test('locked and closed, a phone opens with no network at all and goes on working', async () => {
  const { world, device, passphrase } = await aPerson('phone', 'az');
  await quickCase(device, 'Ülkər', 'Şəbəkə olanda yazılıb.');
  await openCase(device, 'Ülkər');
  const waits = device.words.t('cases.head.waiting');
  await theCase(device).getByText(waits, { exact: true }).waitFor({ state: 'hidden' });
  await isKept(device.page);
  await lock(device);
  await device.close();
  await world.server.stop();

  await device.open({ offline: true });
  await device.goto('/');
  await unlock(device, passphrase);
  await openCase(device, 'Ülkər');
  await theCase(device).getByText('Şəbəkə olanda yazılıb.').first().waitFor();
  await quickCase(device, 'Sevda', 'Şəbəkə olmayanda yazılıb.');
  await openCase(device, 'Sevda');
  const { t } = device.words;
  await device.page
    .getByText(t('shell.state.offline', { count: 1 }))
    .first()
    .waitFor();
  await photograph(device, 'lock-offline');
  await lock(device);
  await unlock(device, passphrase);

  await world.server.run();
  await device.online();
  await openCase(device, 'Sevda');
  await theCase(device).getByText(waits, { exact: true }).waitFor({ state: 'hidden' });
});

test('quick exit, by the button, within a dialog and by Shift three times, hides the page in the next frame, locks, and leaves nothing behind', async () => {
  const { device, passphrase } = await aPerson('laptop', 'ru');
  const { page, words } = device;
  await quickCase(device, 'Айгуль', 'Это никто не должен увидеть.');
  const ways = [
    () => page.getByRole('button', { name: words.t('shell.leave'), exact: true }).click(),
    async () => {
      await startAdding(device, 'note');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: words.t('shell.leave'), exact: true })
        .click();
    },
    async () => {
      await startAdding(device, 'note');
      for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
    },
  ];
  const frames: boolean[] = [];
  await page.exposeFunction('nextFrame', (isHidden: boolean) => frames.push(isHidden));
  for (const leave of ways) {
    await openCase(device, 'Айгуль');
    await page.evaluate(watchNextFrame);
    await leave();
    // The neutral page itself, not only its address.
    await page.getByRole('textbox', { name: words.t('shell.away') }).waitFor();
    await leavesNothing(device);
    expect(frames.splice(0)).toContain(true);
    await page.goBack();
    expect(await page.locator('body').innerText()).not.toContain('Айгуль');
    await device.goto('/cases');
    expect(await page.getByRole('navigation', { name: words.t('shell.navigation') }).count()).toBe(0);
    await unlock(device, passphrase);
  }
});

/** Runs in the page: says in the frame after a press whether the page is hidden. */
function watchNextFrame(): void {
  const scope = window as unknown as { nextFrame(isHidden: boolean): unknown };
  const watch = (): void => {
    requestAnimationFrame(() => {
      if (getComputedStyle(document.documentElement).display === 'none') scope.nextFrame(true);
    });
  };
  for (const name of ['click', 'keyup']) addEventListener(name, watch);
}

/** What a stranger could find in the page, its storage and its title. */
async function leavesNothing({ page, context, words }: Device): Promise<void> {
  const left = await page.evaluate(async () => ({
    text: document.documentElement.innerText,
    title: document.title,
    local: Object.entries(localStorage).filter(([name]) => !['language', 'theme'].includes(name)),
    session: Object.entries(sessionStorage),
    caches: (await caches.keys()).filter((name) => !name.startsWith('notes-')),
  }));
  expect(left).toEqual({
    text: expect.not.stringContaining('Dayaq'),
    title: words.t('shell.away'),
    local: [],
    session: [],
    caches: [],
  });
  expect(await context.cookies()).toEqual([]);
}

test('a device that nobody touches locks by itself', async () => {
  const { device, passphrase } = await aPerson('phone', 'tg');
  const { page, words } = device;
  await page.clock.install();
  await device.goto('/');
  await unlock(device, passphrase);
  await page.clock.fastForward(9 * 60_000);
  await page.clock.fastForward(40_000);
  await page.getByText(words.t('shell.state.aboutToLock')).waitFor();
  await page.clock.fastForward(40_000);
  await page.getByRole('heading', { name: words.t('account.unlock.title') }).waitFor();
});

test('a switch of language keeps what was typed', async () => {
  const world = await worlds.start();
  const device = await world.device('phone', 'en');
  const { page } = device;
  await page.goto(world.server.foundingLink);
  let now = device.words;
  await page.getByLabel(now.t('account.begin.organisation'), { exact: true }).fill('Ümid — Надежда');
  for (const language of LANGUAGES) {
    await page.locator(`.language-picker [lang="${language}"]`).click();
    now = await wordsIn(language);
    await page.getByRole('heading', { name: now.t('account.begin.title') }).waitFor();
    expect(await page.getByLabel(now.t('account.begin.organisation'), { exact: true }).inputValue()).toBe(
      'Ümid — Надежда',
    );
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
  }
});

test('a draft is kept over a switch of language', async () => {
  const { device } = await aPerson('laptop', 'en');
  const { page, words } = device;
  await startIntake(device);
  await page.getByLabel(words.t('intake.who.alias'), { exact: true }).fill('Wren');
  for (const step of ['about', 'what', 'story'] as const) await next(device, step);
  await tellStory(device, {
    client: {},
    types: [],
    words: 'Half of the acc',
    act: {},
    perpetrators: [],
    consents: {},
  });
  await go(device, 'settings');
  await page.getByRole('radio', { name: 'Тоҷикӣ' }).check();
  const tajik = await wordsIn('tg');
  await page.getByRole('link', { name: tajik.t('shell.newCase'), exact: true }).click();
  await page.getByRole('button', { name: tajik.t('intake.drafts.continue'), exact: true }).click();
  expect(await page.getByLabel(tajik.t('intake.story.words'), { exact: true }).inputValue()).toBe(
    'Half of the acc',
  );
});

test('a second tab shows the same, and goes on when the first one is closed', async () => {
  const { device } = await aPerson('laptop', 'en');
  const first = device.page;
  await quickCase(device, 'Wren', 'Typed in the first tab.');
  const second = await device.newTab();
  await second.goto(device.options.url);
  await second.getByRole('navigation', { name: device.words.t('shell.navigation') }).waitFor();
  device.turnTo(second);
  await openCase(device, 'Wren');
  await quickCase(device, 'Lark', 'Typed in the second tab.');
  device.turnTo(first);
  await openCase(device, 'Lark');

  device.turnTo(second);
  await first.close();
  await openCase(device, 'Wren');
  await quickCase(device, 'Finch', 'Typed after the first tab was closed.');
  expect(await searchCases(device, '')).toHaveLength(3);
  await lock(device);
});
