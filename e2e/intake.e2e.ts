import { beforeAll, expect, test } from 'vitest';
import { found, join, unlock } from './lib/account.ts';
import { fillDialog, openCase, searchCases, theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { tick } from './lib/fields.ts';
import { inspect } from './lib/inspect.ts';
import {
  next,
  openSavedCase,
  saveIntake,
  startIntake,
  tellAbout,
  tellWho,
  type Telling,
} from './lib/intake.ts';
import { invite } from './lib/people.ts';
import { go } from './lib/navigate.ts';
import { photograph } from './lib/photograph.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld('whole');
let phone: Device;
let passphrase: string;

beforeAll(async () => {
  const world = await worlds.start();
  const laptop = await world.device('laptop', 'ru');
  await found(laptop, world.server.foundingLink, { organisation: 'Yaxın Əl', name: 'Leyla Q.' });
  phone = await world.device('phone', 'az');
  ({ passphrase } = await join(phone, await invite(laptop), 'Nigar'));
  await laptop.close();
});

const WITH_CHILD: Telling = {
  client: { alias: 'Zeynəb' },
  children: ['0-13'],
  types: [],
  words: '',
  act: {},
  perpetrators: [],
  consents: {},
};

/** The box of one answer, by what the form calls it. */
const box = (name: string, value: string) => phone.page.locator(`input[name="${name}"][value="${value}"]`);
const button = (name: string) => phone.page.getByRole('button', { name, exact: true });

async function toWhat(alias: string): Promise<void> {
  await startIntake(phone);
  await tellWho(phone, { ...WITH_CHILD, client: { alias } });
  const channel = phone.page.getByLabel(phone.words.t('intake.who.channel'), { exact: true });
  expect(await channel.inputValue(), 'how the one before came to us says nothing of this one').toBe('');
  await channel.selectOption('outreach');
  await next(phone, 'about');
  await tellAbout(phone, WITH_CHILD);
  await next(phone, 'what');
}

/** A second may be over before anybody looks: any later one will do. */
const aSecondIsRecorded = (): Promise<void> =>
  phone.page
    .getByRole('timer')
    .filter({ hasText: /[0-9]:(?!00)[0-9]{2} / })
    .waitFor();

/** How far the page is scrolled, and whether the middle of what is found is in sight between the bars. */
const scrolled = (): Promise<number> => phone.page.evaluate(() => Math.round(scrollY));

test('what others tell about somebody waits as a lead, which becomes a case or is laid aside with its reason', async () => {
  const { page, words } = phone;
  const { t } = words;
  const heard = 'Ev sahibi onu və uşağını çıxarıb.';
  await go(phone, 'inbox');
  for (const who of ['Nəsimidəki qadın', 'vağzaldakı gənc']) {
    await button(t('referrals.leads.add')).click();
    await fillDialog(phone, 'lead', { heard, who, danger: 'some' });
    await page.getByRole('link').filter({ hasText: who }).waitFor();
  }
  expect(await inspect(page, 'inbox: leads', 'az')).toEqual([]);
  await photograph(phone, 'intake-leads');
  const cases = await searchCases(phone, 'Nəsimidəki');
  expect(cases, 'a lead is no case').toEqual([]);

  await go(phone, 'inbox');
  await page.getByRole('link').filter({ hasText: 'vağzaldakı gənc' }).click();
  await button(t('referrals.leads.layAside')).click();
  await fillDialog(phone, 'lead', { end: 'not-found' }, t('referrals.leads.layAside'));
  await page
    .getByRole('article')
    .getByText(words.label('codes', 'lead-states', 'laid-aside'))
    .waitFor();

  await go(phone, 'inbox');
  await page.getByRole('link').filter({ hasText: 'Nəsimidəki qadın' }).click();
  await photograph(phone, 'intake-lead');
  await page.getByRole('link', { name: t('referrals.leads.makeCase'), exact: true }).click();
  const said = page.getByLabel(t('intake.who.sourceWords'), { exact: true });
  await expect.poll(() => said.inputValue()).toBe(heard);
  await button(t('intake.saveNow')).click();
  await page.getByRole('heading', { name: t('intake.done.title'), exact: true, level: 2 }).waitFor();
  await openSavedCase(phone);
  await theCase(phone).getByText(heard).first().waitFor();
  await go(phone, 'inbox');
  await page.getByText(t('referrals.leads.ended'), { exact: true }).click();
  await page.getByRole('link').filter({ hasText: 'Nəsimidəki qadın' }).click();
  await page
    .getByRole('link', { name: t('referrals.leads.theCase', { name: 'Nəsimidəki qadın' }) })
    .waitFor();
});

test('three acts, each with who did it and when, and the child where it was done to the child too', async () => {
  const { page, words } = phone;
  await toWhat('Zeynəb');
  for (const [branch, act, by, day] of [
    ['housing', 'evicted', 'landlord', 'yesterday'],
    ['family', 'early-marriage', 'family', 'last-year'],
    ['family', 'resources-denied', 'partner', 'this-month'],
  ] as const) {
    await box('intake-type', branch).check();
    await box(`intake-type-${branch}`, act).check();
    // The likeliest stands first.
    expect(await page.locator(`input[name="intake-by-${act}"]`).first().getAttribute('value')).toBe(by);
    await box(`intake-by-${act}`, by).check();
    await box(`intake-when-${act}`, day).check();
  }
  await box('intake-also-evicted', 'child-0').check();
  expect(await inspect(page, 'intake: acts', 'az')).toEqual([]);
  await photograph(phone, 'intake-acts');
  await next(phone, 'story');
  // Nobody is asked twice who did it.
  await next(phone, 'now');
  await next(phone, 'contact');
  await next(phone, 'consent');
  await next(phone, 'review');
  expect(await scrolled()).toBe(0);
  const told = await page.getByRole('main').innerText();
  const label = (list: string, code: string) => words.label('codes', list, code);
  // Each act with to whom it was done, the client first, and by whom.
  const field = (name: string) => words.label('kinds', 'violation', 'fields', name);
  const child = words.t('intake.about.aChild', { number: 1 });
  expect(told).toContain(label('violation-types', 'evicted'));
  expect(told).toContain(`${field('victims')}: Zeynəb, ${child}`);
  expect(told).toContain(`${field('perpetrators')}: ${label('perpetrator-types', 'landlord')}`);
  await photograph(phone, 'intake-review');
  await saveIntake(phone);
  expect(await scrolled(), 'the end opens at its beginning').toBe(0);
  await openSavedCase(phone);
  const text = await theCase(phone).innerText();
  for (const by of ['landlord', 'family', 'partner']) expect(text).toContain(label('perpetrator-types', by));
});

test('a day that is none is shown where it was typed, in the middle of the screen, with the cursor in it', async () => {
  const { page, words } = phone;
  await toWhat('Samir');
  await box('intake-type', 'health').check();
  await box('intake-when-health', 'other').check();
  const typed = page.getByRole('textbox', { name: words.t('intake.what.whichDay'), exact: true });
  await typed.fill('31.02.2026');
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await button(words.t('intake.next', { step: words.t('intake.story.short') })).click();
  await expect.poll(() => typed.evaluate((field) => field === document.activeElement)).toBe(true);
  const problem = page
    .locator('.field-error')
    .filter({ hasText: words.t('fields.date.unclear') })
    .first();
  const seen = async () => {
    const at = await problem.boundingBox();
    return at !== null && at.y > 60 && at.y + at.height < 740 - 130;
  };
  await expect.poll(seen).toBe(true);
  await photograph(phone, 'intake-date');
  // Another answer to the question ends it.
  await box('intake-when-health', 'yesterday').check();
  await next(phone, 'story');
  await page.getByLabel(words.t('intake.story.words'), { exact: true }).fill('Qəbul etmədilər.');
  await button(words.t('intake.saveNow')).click();
  await page.getByRole('heading', { name: words.t('intake.done.title'), exact: true, level: 2 }).waitFor();
});

test('high danger says where it was answered whom to call, and saves what is there with one press', async () => {
  const { page, words } = phone;
  const { t } = words;
  await toWhat('Günay');
  await next(phone, 'story');
  await next(phone, 'by');
  await next(phone, 'now');
  await tick(page.getByRole('group', { name: t('intake.now.danger'), exact: true }), 'high');
  await page.getByText(t('intake.now.high', { name: 'Leyla Q.' }), { exact: true }).waitFor();
  const ambulance = page.getByRole('link', {
    name: t('intake.now.help.ambulance', { number: '103' }),
    exact: true,
  });
  expect(await ambulance.getAttribute('href')).toBe('tel:103');
  expect(await inspect(page, 'intake: high', 'az')).toEqual([]);
  await photograph(phone, 'intake-high');
  await button(t('intake.now.saveAtOnce')).click();
  await page.getByRole('heading', { name: t('intake.done.title'), exact: true, level: 2 }).waitFor();
  await page.getByText(words.label('codes', 'task-rules', 're-contact-urgent'), { exact: true }).waitFor();
});

test('a voice is recorded beside the story, kept through a restart with its draft, and a file of the case at the end', async () => {
  const { t } = phone.words;
  await phone.close();
  await phone.open({
    arguments: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
  await phone.goto('/');
  await unlock(phone, passphrase);
  await toWhat('Lalə');
  await next(phone, 'story');
  await button(t('intake.files.record')).click();
  await phone.page.getByRole('timer').waitFor();
  await aSecondIsRecorded();
  await photograph(phone, 'intake-recording');
  await button(t('intake.files.stop')).click();
  const kept = phone.page.locator('.intake-file');
  await kept.waitFor();
  await phone.page.locator('.intake-kept[data-keeping="kept"]').waitFor();
  await photograph(phone, 'intake-voice');

  await phone.page.reload();
  await unlock(phone, passphrase);
  await phone.goto('/cases/new');
  await unlock(phone, passphrase);
  await button(t('intake.drafts.continue')).click();
  await kept.waitFor();
  await button(t('intake.saveNow')).click();
  await phone.page.getByRole('heading', { name: t('intake.done.title'), exact: true, level: 2 }).waitFor();
  await openSavedCase(phone);
  await openCase(phone, 'Lalə');
  await theCase(phone)
    .getByText(phone.words.label('codes', 'file-roles', 'recording'))
    .first()
    .waitFor();

  // In the case, too: the picture goes from the camera into the seal, and its sheet says so.
  await theCase(phone)
    .getByRole('button', { name: t('cases.add.more'), exact: true })
    .click();
  await theCase(phone)
    .getByRole('button', { name: t('cases.add.file'), exact: true })
    .click();
  await button(t('files.take.picture')).click();
  await button(t('files.take.photo')).click();
  const { page, words } = phone;
  await page
    .getByRole('dialog')
    .getByLabel(words.label('kinds', 'file', 'fields', 'description'), { exact: true })
    .fill('Qapı');
  await photograph(phone, 'files-taken-here');
  await button(t('files.add.save')).click();
  const file = theCase(phone).locator('.file-item').filter({ hasText: 'Qapı' });
  await file.getByText(t('files.item.details'), { exact: true }).click();
  await file.getByText(words.label('codes', 'received-ways', 'taken-here')).waitFor();
});

test('of who says no nothing is kept: no case, no draft, no recording', async () => {
  const { page, words } = phone;
  const { t } = words;
  await toWhat('Kəmalə');
  await next(phone, 'story');
  await page
    .getByLabel(t('intake.story.words'), { exact: true })
    .fill('She told it, and then thought again.');
  await button(t('intake.files.record')).click();
  await aSecondIsRecorded();
  await button(t('intake.files.stop')).click();
  await page.locator('.intake-file').waitFor();
  for (const step of ['by', 'now', 'contact', 'consent'] as const) await next(phone, step);
  await page.locator('.intake-kept[data-keeping="kept"]').waitFor();
  await box('intake-consent-service', 'no').check();
  await page.getByRole('heading', { name: t('intake.refused.title') }).waitFor();
  expect(await button(t('intake.saveNow')).count()).toBe(0);
  expect(await inspect(page, 'intake: no', 'az')).toEqual([]);
  await photograph(phone, 'intake-no');
  await button(t('intake.refused.act')).click();
  await page.getByRole('heading', { name: t('intake.refused.gone'), exact: true }).waitFor();
  await photograph(phone, 'intake-no-gone');
  expect(await searchCases(phone, 'Kəmalə')).toEqual([]);
  await page.reload();
  await unlock(phone, passphrase);
  // Where something had been kept, it would be offered first.
  await go(phone, 'newCase');
  await page.getByRole('heading', { name: t('intake.who.title'), exact: true }).waitFor();
});

test('where the browser cannot record, nobody is offered it', async () => {
  const { t } = phone.words;
  await phone.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'MediaRecorder'));
  await phone.goto('/');
  await unlock(phone, passphrase);
  await toWhat('Aysel');
  await next(phone, 'story');
  await phone.page.getByText(t('intake.files.photoHint'), { exact: true }).waitFor();
  expect(await button(t('intake.files.record')).count()).toBe(0);
});
