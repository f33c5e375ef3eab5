import { expect, test } from 'vitest';
import { unlock } from './lib/account.ts';
import { openCase, searchCases, theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import {
  next,
  saveIntake,
  startIntake,
  tellAbout,
  tellBy,
  tellConsent,
  tellContact,
  tellNow,
  tellStory,
  tellWhat,
  tellWho,
  type Telling,
} from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { isKept } from './lib/offline.ts';
import { photograph } from './lib/photograph.ts';
import { aTeam } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld('whole');

const TELLING: Telling = {
  client: {
    alias: 'Günel',
    ageBand: '25-34',
    populations: ['trans'],
    safeChannel: ['signal'],
    codeWord: 'tikiş kursu',
  },
  types: ['detained-unlawfully', 'extortion'],
  words: 'Gecə küçədə saxlayıblar, protokol yazmayıblar, pul istəyiblər.',
  act: { date: { day: '2026-10' }, area: { area: 'az-baku' } },
  perpetrators: [{ type: 'police', unit: '12-ci bölmə' }],
  danger: 'some',
  consents: { service: 'yes', statistics: 'no' },
};

test('the browser dies in the middle of an intake, again, and just after saving: the draft goes on where it was and becomes one case', async () => {
  const { laptop, phone, phoneKeys } = await aTeam(await worlds.start(), ['ru', 'az']);
  const reopen = async (path: string): Promise<void> => {
    await phone.kill();
    await phone.open({ offline: true });
    await phone.goto(path);
    await unlock(phone, phoneKeys.passphrase);
  };
  await isKept(phone);
  await phone.offline();
  await startIntake(phone);
  await tellWho(phone, TELLING);
  await next(phone, 'about');
  await tellAbout(phone, TELLING);
  await next(phone, 'what');
  await tellWhat(phone, TELLING);
  await next(phone, 'story');
  await tellStory(phone, TELLING);
  await saysKept(phone);

  // Nobody has to know where it waits: Today says so.
  await reopen('/');
  const unfinished = phone.page.getByRole('region', { name: phone.words.t('intake.drafts.title') });
  await unfinished.getByText('Günel', { exact: true }).waitFor();
  await photograph(phone, 'crash-today');
  await unfinished.getByRole('link').click();
  await continues(phone, 'story');
  const account = phone.page.getByLabel(phone.words.t('intake.story.words'), { exact: true });
  expect(await account.inputValue()).toBe(TELLING.words);
  await next(phone, 'by');
  await tellBy(phone, TELLING);
  await saysKept(phone);

  await reopen('/cases/new');
  await continues(phone, 'by');
  await next(phone, 'now');
  await tellNow(phone, TELLING);
  await next(phone, 'contact');
  await tellContact(phone, TELLING);
  await next(phone, 'consent');
  await tellConsent(phone, TELLING);
  await next(phone, 'review');
  await saveIntake(phone);

  // It has become a case: nothing is offered again.
  await reopen('/');
  await go(phone, 'newCase');
  await phone.page.getByRole('heading', { name: phone.words.t('intake.who.title') }).waitFor();
  await phone.page.getByRole('button', { name: phone.words.t('intake.back'), exact: true }).click();
  await readsOne(phone);
  await phone.online();
  await readsOne(laptop);
});

/** The page says when what is on the screen is also on the device. */
async function saysKept({ page, words }: Device): Promise<void> {
  await page.getByText(words.t('intake.kept'), { exact: true }).waitFor();
}

/** The one draft is offered by its name, and goes on at the step where it was. */
async function continues(device: Device, step: 'story' | 'by'): Promise<void> {
  const { page, words } = device;
  await page.getByRole('heading', { name: words.t('intake.drafts.title'), exact: true }).waitFor();
  const draft = page.locator('.intake-drafts > li');
  expect(await draft.count()).toBe(1);
  await draft.getByText('Günel', { exact: true }).waitFor();
  await photograph(device, `crash-draft-${step}`);
  await draft.getByRole('button', { name: words.t('intake.drafts.continue'), exact: true }).click();
  await page.getByRole('heading', { name: words.t(`intake.${step}.title`), exact: true, level: 2 }).waitFor();
}

async function readsOne(device: Device): Promise<void> {
  await openCase(device, 'Günel');
  const text = await theCase(device).innerText();
  const extortion = device.words.label('codes', 'violation-types', 'extortion');
  const told = [TELLING.words, '12-ci bölmə', 'tikiş kursu', extortion];
  expect(told.filter((part) => !text.includes(part))).toEqual([]);
  expect(await searchCases(device, 'Günel')).toHaveLength(1);
}
